package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import ridscope.host.HostSnapshot;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;

/**
 * Opens any source with the reader that recognises its content best. If that one fails, the others that recognised it get
 * their turn; a reader that breaks is reported through {@link Feedback#note} and skipped.
 */
public final class SnapshotOpener {

    /** What a user can open instead. */
    static final String READABLE =
            "a RIDscope snapshot, the output of lspci (best of `sudo lspci -vvv -xxxx`), or a folder with a copy of /sys";

    private final List<SnapshotReader> readers;

    /** With all readers that {@link ServiceLoader} finds. */
    public SnapshotOpener() {
        this(Installed.of(ServiceLoader.load(SnapshotReader.class)));
    }

    /** With these readers only. */
    public SnapshotOpener(List<SnapshotReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /**
     * Opens by content.
     *
     * @throws SnapshotException if it cannot be read, or nobody recognises it
     * @throws CancelledException if the caller no longer wants the result
     */
    public Opened open(Source source, Feedback feedback) throws SnapshotException {
        Source readable = source instanceof Source.OnDisk disk ? onDisk(disk, feedback) : source;
        Head head = head(readable, feedback);
        List<Candidate> candidates = candidates(head, feedback);
        if (!candidates.isEmpty()) {
            return firstSuccess(candidates, readable, feedback);
        }
        if (head.directory() && readable instanceof Source.OnDisk folder) {
            return open(new Source.OnDisk(SnapshotFolder.only(folder.path())), feedback);
        }
        throw unknown(head);
    }

    private record Candidate(SnapshotReader reader, Recognition recognition) {}

    private List<Candidate> candidates(Head head, Feedback feedback) {
        List<Candidate> candidates = new ArrayList<>();
        for (SnapshotReader reader : readers) {
            feedback.checkCancelled();
            try {
                Recognition recognition = reader.recognise(head);
                if (recognition.confidence() > 0) {
                    candidates.add(new Candidate(reader, recognition));
                }
            } catch (RuntimeException | LinkageError e) {
                feedback.note(broken(reader, e));
            }
        }
        candidates.sort(Comparator.comparing((Candidate c) -> -c.recognition().confidence())
                .thenComparing(c -> c.reader().kind()));
        return candidates;
    }

    private static Opened firstSuccess(List<Candidate> candidates, Source source, Feedback feedback)
            throws SnapshotException {
        SnapshotException first = null;
        for (Candidate candidate : candidates) {
            SnapshotReader reader = candidate.reader();
            feedback.note(candidate.recognition().sentence());
            try {
                List<HostSnapshot> hosts = reader.read(source, feedback);
                return new Opened(hosts, reader.kind(), candidate.recognition().sentence());
            } catch (SnapshotException e) {
                first = first == null ? e : first;
            } catch (CancelledException e) {
                throw e;
            } catch (OutOfMemoryError e) {
                throw new SnapshotException(source.named() + " is too large for the memory RIDscope may use.", e);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                feedback.note(broken(reader, e));
                SnapshotException failure =
                        new SnapshotException(source.named() + " cannot be read: " + broken(reader, e) + ".", e);
                first = first == null ? failure : first;
            }
        }
        throw first;
    }

    private static String broken(SnapshotReader reader, Throwable e) {
        return "the reader for " + reader.kind() + " failed with " + e;
    }

    /** Checks what can be checked before any reader looks; reads pipes into memory, since they can be read only once. */
    private static Source onDisk(Source.OnDisk source, Feedback feedback) throws SnapshotException {
        Path path = source.path();
        if (!Files.exists(path)) {
            throw new SnapshotException(path + " does not exist.");
        }
        if (!Files.isReadable(path)) {
            throw new SnapshotException(path + " cannot be read: permission denied.");
        }
        if (Files.isDirectory(path) || Files.isRegularFile(path)) {
            return source;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new Source.Bytes(source.named(), Content.slurp(in, source.named(), feedback), source.ecam());
        } catch (IOException e) {
            throw Content.unreadable(path.toString(), e);
        }
    }

    private static Head head(Source source, Feedback feedback) throws SnapshotException {
        if (source instanceof Source.Live || source instanceof Source.Ssh) {
            return new Head(source, false, new byte[0]);
        }
        if (source instanceof Source.OnDisk disk && Files.isDirectory(disk.path())) {
            return new Head(source, true, new byte[0]);
        }
        byte[] bytes = Content.head(source, Head.LIMIT, feedback);
        if (bytes.length == 0) {
            throw new SnapshotException(source.named() + " is empty.");
        }
        return new Head(source, false, bytes);
    }

    private static SnapshotException unknown(Head head) {
        return new SnapshotException(head.source().named()
                + BinaryKind.of(head.bytes())
                        .map(BinaryKind::sentence)
                        .orElse(" is nothing RIDscope can read; open " + READABLE + "."));
    }
}
