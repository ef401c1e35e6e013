package ridscope.draw.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Viewport;
import ridscope.draw.png.PngSurface;
import ridscope.draw.svg.SvgSurface;

/** The file formats of pictures. */
public enum PictureFormat {
    SVG {
        @Override
        public byte[] bytes(Diagram diagram, Palette palette) {
            SvgSurface surface = new SvgSurface(diagram, palette);
            DiagramPainter.paint(diagram, palette, Viewport.all(diagram), Set.of(), surface);
            return surface.svg().getBytes(StandardCharsets.UTF_8);
        }
    },
    PNG {
        @Override
        public byte[] bytes(Diagram diagram, Palette palette) throws PictureException {
            PngSurface surface = new PngSurface();
            Viewport view = Viewport.all(diagram).scaled(pngScale(diagram));
            DiagramPainter.paint(diagram, palette, view, Set.of(), surface);
            return surface.png();
        }
    };

    /** Pixels per diagram unit of a PNG, where it does not get too large. */
    public static final double SCALE = 2;

    private static final double SMALLEST_SCALE = 0.5;
    private static final double MOST_PIXELS = 48e6;

    /** The format of a file's ending, in any case; empty for all others. */
    public static Optional<PictureFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (PictureFormat format : values()) {
            if (name.endsWith("." + format.ending())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Without a dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The whole file. The same diagram and palette give the same bytes.
     *
     * @throws PictureException if the format cannot hold a picture of that size
     */
    public abstract byte[] bytes(Diagram diagram, Palette palette) throws PictureException;

    /** As sharp as memory allows. */
    static double pngScale(Diagram diagram) throws PictureException {
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (diagram.width() * diagram.height())));
        if (scale < SMALLEST_SCALE) {
            throw new PictureException("a picture of " + Math.round(diagram.width()) + " × "
                    + Math.round(diagram.height()) + " points is too large for PNG; write it as .svg");
        }
        return scale;
    }
}
