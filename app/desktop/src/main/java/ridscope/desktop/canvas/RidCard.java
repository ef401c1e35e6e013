package ridscope.desktop.canvas;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import ridscope.desktop.document.RidDescription;

/** The card beside the pointer that names a Routing ID in all notations, with owner, formula and routing. */
public final class RidCard extends VBox {

    private static final PseudoClass CONFLICT = PseudoClass.getPseudoClass("conflict");

    public RidCard() {
        getStyleClass().add("rid-card");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /** Shows a description beside a point, inside a pane of the given size. */
    public void show(RidDescription told, double x, double y, double width, double height) {
        Label heading = label(told.heading(), "mono-strong");
        getChildren().setAll(heading);
        for (String claim : told.claims()) {
            getChildren().add(label(claim, told.conflict() ? "alert" : "claim"));
        }
        getChildren().add(label(told.routing(), "quiet"));
        pseudoClassStateChanged(CONFLICT, told.conflict());
        setVisible(true);
        applyCss();
        autosize();
        double left = x + 16 + getWidth() > width ? x - 16 - getWidth() : x + 16;
        double top = y + 16 + getHeight() > height ? y - 16 - getHeight() : y + 16;
        relocate(Math.max(4, Math.min(left, width - getWidth() - 4)), Math.max(4, top));
    }

    /** Takes it away. */
    public void hide() {
        setVisible(false);
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
