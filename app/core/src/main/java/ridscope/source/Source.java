package ridscope.source;

import java.nio.file.Path;
import java.util.Optional;

/** What a user asked to open. */
public sealed interface Source {

    /** A short name for titles and messages. */
    String title();

    /** How messages call it: a path as the user gave it, otherwise the title. */
    default String named() {
        return title();
    }

    /** Where it begins, if it is a raw image of configuration space and the user said so. */
    default Optional<EcamStart> ecam() {
        return Optional.empty();
    }

    /** The same, said to be a raw image of configuration space that begins there. */
    default Source startingAt(EcamStart start) {
        return this;
    }

    /** A file or a directory. */
    record OnDisk(Path path, Optional<EcamStart> ecam) implements Source {

        public OnDisk(Path path) {
            this(path, Optional.empty());
        }

        @Override
        public Source startingAt(EcamStart start) {
            return new OnDisk(path, Optional.of(start));
        }

        @Override
        public String title() {
            Path name = path.getFileName();
            return name == null ? path.toString() : name.toString();
        }

        @Override
        public String named() {
            return path.toString();
        }
    }

    /** Bytes that have been read already: standard input, the clipboard, a bundled sample. Shared, not copied. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(String title, byte[] content, Optional<EcamStart> ecam) implements Source {

        public Bytes(String title, byte[] content) {
            this(title, content, Optional.empty());
        }

        @Override
        public Source startingAt(EcamStart start) {
            return new Bytes(title, content, Optional.of(start));
        }
    }

    /** This machine. */
    record Live() implements Source {
        @Override
        public String title() {
            return "live";
        }
    }

    /**
     * Another Linux host, read through the system's ssh client.
     *
     * @param target which
     * @param sudo whether to read it with root rights, as {@code sudo -n} gives them
     */
    record Ssh(SshTarget target, boolean sudo) implements Source {
        @Override
        public String title() {
            return target.host();
        }

        @Override
        public String named() {
            return "ssh:" + target;
        }
    }
}
