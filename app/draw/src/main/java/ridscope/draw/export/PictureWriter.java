package ridscope.draw.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.paint.Palette;
import ridscope.file.FileWriteException;
import ridscope.file.WholeFile;

/** Writes pictures; a failure leaves an older file as it was. */
public final class PictureWriter {

    private PictureWriter() {}

    /**
     * Writes marks as they are.
     *
     * @throws PictureException as {@link Picture#write} does
     */
    public static void write(Path file, Diagram diagram, Palette palette) throws PictureException {
        write(file, new Picture(diagram, new Caption(List.of(), ""), PictureOptions.DEFAULT.withPalette(palette)));
    }

    static void write(Path file, Picture picture) throws PictureException {
        PictureFormat format = PictureFormat.of(file)
                .orElseThrow(() ->
                        new PictureException("no picture format for '" + file + "'; the file may end in " + endings()));
        byte[] bytes = format.bytes(picture);
        try {
            WholeFile.write(file, out -> out.write(bytes));
        } catch (FileWriteException e) {
            throw new PictureException(e.getMessage(), e);
        }
    }

    private static String endings() {
        List<String> all =
                Arrays.stream(PictureFormat.values()).map(f -> "." + f.ending()).toList();
        int last = all.size() - 1;
        return String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }
}
