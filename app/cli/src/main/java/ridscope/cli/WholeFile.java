package ridscope.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import ridscope.source.SnapshotException;

/** Writes a file completely or not at all: beside its target first, flushed, then moved over it. */
final class WholeFile {

    /** Fills an output. */
    @FunctionalInterface
    interface Content<T> {
        void write(T out) throws IOException;
    }

    private WholeFile() {}

    /** Text in UTF-8. */
    static void write(Path file, Content<Writer> content) throws SnapshotException {
        writeBytes(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.write(writer);
            writer.flush();
        });
    }

    /** @throws SnapshotException if it cannot be written; an older file of this name is then as it was */
    static void writeBytes(Path file, Content<OutputStream> content) throws SnapshotException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                if (Files.isDirectory(target)) {
                    throw new SnapshotException("cannot write '" + file + "': it is a directory");
                }
                direct(target, content);
            } else {
                beside(target, content);
            }
        } catch (IOException e) {
            throw new SnapshotException("cannot write '" + file + "': " + reason(e), e);
        }
    }

    private static void beside(Path target, Content<OutputStream> content) throws IOException {
        Path name = target.getFileName();
        Path temporary = target.resolveSibling("." + name + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        try {
            direct(temporary, content);
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void direct(Path file, Content<OutputStream> content) throws IOException {
        try (FileOutputStream raw = new FileOutputStream(file.toFile())) {
            OutputStream buffered = new BufferedOutputStream(raw, 1 << 16);
            content.write(buffered);
            buffered.flush();
            if (Files.isRegularFile(file)) {
                raw.getFD().sync();
            }
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        String text = String.valueOf(failure.getMessage());
        int bracket = text.lastIndexOf('(');
        return bracket >= 0 && text.endsWith(")") ? text.substring(bracket + 1, text.length() - 1) : text;
    }
}
