package ridscope.source;

import java.nio.file.Path;

/** What a user asked to open. */
public sealed interface Source {

    /** A short name for titles and messages. */
    String title();

    /** How messages call it: a path as the user gave it, otherwise the title. */
    default String named() {
        return title();
    }

    /** A file or a directory. */
    record OnDisk(Path path) implements Source {
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
    record Bytes(String title, byte[] content) implements Source {}

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
