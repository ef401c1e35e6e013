package ridscope.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import ridscope.file.FileWriteException;
import ridscope.file.WholeFile;

/** Files of text that {@code export} writes, in UTF-8. */
final class TextFile {

    /** Fills a file. */
    @FunctionalInterface
    interface Text {
        void write(Writer writer) throws IOException;
    }

    private TextFile() {}

    /** @throws FileWriteException if it cannot be written; an older file of this name is then as it was */
    static void write(Path file, Text text) throws FileWriteException {
        WholeFile.write(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
            text.write(writer);
            writer.flush();
        });
    }
}
