package ridscope.source.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import ridscope.file.MemoryTree;
import ridscope.file.TreePath;
import ridscope.host.BootLogReader;
import ridscope.job.Feedback;
import ridscope.source.Container;
import ridscope.source.Content;
import ridscope.source.DamagedException;
import ridscope.source.Limits;
import ridscope.source.LineScanner;
import ridscope.source.Selection;
import ridscope.source.Selection.Worth;
import ridscope.text.Diagnostic;

/** Takes the files of an archive one after the other and keeps in memory what is wanted of them. */
final class Gathering {

    private static final int LONGEST_NAME = 4096;
    private static final int MOST_INNER = 64;

    private final Selection selection;
    private final Feedback feedback;
    private final MemoryTree files = new MemoryTree();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private String folder = "";
    private int entries;
    private long bytes;
    private int oddNames;
    private int unreadable;
    private int tooLarge;
    private int nested;
    private int inner;

    Gathering(Selection selection, Feedback feedback) {
        this.selection = selection;
        this.feedback = feedback;
    }

    MemoryTree files() {
        return files;
    }

    /** A sentence that says where reading ended, and why. */
    void stopped(String why) {
        diagnostics.add(Diagnostic.of(Container.INCOMPLETE, why + " What stands before that was read."));
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        said(all, oddNames, "ARCHIVE_NAMES", "have names that lead out of the archive or are no names");
        said(all, unreadable, "ARCHIVE_UNREADABLE", "are encrypted, damaged or packed in an unknown way");
        said(all, tooLarge, "ARCHIVE_LIMIT", "are too large or too many to be kept");
        said(all, nested, "ARCHIVE_NESTED", "are archives, and lie too deep or are too many");
        return all;
    }

    private static void said(List<Diagnostic> all, int count, String id, String what) {
        if (count > 0) {
            all.add(Diagnostic.of(
                    id,
                    count + (count == 1 ? " entry" : " entries") + " of the archive were passed over: they " + what
                            + "."));
        }
    }

    /**
     * Gathers a whole archive.
     *
     * @throws IOException where it breaks off or goes beyond a limit; what was gathered before counts
     */
    void archive(InputStream in) throws IOException {
        byte[] start = in.readNBytes(ArchiveKind.ENOUGH);
        InputStream whole = again(start, in);
        Optional<ArchiveKind> kind = ArchiveKind.of(start);
        if (kind.equals(Optional.of(ArchiveKind.ZIP))) {
            ZipFiles.read(whole, this);
        } else if (kind.isPresent()) {
            TarFiles.read(whole, this);
        }
    }

    /**
     * Whether to go on with an entry; called once for each.
     *
     * @throws IOException if there are too many
     */
    Optional<String> path(String name) throws IOException {
        feedback.checkCancelled();
        if (++entries > Limits.ENTRIES) {
            throw new IOException("it has more than " + Limits.ENTRIES + " entries");
        }
        Optional<String> path = name.length() > LONGEST_NAME || name.indexOf('\0') >= 0
                ? Optional.empty()
                : TreePath.normal(name).map(p -> TreePath.join(folder, p));
        if (path.isEmpty() || path.get().chars().filter(c -> c == '/').count() >= Limits.DEPTH) {
            oddNames++;
            return Optional.empty();
        }
        return path;
    }

    void checkCancelled() {
        feedback.checkCancelled();
    }

    void unreadable() {
        unreadable++;
    }

    void directory(String path) {
        if (has(path) && room()) {
            files.directory(path);
        }
    }

    void link(String path, String target) {
        if (has(path) && room() && target.length() <= LONGEST_NAME) {
            files.link(path, target);
        }
    }

    /** A name more for a file that came before. */
    void hardLink(String path, String target) {
        if (has(path) && room()) {
            TreePath.normal(target).ifPresent(existing -> files.same(path, TreePath.join(folder, existing)));
        }
    }

    private boolean has(String path) {
        Worth worth = selection.of(path);
        return worth == Worth.BEGINNING || worth == Worth.FOLDER;
    }

    private boolean room() {
        boolean room = files.count() < Limits.KEPT && bytes < Limits.KEPT_BYTES;
        tooLarge += room ? 0 : 1;
        return room;
    }

    /**
     * A file.
     *
     * @param size the size it claims to have
     * @param content its content, which need not be read
     * @throws IOException if it was read and cannot be
     */
    void file(String path, long size, InputStream content) throws IOException {
        switch (selection.of(path)) {
            case FOLDER -> {
                if (room()) {
                    files.directory(TreePath.parent(path));
                }
            }
            case BEGINNING -> {
                if (room()) {
                    keep(path, content.readNBytes(Limits.ATTRIBUTE), size);
                }
            }
            case LOG -> looked(path, size, content, true);
            case LOOK -> looked(path, size, content, false);
            default -> {
                // Not wanted.
            }
        }
    }

    private void looked(String path, long size, InputStream content, boolean log) throws IOException {
        byte[] start = content.readNBytes(Limits.LOOK);
        InputStream whole = again(start, content);
        if (holdsArchive(start)) {
            inner(path, whole);
        } else if (selection.wants(path, start)) {
            whole(path, size, whole);
        } else if (log && room()) {
            keep(path, kernelLines(whole), size);
        }
    }

    private void whole(String path, long size, InputStream content) throws IOException {
        int most = (int) Math.min(Limits.MEMBER, Limits.KEPT_BYTES - bytes);
        byte[] whole = size > most || !room() ? new byte[0] : content.readNBytes(most);
        if (size > most || whole.length == most) {
            tooLarge++;
        } else if (whole.length > 0) {
            keep(path, whole, size);
        }
    }

    private void keep(String path, byte[] content, long size) {
        bytes += content.length;
        files.file(path, content, size);
    }

    private byte[] kernelLines(InputStream content) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        LineScanner lines = new LineScanner(Content.unpacked(content, feedback));
        while (lines.next() && kept.size() < Limits.LOG) {
            if (BootLogReader.matters(lines.text())) {
                kept.write(lines.bytes(), lines.start(), lines.end() - lines.start());
                kept.write('\n');
            }
        }
        return kept.toByteArray();
    }

    private static boolean holdsArchive(byte[] start) {
        return ArchiveKind.of(start).isPresent()
                || Content.packed(start) && ArchiveKind.of(Content.start(start)).isPresent();
    }

    /** An archive in an archive, as when the report of each host of a cluster is in one file. One more level is not opened. */
    private void inner(String path, InputStream content) throws IOException {
        if (!folder.isEmpty() || ++inner > MOST_INNER) {
            nested++;
            return;
        }
        folder = path;
        try {
            archive(Content.unpacked(content, feedback));
        } catch (EOFException | DamagedException | ZipException e) {
            stopped(Content.unreadable(path, e).getMessage());
        } finally {
            folder = "";
        }
    }

    /** What was read already, then the rest. The rest is never closed: it may be one entry of many. */
    private static InputStream again(byte[] start, InputStream rest) throws IOException {
        PushbackInputStream again = new PushbackInputStream(rest, Math.max(1, start.length));
        again.unread(start);
        return again;
    }
}
