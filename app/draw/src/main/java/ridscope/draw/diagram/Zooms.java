package ridscope.draw.diagram;

/**
 * At which scales of the screen a mark is drawn, so that a picture says little from afar and much from close by.
 *
 * @param from least pixels per diagram unit
 * @param to pixels per diagram unit from which on it is no longer drawn
 */
public record Zooms(double from, double to) {

    /** Below: shapes, colours and a few large names. From here on the smallest ordinary text has 6 pixels. */
    public static final double NEAR_FROM = 0.6;

    /** From here on details. */
    public static final double CLOSE_FROM = 1.6;

    /** Below: no more than what stands out as a block. */
    public static final double FAR_BELOW = 0.28;

    private static final double NOTHING_BELOW = 0.1;

    /** At any scale. */
    public static final Zooms ALWAYS = new Zooms(0, Double.MAX_VALUE);

    /** Not from afar. */
    public static final Zooms NEAR_AND_CLOSE = new Zooms(NEAR_FROM, Double.MAX_VALUE);

    /** Only where there are no details. */
    public static final Zooms NEAR = new Zooms(NEAR_FROM, CLOSE_FROM);

    /** Details. */
    public static final Zooms CLOSE = new Zooms(CLOSE_FROM, Double.MAX_VALUE);

    /** From afar in place of ordinary text. */
    public static final Zooms AFAR = new Zooms(FAR_BELOW, NEAR_FROM);

    /** From still farther. */
    public static final Zooms FAR = new Zooms(NOTHING_BELOW, FAR_BELOW);

    /** Shapes that are too small to be told apart from far. */
    public static final Zooms NOT_FAR = new Zooms(FAR_BELOW, Double.MAX_VALUE);

    /** Whether a mark is drawn at a scale. */
    public boolean holds(double scale) {
        return scale >= from && scale < to;
    }
}
