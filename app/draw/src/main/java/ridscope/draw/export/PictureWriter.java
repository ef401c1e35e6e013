package ridscope.draw.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.paint.Palette;

/** Writes a picture completely or not at all: beside its target first, flushed, then moved over it. */
public final class PictureWriter {

    private PictureWriter() {}

    /**
     * Writes a picture in the format of the file's ending.
     *
     * @throws PictureException if there is no such format, the picture is too large for it, or the file cannot be written; an
     *     older file of this name is then as it was
     */
    public static void write(Path file, Diagram diagram, Palette palette) throws PictureException {
        PictureFormat format = PictureFormat.of(file)
                .orElseThrow(() ->
                        new PictureException("no picture format for '" + file + "'; the file may end in " + endings()));
        byte[] bytes = format.bytes(diagram, palette);
        try {
            save(file, bytes);
        } catch (IOException e) {
            throw new PictureException("cannot write '" + file + "': " + reason(e), e);
        }
    }

    private static String endings() {
        return Stream.of(PictureFormat.values()).map(f -> "." + f.ending()).collect(Collectors.joining(" or "));
    }

    private static void save(Path file, byte[] bytes) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("it is a directory");
        }
        Path temporary =
                target.resolveSibling("." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        try {
            flushed(temporary, bytes);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void flushed(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        return e instanceof AccessDeniedException ? "no permission" : e.getMessage();
    }
}
