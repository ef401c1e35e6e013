package ridscope.draw.export;

import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Palettes;

/**
 * How a picture becomes a file.
 *
 * @param palette its colours
 * @param template what stands around it
 * @param page the paper under it
 * @param sharpness the pixels of a PNG
 * @param transparent whether the ground is left out
 * @param part what of the host it shows
 */
public record PictureOptions(
        Palette palette,
        PictureTemplate template,
        PicturePage page,
        PictureSharpness sharpness,
        boolean transparent,
        PicturePart part) {

    /** The whole host in light colours with title, legend and caption, as large as it is. */
    public static final PictureOptions DEFAULT = new PictureOptions(
            Palettes.LIGHT,
            PictureTemplate.FULL,
            PicturePage.OF_PICTURE,
            PictureSharpness.AUTO,
            false,
            PicturePart.WHOLE);

    /** The same in other colours. */
    public PictureOptions withPalette(Palette next) {
        return new PictureOptions(next, template, page, sharpness, transparent, part);
    }

    /** The same with other things around it. */
    public PictureOptions withTemplate(PictureTemplate next) {
        return new PictureOptions(palette, next, page, sharpness, transparent, part);
    }

    /** The same on other paper. */
    public PictureOptions withPage(PicturePage next) {
        return new PictureOptions(palette, template, next, sharpness, transparent, part);
    }

    /** The same with other pixels. */
    public PictureOptions withSharpness(PictureSharpness next) {
        return new PictureOptions(palette, template, page, next, transparent, part);
    }

    /** The same with or without a ground. */
    public PictureOptions withTransparent(boolean next) {
        return new PictureOptions(palette, template, page, sharpness, next, part);
    }

    /** Another part of the host. */
    public PictureOptions withPart(PicturePart next) {
        return new PictureOptions(palette, template, page, sharpness, transparent, next);
    }
}
