package ridscope.draw.export;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.paint.Palette;
import ridscope.file.FileWriteException;
import ridscope.file.WholeFile;

/** Writes pictures; a failure leaves an older file as it was. */
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
            WholeFile.write(file, out -> out.write(bytes));
        } catch (FileWriteException e) {
            throw new PictureException(e.getMessage(), e);
        }
    }

    private static String endings() {
        return Stream.of(PictureFormat.values()).map(f -> "." + f.ending()).collect(Collectors.joining(" or "));
    }
}
