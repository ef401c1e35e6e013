package ridscope.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a source, unpacked if they are gzip, and what went wrong with them in words. */
public final class Content {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER = 256 * 1024;

    private Content() {}

    /**
     * Opens a file or bytes for reading. Gzip is unpacked whatever the name says.
     *
     * @throws SnapshotException if it cannot be opened
     */
    public static InputStream open(Source source) throws SnapshotException {
        if (source instanceof Source.Bytes bytes) {
            return unpacked(new ByteArrayInputStream(bytes.content()), source.title());
        }
        if (source instanceof Source.OnDisk disk) {
            return openFile(disk.path());
        }
        throw new SnapshotException(source.title() + " has no bytes to read.");
    }

    private static InputStream openFile(Path path) throws SnapshotException {
        try {
            return unpacked(new BufferedInputStream(Files.newInputStream(path), BUFFER), path.toString());
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
    }

    private static InputStream unpacked(InputStream in, String title) throws SnapshotException {
        try {
            in.mark(2);
            int magic = in.read() << 8 | in.read();
            in.reset();
            return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
        } catch (IOException e) {
            throw unreadable(title, e);
        }
    }

    /** An input failure as a sentence for the user. */
    public static SnapshotException unreadable(String title, IOException e) {
        return new SnapshotException(title + reason(e), e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return " does not exist.";
        }
        if (e instanceof AccessDeniedException) {
            return " cannot be read: permission denied.";
        }
        if (e instanceof EOFException) {
            return " ends too early; it was probably cut while it was copied.";
        }
        if (e instanceof ZipException) {
            return " is damaged: the gzip data in it cannot be unpacked (" + e.getMessage() + ").";
        }
        String detail = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return " cannot be read" + (detail == null ? "." : ": " + detail + ".");
    }
}
