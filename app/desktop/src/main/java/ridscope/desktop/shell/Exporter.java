package ridscope.desktop.shell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.export.Caption;
import ridscope.draw.export.PictureException;
import ridscope.draw.export.PictureFormat;
import ridscope.draw.export.PictureFrame;
import ridscope.draw.export.PictureWriter;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.Palette;

/**
 * Writes the picture that is shown, with its title and where it comes from.
 *
 * @param diagram the picture
 * @param palette its colours
 * @param caption its origin
 */
public record Exporter(Diagram diagram, Palette palette, Caption caption) {

    /** Endings of the formats, the usual one first. */
    static List<String> formats() {
        return Arrays.stream(PictureFormat.values()).map(PictureFormat::ending).toList();
    }

    void write(Path file) throws PictureException {
        PictureFrame frame = new PictureFrame(FontMetricsTable.bundled());
        Diagram framed = frame.around(diagram, Optional.of(diagram.title()), Optional.of(caption));
        PictureWriter.write(file, framed, palette);
    }
}
