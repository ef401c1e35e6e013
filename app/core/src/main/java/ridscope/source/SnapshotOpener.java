package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import ridscope.file.DirectoryTree;
import ridscope.file.FileTree;
import ridscope.host.BootLog;
import ridscope.host.HostSnapshot;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;
import ridscope.text.Diagnostic;

/**
 * Opens any source with the reader that recognises its content best. If that one fails, the others that recognised it get
 * their turn; a reader that breaks is reported through {@link Feedback#note} and skipped.
 */
public final class SnapshotOpener {

    /** What a user can open instead. */
    static final String READABLE =
            "a RIDscope snapshot, the output of lspci (best of `sudo lspci -vvv -xxxx`), XML of hwloc or libvirt, a raw image of"
                    + " configuration space (ECAM), or a folder or archive with a copy of /sys or such files in it";

    private static final long PASTED = 64 << 20;

    private final List<SnapshotReader> readers;
    private final List<TreeReader> trees;
    private final List<Container> containers;

    /** With all readers and containers that {@link ServiceLoader} finds. */
    public SnapshotOpener() {
        this(
                Installed.of(ServiceLoader.load(SnapshotReader.class)),
                Installed.of(ServiceLoader.load(TreeReader.class)),
                Installed.of(ServiceLoader.load(Container.class)));
    }

    /** With these readers of single contents only. */
    public SnapshotOpener(List<SnapshotReader> readers) {
        this(readers, List.of(), List.of());
    }

    private SnapshotOpener(List<SnapshotReader> readers, List<TreeReader> trees, List<Container> containers) {
        this.readers = List.copyOf(readers);
        this.trees = List.copyOf(trees);
        this.containers = List.copyOf(containers);
    }

    /**
     * Opens by content.
     *
     * @throws SnapshotException if it cannot be read, or nobody recognises it
     * @throws CancelledException if the caller no longer wants the result
     */
    public Opened open(Source source, Feedback feedback) throws SnapshotException {
        Source readable = source instanceof Source.OnDisk disk ? onDisk(disk, feedback) : source;
        if (readable instanceof Source.OnDisk disk && Files.isDirectory(disk.path())) {
            return folder(disk, feedback);
        }
        Head head = head(readable, feedback);
        for (Container container : containers) {
            Optional<String> what = container.recognise(head);
            if (what.isPresent()) {
                return contained(container, what.get(), readable, feedback);
            }
        }
        return single(readable, head, feedback);
    }

    private Opened single(Source source, Head head, Feedback feedback) throws SnapshotException {
        List<Candidate> candidates = candidates(head, feedback);
        if (candidates.isEmpty()) {
            throw unknown(head);
        }
        return withLog(firstSuccess(candidates, source, feedback), source, feedback);
    }

    private Opened folder(Source.OnDisk folder, Feedback feedback) throws SnapshotException {
        Path path = folder.path();
        for (TreeReader reader : trees) {
            path = reader.whole(path);
        }
        List<Path> snapshots = SnapshotFolder.snapshots(folder.path());
        Optional<FileTree> above = Optional.ofNullable(
                        path.toAbsolutePath().normalize().getParent())
                .map(DirectoryTree::new);
        Optional<Opened> opened = tree(feedback)
                .open(new TreeOpener.Files(
                        folder.named(), "folder", new DirectoryTree(path), above, List.of(), snapshots.isEmpty()));
        if (opened.isPresent()) {
            return opened.get();
        }
        Path only = snapshots.isEmpty()
                ? SnapshotFolder.only(folder.path(), SnapshotFolder.files(folder.path(), this::archive), "archives")
                : SnapshotFolder.only(folder.path(), snapshots, "snapshots");
        return open(new Source.OnDisk(only), feedback);
    }

    private boolean archive(Path file) {
        try {
            Head head = head(new Source.OnDisk(file), Feedback.NONE);
            return containers.stream().anyMatch(c -> c.recognise(head).isPresent());
        } catch (SnapshotException e) {
            return false;
        }
    }

    private Opened contained(Container container, String what, Source source, Feedback feedback)
            throws SnapshotException {
        feedback.note(what);
        try {
            Container.Held held = container.read(source, new HostFiles(this::readable), feedback);
            Optional<Opened> opened = tree(feedback)
                    .open(new TreeOpener.Files(
                            source.named(), what, held.files(), Optional.empty(), held.diagnostics(), true));
            if (opened.isPresent()) {
                return opened.get();
            }
            throw new SnapshotException(held.diagnostics().stream()
                    .filter(d -> d.id().equals(Container.INCOMPLETE))
                    .map(Diagnostic::text)
                    .findFirst()
                    .orElse(source.named() + " has no PCI devices in it: neither a copy of /sys with bus/pci/devices"
                            + " nor a file that RIDscope reads was found."));
        } catch (OutOfMemoryError e) {
            throw tooLarge(source, e);
        }
    }

    private TreeOpener tree(Feedback feedback) {
        return new TreeOpener(
                trees,
                new SingleFiles.Readers() {
                    @Override
                    public boolean readable(Head head) {
                        return SnapshotOpener.this.readable(head);
                    }

                    @Override
                    public List<HostSnapshot> read(Source.Bytes content) throws SnapshotException {
                        return single(content, head(content, feedback), feedback)
                                .hosts();
                    }
                },
                feedback);
    }

    private boolean readable(Head head) {
        return !candidates(head, Feedback.NONE).isEmpty();
    }

    /** A boot log that was pasted beside the dump of the one host it is about. */
    private static Opened withLog(Opened opened, Source source, Feedback feedback) throws SnapshotException {
        HostSnapshot host = opened.hosts().get(0);
        if (opened.hosts().size() > 1 || !host.bootLog().isEmpty() || !pasted(source)) {
            return opened;
        }
        try (InputStream in = Content.open(source, feedback)) {
            BootLog log = BootLogs.among(in);
            return new Opened(List.of(log.attach(host)), opened.kind(), opened.recognised());
        } catch (IOException e) {
            throw Content.unreadable(source.named(), e);
        }
    }

    /** Nobody pastes more than this, and reading a large dump twice takes twice as long. */
    private static boolean pasted(Source source) throws SnapshotException {
        if (source instanceof Source.OnDisk disk) {
            try {
                return Files.size(disk.path()) <= PASTED;
            } catch (IOException e) {
                throw Content.unreadable(source.named(), e);
            }
        }
        return source instanceof Source.Bytes bytes && bytes.content().length <= PASTED;
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
                throw tooLarge(source, e);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                feedback.note(broken(reader, e));
                SnapshotException failure =
                        new SnapshotException(source.named() + " cannot be read: " + broken(reader, e) + ".", e);
                first = first == null ? failure : first;
            }
        }
        throw first;
    }

    private static SnapshotException tooLarge(Source source, OutOfMemoryError e) {
        return new SnapshotException(source.named() + " is too large for the memory RIDscope may use.", e);
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
        byte[] bytes = Content.head(source, Head.LIMIT, feedback);
        if (bytes.length == 0) {
            throw new SnapshotException(source.named() + " is empty.");
        }
        return new Head(source, false, bytes);
    }

    private static SnapshotException unknown(Head head) {
        if (BootLogs.recognise(head)) {
            return new SnapshotException(
                    head.source().named() + " is a boot log: open it together with a dump of the same"
                            + " host, as in `ridscope show DUMP --boot-log LOG`.");
        }
        return new SnapshotException(head.source().named()
                + BinaryKind.of(head.bytes())
                        .map(BinaryKind::sentence)
                        .orElse(" is nothing RIDscope can read; open " + READABLE + "."));
    }
}
