package ridscope.desktop.shell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.export.Caption;
import ridscope.draw.export.PictureException;
import ridscope.draw.export.PictureFormat;
import ridscope.draw.export.PictureFrame;
import ridscope.draw.export.PictureWriter;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.Palette;

/**
 * Writes the picture that is shown as the command line writes it: with title, legend and where it comes from.
 *
 * @param diagram makes the picture with its legend; any thread may ask
 * @param palette its colours
 * @param caption its origin
 */
public record Exporter(Supplier<Diagram> diagram, Palette palette, Caption caption) {

    /** Endings of the formats, the usual one first. */
    static List<String> formats() {
        return Arrays.stream(PictureFormat.values()).map(PictureFormat::ending).toList();
    }

    /** {@code server-a-topology.svg}: a host's name may hold what a file's name must not. */
    static String fileName(Optional<String> host, String end) {
        String name = host.map(h -> h.replaceAll("[^\\p{L}\\p{N}._-]+", "-"))
                .filter(h -> !h.isEmpty() && !h.startsWith("."))
                .map(h -> h + "-")
                .orElse("");
        return name + end;
    }

    void write(Path file) throws PictureException {
        PictureFrame frame = new PictureFrame(FontMetricsTable.bundled());
        Diagram picture = diagram.get();
        Diagram framed = frame.around(picture, Optional.of(picture.title()), Optional.of(caption));
        PictureWriter.write(file, framed, palette);
    }
}
