package ridscope.desktop.export;

import java.util.OptionalDouble;

/** How many pixels a PNG has. */
enum Resolution implements Worded {
    AUTO("export.resolution.auto", OptionalDouble.empty()),
    ONE("export.resolution.single", OptionalDouble.of(1)),
    TWO("export.resolution.double", OptionalDouble.of(2)),
    THREE("export.resolution.triple", OptionalDouble.of(3)),
    FOUR("export.resolution.fourfold", OptionalDouble.of(4)),
    /** So wide as the user says. */
    WIDTH("export.resolution.width", OptionalDouble.empty());

    private final String key;
    private final OptionalDouble scale;

    Resolution(String key, OptionalDouble scale) {
        this.key = key;
        this.scale = scale;
    }

    @Override
    public String key() {
        return key;
    }

    /** Pixels per diagram unit, where that is what is chosen. */
    OptionalDouble scale() {
        return scale;
    }
}
