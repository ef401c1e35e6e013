package ridscope.draw.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import ridscope.file.FileWriteException;
import ridscope.file.WholeFile;

/** Writes pictures; a failure leaves an older file as it was. */
final class PictureWriter {

    private PictureWriter() {}

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
