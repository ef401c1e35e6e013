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
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import ridscope.job.Feedback;

/** The bytes of a source, unpacked if they are gzip, and what went wrong with them in words. */
public final class Content {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER = 256 * 1024;

    private Content() {}

    /**
     * Opens a file or bytes for reading. Gzip is unpacked whatever the name says, and UTF-16 becomes UTF-8. Reading reports progress, and ends with
     * {@link ridscope.job.CancelledException} when the caller cancels.
     *
     * @throws SnapshotException if it cannot be opened
     */
    public static InputStream open(Source source, Feedback feedback) throws SnapshotException {
        if (source instanceof Source.Bytes bytes) {
            byte[] content = bytes.content();
            return unpacked(
                    new WatchedStream(new ByteArrayInputStream(content), content.length, feedback), source.named());
        }
        if (source instanceof Source.OnDisk disk) {
            return openFile(disk, feedback);
        }
        throw new SnapshotException(source.named() + " has no bytes to read.");
    }

    private static InputStream openFile(Source.OnDisk disk, Feedback feedback) throws SnapshotException {
        Path path = disk.path();
        try {
            InputStream file = new WatchedStream(Files.newInputStream(path), Files.size(path), feedback);
            return unpacked(file, disk.named());
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
    }

    /** The first bytes, as many as there are up to the limit; what stands before damage counts. */
    static byte[] head(Source source, int limit, Feedback feedback) throws SnapshotException {
        byte[] bytes = new byte[limit];
        int length = 0;
        try (InputStream in = open(source, feedback)) {
            int count = 0;
            while (length < limit && count >= 0) {
                count = in.read(bytes, length, limit - length);
                length += Math.max(0, count);
            }
        } catch (EOFException | ZipException e) {
            if (length == 0) {
                throw unreadable(source.named(), e);
            }
        } catch (IOException e) {
            throw unreadable(source.named(), e);
        }
        return Arrays.copyOf(bytes, length);
    }

    /**
     * All bytes of a stream that can be read only once, as they are.
     *
     * @throws SnapshotException if reading fails or there are more than {@link Limits#SLURP}
     */
    public static byte[] slurp(InputStream in, String title, Feedback feedback) throws SnapshotException {
        try {
            byte[] bytes = new WatchedStream(in, -1, feedback).readNBytes(Limits.SLURP);
            if (bytes.length == Limits.SLURP && in.read() >= 0) {
                throw new SnapshotException(title + " has more than " + Limits.SLURP + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(title, e);
        }
    }

    private static InputStream unpacked(InputStream raw, String title) throws SnapshotException {
        try {
            BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
            int magic = firstTwo(in);
            if (magic != GZIP_MAGIC) {
                return Utf16Stream.marks(magic) ? new Utf16Stream(in) : in;
            }
            InputStream inside = new BoundedStream(new GZIPInputStream(in, BUFFER), Limits.UNPACKED);
            BufferedInputStream buffered = new BufferedInputStream(inside, BUFFER);
            return Utf16Stream.marks(firstTwo(buffered)) ? new Utf16Stream(buffered) : buffered;
        } catch (IOException e) {
            throw unreadable(title, e);
        }
    }

    private static int firstTwo(BufferedInputStream in) throws IOException {
        in.mark(2);
        int two = in.read() << 8 | in.read();
        in.reset();
        return two;
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
