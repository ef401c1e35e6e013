package ridscope.desktop.export;

import ridscope.draw.layout.TopologyOptions;
import ridscope.draw.layout.ViewOptions;

/** What of a topology is folded in its picture. */
enum Folding implements Worded {
    /** What the window has folded. */
    SHOWN("export.folding.shown"),
    /** Deep parts of a big host, and long runs of alike siblings. */
    AUTO("export.folding.auto"),
    ALL("export.folding.all"),
    NONE("export.folding.none");

    private final String key;

    Folding(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    ViewOptions applied(ViewOptions shown) {
        return switch (this) {
            case SHOWN -> shown;
            case AUTO -> ruled(shown, TopologyOptions.Folding.BY_SIZE);
            case ALL -> ruled(shown, TopologyOptions.Folding.ALL);
            case NONE -> ruled(shown, TopologyOptions.Folding.NONE);
        };
    }

    private static ViewOptions ruled(ViewOptions shown, TopologyOptions.Folding rule) {
        return ViewOptions.DEFAULT.withTopology(shown.topology().withFolding(rule));
    }
}
