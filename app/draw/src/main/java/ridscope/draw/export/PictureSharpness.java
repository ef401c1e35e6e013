package ridscope.draw.export;

/** How many pixels a PNG has; the other formats have none. */
public sealed interface PictureSharpness {

    /** Two pixels per diagram unit, or as many as a large picture allows. */
    PictureSharpness AUTO = new Auto();

    /** Two pixels per diagram unit, or as many as a large picture allows. */
    record Auto() implements PictureSharpness {}

    /**
     * So many pixels per diagram unit.
     *
     * @param pixels above 0
     */
    record Scale(double pixels) implements PictureSharpness {

        /** @throws IllegalArgumentException if it is not above 0 */
        public Scale {
            if (!(pixels > 0) || Double.isInfinite(pixels)) {
                throw new IllegalArgumentException("scale " + pixels);
            }
        }
    }

    /**
     * A picture exactly so wide; its height follows.
     *
     * @param pixels above 0
     */
    record Width(int pixels) implements PictureSharpness {

        /** @throws IllegalArgumentException if it is not above 0 */
        public Width {
            if (pixels <= 0) {
                throw new IllegalArgumentException("width " + pixels);
            }
        }
    }
}
