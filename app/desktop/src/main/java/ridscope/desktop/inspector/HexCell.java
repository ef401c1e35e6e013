package ridscope.desktop.inspector;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import ridscope.config.ConfigSpace;

/** A row of bytes. */
final class HexCell extends ListCell<HexRow> {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    /** A byte that somebody has hidden. */
    private static final String HIDDEN = "··";

    private static final PseudoClass ZERO = PseudoClass.getPseudoClass("zero");

    private final InspectorViewModel model;
    private final Label offset = new Label();
    private final Label[] bytes = new Label[HexRow.WIDTH];
    private final HBox row = new HBox();
    private final Label words = new Label();

    HexCell(InspectorViewModel model) {
        this.model = model;
        getStyleClass().add("hex-cell");
        offset.getStyleClass().add("hex-offset");
        row.getStyleClass().add("hex-row");
        row.getChildren().add(offset);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = new Label();
            bytes[i].getStyleClass().add("hex-byte");
            if (i == bytes.length / 2) {
                bytes[i].getStyleClass().add("second-half");
            }
            int column = i;
            bytes[i].setOnMousePressed(e -> pressed(column));
            row.getChildren().add(bytes[i]);
        }
        words.getStyleClass().add("hex-gap");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        model.litProperty().addListener((observable, before, now) -> light());
    }

    private void pressed(int column) {
        HexRow item = getItem();
        int at = item == null ? -1 : item.offset() + column;
        if (item != null && !item.gap() && at >= item.from() && at < item.to()) {
            model.lightByte(at);
        }
    }

    @Override
    protected void updateItem(HexRow item, boolean empty) {
        super.updateItem(item, empty);
        Optional<Subject> subject = model.page().subject();
        if (empty || item == null || subject.isEmpty()) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        if (item.gap()) {
            gap(item);
        } else {
            bytes(item, subject.get().config());
        }
        light();
    }

    private void gap(HexRow item) {
        words.setText(RegisterNodes.hex(item.from()) + "–" + RegisterNodes.hex(item.to() - 1) + "  " + item.words());
        words.getStyleClass().setAll("label", "hex-gap", item.tone().style());
        setAccessibleText(words.getText());
        setGraphic(words);
    }

    private void bytes(HexRow item, ConfigSpace config) {
        offset.setText(String.format("%03x", item.offset()));
        StringBuilder spoken = new StringBuilder(offset.getText());
        for (int i = 0; i < bytes.length; i++) {
            int at = item.offset() + i;
            boolean inside = at >= item.from() && at < item.to();
            OptionalInt value = inside ? config.u8(at) : OptionalInt.empty();
            bytes[i].setText(inside ? value.isPresent() ? Words.hex(value.getAsInt(), 2) : HIDDEN : "");
            bytes[i].pseudoClassStateChanged(ZERO, inside && value.orElse(0) == 0);
            spoken.append(inside ? " " + bytes[i].getText() : "");
        }
        setAccessibleText(spoken.toString());
        setGraphic(row);
    }

    private void light() {
        HexRow item = getItem();
        for (int i = 0; i < bytes.length; i++) {
            int at = item == null ? -1 : item.offset() + i;
            boolean lit = item != null
                    && !item.gap()
                    && model.lit().filter(span -> span.contains(at)).isPresent();
            bytes[i].pseudoClassStateChanged(LIT, lit);
        }
    }
}
