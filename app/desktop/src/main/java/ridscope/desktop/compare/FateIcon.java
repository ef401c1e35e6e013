package ridscope.desktop.compare;

import javafx.scene.layout.Region;
import ridscope.diff.Fate;

/** The sign of a kind of change, whose shape tells it without colours. */
final class FateIcon extends Region {

    FateIcon(Fate fate) {
        this();
        show(fate);
    }

    FateIcon() {
        getStyleClass().addAll("icon", "fate-icon");
    }

    /** Shows another one. */
    void show(Fate fate) {
        getStyleClass().removeIf(name -> name.startsWith("fate-") && !name.equals("fate-icon"));
        getStyleClass().add("fate-" + fate.id());
    }
}
