package ridscope.desktop.theme;

import java.util.Locale;
import java.util.Optional;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Palettes;

/** The looks the window can have. */
public enum Theme {
    LIGHT,
    DARK,
    CONTRAST,
    PRINT;

    /** {@code light}: as style sheets, palettes and settings spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of a name. */
    public static Optional<Theme> of(String id) {
        for (Theme theme : values()) {
            if (theme.id().equals(id)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }

    /** Colours of diagrams. */
    public Palette palette() {
        return Palettes.named(id()).orElseThrow();
    }

    /** The one a toggle switches to. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Whether its ground is dark. */
    boolean dark() {
        return this == DARK || this == CONTRAST;
    }
}
