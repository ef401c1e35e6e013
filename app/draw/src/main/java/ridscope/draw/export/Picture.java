package ridscope.draw.export;

import java.nio.file.Path;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.fonts.FontMetricsTable;

/**
 * A picture that is ready to become a file.
 *
 * @param diagram the marks, with what stands around them
 * @param origin host, kernel, capture time and program on one line, for formats that keep it beside the picture
 * @param options its colours, page and pixels; what concerns the marks is done
 */
public record Picture(Diagram diagram, Caption origin, PictureOptions options) {

    /**
     * Marks with a title above and a caption below, as far as they are asked for.
     *
     * @param diagram what is shown; its legend, if any, is part of it
     * @param origin what the caption says
     */
    public static Picture framed(Diagram diagram, Caption origin, PictureOptions options) {
        PictureTemplate template = options.template();
        Optional<String> title =
                template.title() ? template.titleText().or(() -> Optional.of(diagram.title())) : Optional.empty();
        Optional<Caption> caption = template.caption() ? Optional.of(origin) : Optional.empty();
        Diagram framed = new PictureFrame(FontMetricsTable.bundled()).around(diagram, title, caption);
        return new Picture(framed, origin, options);
    }

    /**
     * The whole file. The same picture gives the same bytes.
     *
     * @throws PictureException if the format cannot hold a picture of that size
     */
    public byte[] bytes(PictureFormat format) throws PictureException {
        return format.bytes(this);
    }

    /**
     * Writes it in the format of the file's ending.
     *
     * @throws PictureException if there is no such format, the picture is too large for it, or the file cannot be written; an
     *     older file of this name is then as it was
     */
    public void write(Path file) throws PictureException {
        PictureWriter.write(file, this);
    }
}
