package ridscope.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import ridscope.host.BootLog;
import ridscope.host.BootLogReader;
import ridscope.job.Feedback;

/** Finds boot logs: in a file of their own, and among other text. */
public final class BootLogs {

    /** As many lines of a kernel make a text a log. */
    private static final int ENOUGH = 3;

    private BootLogs() {}

    /**
     * Reads a file that is said to be a boot log.
     *
     * @throws SnapshotException if it cannot be read, or says nothing about PCI
     */
    public static BootLog read(Source source, Feedback feedback) throws SnapshotException {
        try (InputStream in = Content.open(source, feedback)) {
            BootLog log = among(in);
            if (log.lines().isEmpty()) {
                throw new SnapshotException(source.named() + " has no line in which a kernel speaks of PCI;"
                        + " a boot log is what `dmesg` or `journalctl -k` prints.");
            }
            return log;
        } catch (IOException e) {
            throw Content.unreadable(source.named(), e);
        }
    }

    /**
     * The log that stands somewhere in a text; empty if there is none.
     *
     * @throws IOException if reading fails
     */
    static BootLog among(InputStream in) throws IOException {
        BootLogReader reader = new BootLogReader();
        LineScanner lines = new LineScanner(in);
        while (lines.next()) {
            // Most lines of a dump are rows or indented; making a text of each would take as long as reading them.
            if (lines.end() - lines.start() > 0 && !indentedOrRow(lines)) {
                reader.mixed(lines.text());
            }
        }
        return reader.read();
    }

    private static boolean indentedOrRow(LineScanner lines) {
        byte[] bytes = lines.bytes();
        int at = lines.start();
        int length = lines.end() - at;
        return bytes[lines.rawStart()] == '\t' || length > 3 && (bytes[at + 2] == ':' || bytes[at + 3] == ':');
    }

    /**
     * Whether a file, or a text in memory, looks like a boot log. Asks for a log only: a dump with a log around it is one, too.
     *
     * @throws SnapshotException if it cannot be read
     */
    public static boolean recognise(Source source, Feedback feedback) throws SnapshotException {
        boolean text = source instanceof Source.OnDisk disk
                ? Files.isRegularFile(disk.path())
                : source instanceof Source.Bytes;
        return text && recognise(new Head(source, false, Content.head(source, Head.LIMIT, feedback)));
    }

    /** Whether a text is nothing that a reader knows, but a boot log. */
    static boolean recognise(Head head) {
        if (head.binary()) {
            return false;
        }
        LineScanner lines = new LineScanner(new ByteArrayInputStream(head.bytes()));
        int found = 0;
        try {
            while (found < ENOUGH && lines.next()) {
                found += BootLogReader.isKernelLine(lines.text()) ? 1 : 0;
            }
        } catch (IOException e) {
            return false;
        }
        return found == ENOUGH;
    }
}
