package ridscope.desktop.canvas;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Title of a view, with a quieter line beside it. */
public final class PaneHead extends HBox {

    private final Label subtitle = new Label();

    public PaneHead(String title) {
        getStyleClass().add("pane-head");
        Label label = new Label(title);
        label.getStyleClass().add("pane-title");
        label.setMinWidth(USE_PREF_SIZE);
        subtitle.getStyleClass().add("quiet");
        subtitle.setMinWidth(0);
        setMinWidth(0);
        getChildren().setAll(label, subtitle);
    }

    /** Changes the quieter line. */
    public void setSubtitle(String text) {
        subtitle.setText(text);
    }
}
