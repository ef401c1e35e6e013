package ridscope.source.json;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import ridscope.host.HostSnapshot;
import ridscope.source.SnapshotException;
import tools.jackson.core.JacksonException;

/** Saves snapshots as JSON. The same snapshot gives the same bytes. */
public final class SnapshotWriter {

    private SnapshotWriter() {}

    /**
     * Saves to a file, packed with gzip when its name ends in {@code .gz}. The snapshot is written beside the target,
     * forced to disk and then moved, so that a failed save leaves an existing file as it was.
     *
     * @throws SnapshotException if it cannot be written
     */
    public static void save(HostSnapshot snapshot, Path file) throws SnapshotException {
        save(file, out -> write(snapshot, out));
    }

    /** What goes into the file. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    static void save(Path file, Body body) throws SnapshotException {
        Path temporary = null;
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            temporary = Files.createTempFile(target.getParent(), ".ridscope-", ".tmp");
            writeFile(body, temporary, packed(file));
            moveInto(temporary, target);
            temporary = null;
        } catch (IOException | JacksonException e) {
            throw new SnapshotException(file + " cannot be saved" + reason(e), e);
        } finally {
            discard(temporary);
        }
    }

    /**
     * Writes uncompressed JSON and flushes, but does not close.
     *
     * @throws IOException if the stream fails
     */
    public static void write(HostSnapshot snapshot, OutputStream out) throws IOException {
        SnapshotGenerator.write(snapshot, out);
        out.write('\n');
        out.flush();
    }

    private static boolean packed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static void writeFile(Body body, Path file, boolean packed) throws IOException {
        try (FileOutputStream raw = new FileOutputStream(file.toFile())) {
            OutputStream buffered = new BufferedOutputStream(raw, 1 << 16);
            if (packed) {
                GZIPOutputStream gzip = new GZIPOutputStream(buffered, 1 << 16);
                body.write(gzip);
                gzip.finish();
            } else {
                body.write(buffered);
            }
            buffered.flush();
            raw.getFD().sync();
        }
    }

    private static void moveInto(Path temporary, Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "a directory has this name");
        }
        keepPermissions(temporary, target);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Temporary files are private to the user; a snapshot is meant to be passed on, like any other saved document. */
    private static void keepPermissions(Path temporary, Path target) throws IOException {
        if (!Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            return;
        }
        if (Files.exists(target)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
            return;
        }
        Path probe = temporary.resolveSibling(temporary.getFileName() + ".mode");
        Files.createFile(probe);
        try {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(probe));
        } finally {
            Files.delete(probe);
        }
    }

    private static void discard(Path temporary) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException ignored) {
                // The save has failed already; a leftover hidden file is the lesser harm.
            }
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return ": its folder does not exist.";
        }
        if (e instanceof AccessDeniedException) {
            return ": permission denied.";
        }
        String detail = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return detail == null ? "." : ": " + detail + ".";
    }
}
