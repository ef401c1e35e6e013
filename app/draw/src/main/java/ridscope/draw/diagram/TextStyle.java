package ridscope.draw.diagram;

/** The few kinds of text a picture has. Addresses and numbers are monospaced. */
public enum TextStyle {
    BODY(false, false, 11),
    BODY_BOLD(false, true, 11),
    SMALL(false, false, 10),
    MONO(true, false, 11),
    MONO_BOLD(true, true, 11),
    MONO_SMALL(true, false, 10),
    TITLE(false, true, 13),
    /** Read from close by only. */
    DETAIL(false, false, 6.5),
    /** Read from close by only. */
    MONO_DETAIL(true, true, 6.5),
    /** Read where ordinary text is too small. */
    AFAR(false, true, 22),
    /** Read from farther still. */
    FAR(true, true, 60),
    /** Beside it, for what is longer. */
    FAR_LONG(true, true, 40);

    private final boolean mono;
    private final boolean bold;
    private final double size;

    TextStyle(boolean mono, boolean bold, double size) {
        this.mono = mono;
        this.bold = bold;
        this.size = size;
    }

    public boolean mono() {
        return mono;
    }

    public boolean bold() {
        return bold;
    }

    /** Font size in diagram units. */
    public double size() {
        return size;
    }
}
