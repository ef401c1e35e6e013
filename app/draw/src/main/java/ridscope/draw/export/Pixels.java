package ridscope.draw.export;

/**
 * How large a PNG is.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Pixels(int width, int height) {

    /** Pixels per unit where nobody asks for others and it does not get too large. */
    static final double SCALE = 2;

    private static final double SMALLEST_SCALE = 0.5;

    /** What an ordinary machine has memory for. */
    private static final double MOST = 48e6;

    /**
     * @param width of the picture, 96 to the inch
     * @param height of the picture, 96 to the inch
     * @throws PictureException if that are too many
     */
    static Pixels of(double width, double height, PictureSharpness asked) throws PictureException {
        double scale;
        if (asked instanceof PictureSharpness.Scale s) {
            scale = s.pixels();
        } else if (asked instanceof PictureSharpness.Width w) {
            scale = w.pixels() / width;
        } else {
            scale = Math.min(SCALE, Math.sqrt(MOST / (width * height)));
            if (scale < SMALLEST_SCALE) {
                throw new PictureException("a picture of " + Math.round(width) + " × " + Math.round(height)
                        + " points is too large for PNG; write it as .svg or .pdf");
            }
        }
        double w = asked instanceof PictureSharpness.Width exact ? exact.pixels() : pixels(width * scale);
        double h = pixels(height * scale);
        // Rounding up may add a row and a column.
        if (w * h > MOST + w + h) {
            throw new PictureException("a PNG of " + Math.round(w) + " × " + Math.round(h)
                    + " pixels is too large; ask for at most 48 million pixels, or write it as .svg or .pdf");
        }
        return new Pixels((int) w, (int) h);
    }

    /** Whole pixels that hold a length; a hair above a whole number is not another pixel. */
    private static double pixels(double length) {
        return Math.max(1, Math.ceil(length - 1e-6));
    }
}
