package ridscope.desktop.inspector;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import ridscope.desktop.l10n.Messages;

/** The way from the root. It wraps: in a narrow place a long way takes two lines. */
final class Breadcrumb extends FlowPane {

    private static final double SIDES = 26;

    private final InspectorViewModel model;

    Breadcrumb(InspectorViewModel model) {
        this.model = model;
        getStyleClass().add("breadcrumb");
        // Otherwise as wide as its widest step, which is bound to its width.
        setMinWidth(0);
        setId("inspector-breadcrumb");
        setAccessibleText(Messages.text("inspector.breadcrumb"));
    }

    void show(List<Crumb> crumbs) {
        getChildren().clear();
        for (int i = 0; i < crumbs.size(); i++) {
            if (i > 0) {
                Label separator = new Label("›");
                separator.getStyleClass().add("separator");
                getChildren().add(separator);
            }
            add(crumbs.get(i), i == crumbs.size() - 1);
        }
    }

    private void add(Crumb crumb, boolean last) {
        if (last || crumb.target().isEmpty()) {
            Label label = new Label(crumb.text());
            label.getStyleClass().add(last ? "here" : "step");
            // A name longer than the line ends in dots; the tooltip has all of it.
            label.maxWidthProperty().bind(widthProperty().subtract(SIDES));
            label.setTooltip(new Tooltip(crumb.text()));
            getChildren().add(label);
            return;
        }
        Hyperlink link = new Hyperlink(crumb.text());
        link.getStyleClass().add("step");
        link.setAccessibleText(Messages.text("inspector.breadcrumb.select", crumb.text()));
        link.setOnAction(e -> model.go(crumb.target().get()));
        getChildren().add(link);
    }
}
