package ridscope.desktop.inspector;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A card: title and lines. */
final class CardView extends VBox {

    CardView(Card card, Rows rows) {
        getStyleClass().add("card-view");
        setId("card-" + card.id());
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(card.title());
        Label title = new Label(card.title());
        title.getStyleClass().add("card-title");
        getChildren().add(title);
        for (Fact fact : card.facts()) {
            getChildren().add(rows.add(fact));
        }
    }
}
