package ridscope.desktop.busplan;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Buttons of which one is always down. */
final class Choice {

    private final ToggleGroup group = new ToggleGroup();

    Choice() {
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
    }

    ToggleButton button(String id, String text, String tip) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleHelp(tip);
        button.getStyleClass().add("plan-tab");
        return button;
    }

    /** Shows a part while its button is down. What is not shown is not even styled: that would cost as much as showing it. */
    void show(ToggleButton button, Node part, Pane place) {
        button.selectedProperty().addListener((observable, before, now) -> {
            if (now) {
                place.getChildren().setAll(part);
            }
        });
    }

    void choose(ToggleButton button) {
        group.selectToggle(button);
    }
}
