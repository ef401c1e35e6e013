package ridscope.desktop.canvas;

import javafx.scene.layout.Region;
import ridscope.desktop.document.SeverityWords;
import ridscope.rules.Severity;

/** The sign of a severity, each of a shape of its own; what it means must stand beside it or in a tooltip. */
public final class SeverityIcon extends Region {

    public SeverityIcon() {
        getStyleClass().setAll("severity-icon");
    }

    public SeverityIcon(Severity severity) {
        this();
        show(severity);
    }

    /** Takes on the shape of a severity. */
    public void show(Severity severity) {
        getStyleClass().setAll("severity-icon", "severity-" + SeverityWords.id(severity));
    }
}
