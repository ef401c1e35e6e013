package ridscope.draw.fonts;

import ridscope.draw.diagram.TextStyle;

/** The four bundled faces. */
public enum FontFace {
    SANS("IBMPlexSans-Regular.ttf", "IBM Plex Sans", false),
    SANS_BOLD("IBMPlexSans-SemiBold.ttf", "IBM Plex Sans", true),
    MONO("IBMPlexMono-Regular.ttf", "IBM Plex Mono", false),
    MONO_BOLD("IBMPlexMono-SemiBold.ttf", "IBM Plex Mono", true);

    private final String file;
    private final String family;
    private final boolean bold;

    FontFace(String file, String family, boolean bold) {
        this.file = file;
        this.family = family;
        this.bold = bold;
    }

    /** The face a style is set in. */
    public static FontFace of(TextStyle style) {
        if (style.mono()) {
            return style.bold() ? MONO_BOLD : MONO;
        }
        return style.bold() ? SANS_BOLD : SANS;
    }

    /** File name within the package's resources. */
    public String file() {
        return file;
    }

    /** Family name, such as {@code IBM Plex Sans}. */
    public String family() {
        return family;
    }

    /** Whether it is the semi-bold cut (weight 600). */
    public boolean bold() {
        return bold;
    }
}
