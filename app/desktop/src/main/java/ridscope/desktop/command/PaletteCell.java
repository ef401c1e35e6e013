package ridscope.desktop.command;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A command in the palette: icon, label and keys, and below them what it does or why it cannot be done now. */
final class PaletteCell extends ListCell<PaletteEntry> {

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final StackPane icon = new StackPane();
    private final Label name = new Label();
    private final Label keys = new Label();
    private final Label help = new Label();
    private final BorderPane row = new BorderPane();

    PaletteCell() {
        icon.getStyleClass().add("palette-icon");
        name.getStyleClass().add("palette-name");
        keys.getStyleClass().addAll("mono", "palette-keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        help.getStyleClass().add("palette-help");
        help.setMinWidth(0);
        row.setLeft(icon);
        row.setCenter(new VBox(name, help));
        row.setRight(new HBox(keys));
        row.setMinWidth(0);
        row.setPrefWidth(1);
    }

    @Override
    protected void updateItem(PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        Command command = entry.command();
        icon.getChildren().setAll(command.icon().map(Commands::icon).stream().toList());
        name.setText(command.label());
        keys.setText(command.keys());
        help.setText(entry.obstacle().orElseGet(command::tip));
        pseudoClassStateChanged(OFF, entry.obstacle().isPresent());
        setGraphic(row);
    }
}
