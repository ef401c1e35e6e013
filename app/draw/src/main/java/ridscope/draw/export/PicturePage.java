package ridscope.draw.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The paper under a picture.
 *
 * @param size empty for a page as large as the picture
 * @param landscape whether the longer side lies
 * @param fit what is done with a picture of another size
 */
public record PicturePage(Optional<Size> size, boolean landscape, Fit fit) {

    /** As large as the picture. */
    public static final PicturePage OF_PICTURE = new PicturePage(Optional.empty(), false, Fit.SHRINK);

    /** Free at each edge of a page, millimetres; a page as large as the picture has none. */
    public static final double MARGIN = 10;

    private static final double UNITS_PER_MM = 96 / 25.4;

    /** A page, upright. Slides are always wide. */
    public static PicturePage of(Size size) {
        return new PicturePage(Optional.of(size), size == Size.SLIDE, Fit.SHRINK);
    }

    /** The same page, lying or standing. */
    public PicturePage withLandscape(boolean next) {
        return new PicturePage(size, next, fit);
    }

    /** The same page, filled in another way. */
    public PicturePage withFit(Fit next) {
        return new PicturePage(size, landscape, next);
    }

    /** Width in diagram units, 96 to the inch; empty for a page as large as the picture. */
    Optional<Double> width() {
        return size.map(s -> UNITS_PER_MM * (landscape ? s.longer : s.shorter));
    }

    /** Height in diagram units, 96 to the inch; empty for a page as large as the picture. */
    Optional<Double> height() {
        return size.map(s -> UNITS_PER_MM * (landscape ? s.shorter : s.longer));
    }

    /** What is done with a picture that is larger than its page. */
    public enum Fit {
        /** It gets smaller until it fits; a small one keeps its size. */
        SHRINK,
        /** It keeps its size: 96 diagram units to the inch. PDF takes as many pages as it needs. */
        ACTUAL
    }

    /** Sizes of paper. */
    public enum Size {
        A4(210, 297),
        A3(297, 420),
        LETTER(215.9, 279.4),
        /** 16:9, as wide as slides of today's programs: 13⅓ × 7½ inches. */
        SLIDE(190.5, 338.667);

        private final double shorter;
        private final double longer;

        Size(double shorter, double longer) {
            this.shorter = shorter;
            this.longer = longer;
        }

        /** As the command line spells it: {@code a4}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The size of a name; empty for all others. */
        public static Optional<Size> of(String id) {
            return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
        }

        /** All names. */
        public static List<String> ids() {
            return Arrays.stream(values()).map(Size::id).toList();
        }
    }
}
