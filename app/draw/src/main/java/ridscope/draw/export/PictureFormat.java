package ridscope.draw.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Rect;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Viewport;
import ridscope.draw.pdf.PdfSurface;
import ridscope.draw.png.PngSurface;
import ridscope.draw.svg.SvgSurface;

/** The file formats of pictures. */
public enum PictureFormat {
    SVG {
        @Override
        byte[] bytes(Picture picture, List<Sheet> sheets) throws PictureException {
            Diagram diagram = picture.diagram();
            Palette palette = ground(picture);
            Sheet sheet = only(sheets);
            SvgSurface surface = new SvgSurface(diagram, palette, sheet.times());
            DiagramPainter.paint(diagram, palette, new Viewport(sheet.visible(), 1), Set.of(), surface);
            return surface.svg().getBytes(StandardCharsets.UTF_8);
        }
    },
    PDF {
        @Override
        byte[] bytes(Picture picture, List<Sheet> sheets) {
            Diagram diagram = picture.diagram();
            Palette palette = ground(picture);
            String origin = String.join(" · ", picture.origin().parts());
            PdfSurface.About about = new PdfSurface.About(
                    diagram.title(), origin, picture.origin().program());
            try (PdfSurface surface =
                    new PdfSurface(about, sheets.get(0).times(), sheets.get(0).free())) {
                for (Sheet sheet : sheets) {
                    DiagramPainter.paint(diagram, palette, new Viewport(sheet.visible(), 1), Set.of(), surface);
                }
                return surface.pdf();
            }
        }
    },
    PNG {
        @Override
        byte[] bytes(Picture picture, List<Sheet> sheets) throws PictureException {
            Sheet sheet = only(sheets);
            Rect r = sheet.visible();
            Pixels pixels = Pixels.of(
                    r.width() * sheet.times(),
                    r.height() * sheet.times(),
                    picture.options().sharpness());
            PngSurface surface = new PngSurface(pixels.width(), pixels.height());
            Viewport view = new Viewport(r, pixels.width() / r.width(), 1);
            DiagramPainter.paint(picture.diagram(), ground(picture), view, Set.of(), surface);
            return surface.png();
        }
    };

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
     * The whole file. The same picture gives the same bytes.
     *
     * @throws PictureException if the format cannot hold a picture of that size
     */
    byte[] bytes(Picture picture) throws PictureException {
        return bytes(picture, Sheet.of(picture.diagram(), picture.options().page()));
    }

    abstract byte[] bytes(Picture picture, List<Sheet> sheets) throws PictureException;

    private static Palette ground(Picture picture) {
        Palette palette = picture.options().palette();
        return picture.options().transparent() ? palette.withoutGround() : palette;
    }

    static Sheet only(List<Sheet> sheets) throws PictureException {
        if (sheets.size() > 1) {
            throw new PictureException("in its own size the picture takes " + sheets.size()
                    + " pages, which only .pdf can hold; shrink it to one page or write it as .pdf");
        }
        return sheets.get(0);
    }
}
