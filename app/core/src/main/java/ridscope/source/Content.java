package ridscope.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import ridscope.job.Feedback;

/** The bytes of a source, unpacked if they are compressed, and what went wrong with them in words. */
public final class Content {

    /** How many of the first bytes tell how content is compressed. */
    public static final int MAGIC = 16;

    private static final int BUFFER = 256 * 1024;

    private Content() {}

    /**
     * Opens a file or bytes for reading. Compressed content is unpacked whatever the name says, and UTF-16 becomes UTF-8.
     * Reading reports progress, and ends with {@link ridscope.job.CancelledException} when the caller cancels.
     *
     * @throws SnapshotException if it cannot be opened
     */
    public static InputStream open(Source source, Feedback feedback) throws SnapshotException {
        return open(source, Limits.UNPACKED, feedback);
    }

    /**
     * The same with another limit.
     *
     * @param limit how many bytes may be unpacked
     * @throws SnapshotException if it cannot be opened
     */
    public static InputStream open(Source source, long limit, Feedback feedback) throws SnapshotException {
        try {
            if (source instanceof Source.Bytes bytes) {
                byte[] content = bytes.content();
                return unpacked(new ByteArrayInputStream(content), content.length, limit, feedback);
            }
            if (source instanceof Source.OnDisk disk) {
                Path path = disk.path();
                return unpacked(Files.newInputStream(path), Files.size(path), limit, feedback);
            }
        } catch (IOException e) {
            throw unreadable(source.named(), e);
        }
        throw new SnapshotException(source.named() + " has no bytes to read.");
    }

    /**
     * A stream of bytes as they are, unpacked if they are compressed.
     *
     * @throws IOException if they are, and cannot be unpacked
     */
    public static InputStream unpacked(InputStream packed, Feedback feedback) throws IOException {
        return unpacked(packed, -1, Limits.UNPACKED, feedback);
    }

    /** Not with a buffer: one that asks for more than there is loses what stands before damage. */
    private static InputStream text(InputStream in) throws IOException {
        byte[] two = in.readNBytes(2);
        PushbackInputStream again = new PushbackInputStream(in, 2);
        again.unread(two);
        return two.length == 2 && Utf16Stream.marks((two[0] & 0xff) << 8 | two[1] & 0xff)
                ? new Utf16Stream(again)
                : again;
    }

    /** Whether content is compressed in a way that is undone, by its first bytes. */
    public static boolean packed(byte[] start) {
        return Compression.known(start);
    }

    /** What the beginning of some content unpacks to, as far as it goes and at most {@link Limits#LOOK} bytes. */
    public static byte[] start(byte[] start) {
        if (!packed(start)) {
            return start;
        }
        byte[] bytes = new byte[Limits.LOOK];
        int length = 0;
        try (InputStream in = unpacked(new ByteArrayInputStream(start), Feedback.NONE)) {
            for (int count = 0; count >= 0 && length < bytes.length; length += Math.max(0, count)) {
                count = in.read(bytes, length, bytes.length - length);
            }
        } catch (IOException e) {
            // The rest is not here.
        }
        return Arrays.copyOf(bytes, length);
    }

    private static InputStream unpacked(InputStream packed, long total, long limit, Feedback feedback)
            throws IOException {
        WatchedStream watched = new WatchedStream(packed, total, feedback);
        BufferedInputStream in = new BufferedInputStream(watched, BUFFER);
        in.mark(MAGIC);
        try {
            byte[] start = in.readNBytes(MAGIC);
            in.reset();
            Optional<InputStream> unpacked = Compression.unpack(start, in);
            return text(unpacked.isEmpty() ? in : new BoundedStream(unpacked.get(), limit, watched::done));
        } catch (IOException e) {
            in.close();
            throw e;
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
        } catch (EOFException | ZipException | DamagedException e) {
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
        if (e instanceof DamagedException) {
            return " is damaged: " + e.getMessage() + ".";
        }
        if (e instanceof ZipException) {
            return " is damaged: the gzip data in it cannot be unpacked (" + e.getMessage() + ").";
        }
        String detail = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return " cannot be read" + (detail == null ? "." : ": " + detail + ".");
    }
}
