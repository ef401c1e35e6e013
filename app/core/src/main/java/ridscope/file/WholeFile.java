package ridscope.file;

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

/**
 * Writes a file completely or not at all: beside its target first, forced to disk, then moved over it. A link is followed,
 * permissions of an older file are kept. Devices and pipes are written directly.
 */
public final class WholeFile {

    /** Fills an output. */
    @FunctionalInterface
    public interface Content {
        /** @throws IOException if the output fails */
        void write(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** @throws FileWriteException if it cannot be written; an older file of this name is then as it was */
    public static void write(Path file, Content content) throws FileWriteException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new FileSystemException(target.toString(), null, "it is a directory");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                direct(target, content);
            } else {
                beside(target, content);
            }
        } catch (IOException e) {
            throw new FileWriteException("cannot write '" + file + "': " + reason(e) + ".", e);
        }
    }

    private static void beside(Path target, Content content) throws IOException {
        Path name = target.getFileName();
        Path temporary = target.resolveSibling("." + name + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        try {
            direct(temporary, content);
            keepPermissions(target, temporary);
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void direct(Path file, Content content) throws IOException {
        try (FileOutputStream raw = new FileOutputStream(file.toFile())) {
            OutputStream buffered = new BufferedOutputStream(raw, 1 << 16);
            content.write(buffered);
            buffered.flush();
            if (Files.isRegularFile(file)) {
                raw.getFD().sync();
            }
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.exists(from) && Files.getFileStore(to).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        // FileOutputStream says "PATH (reason)".
        String text = String.valueOf(failure.getMessage());
        int bracket = text.lastIndexOf('(');
        return bracket >= 0 && text.endsWith(")") ? text.substring(bracket + 1, text.length() - 1) : text;
    }
}
