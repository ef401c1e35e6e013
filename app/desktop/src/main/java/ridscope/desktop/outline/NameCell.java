package ridscope.desktop.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import ridscope.desktop.canvas.CellTooltip;
import ridscope.desktop.settings.Note;

/** Address and name. What few rows have is in the scene of those rows only, as all that is there is styled. */
final class NameCell extends TreeTableCell<OutlineNode, OutlineRow> {

    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");

    private final Function<OutlineRow, Optional<Note>> notes;
    private final Label address = new Label();
    private final Label name = new Label();
    private final HBox box = new HBox(address, name);

    /** @param notes what the user has noted about a row */
    NameCell(Function<OutlineRow, Optional<Note>> notes, CellTooltip<OutlineRow> whole) {
        this.notes = notes;
        box.getStyleClass().add("outline-name");
        address.getStyleClass().add("mono");
        address.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("quiet");
        name.setMinWidth(0);
        whole.on(this);
    }

    @Override
    protected void updateItem(OutlineRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            address.setText(row.address());
            name.setText(row.name());
            List<Node> parts = new ArrayList<>();
            parts.add(address);
            notes.apply(row).ifPresent(note -> parts.add(new NoteSign(note)));
            row.badge().ifPresent(badge -> parts.add(badge(badge)));
            parts.add(name);
            if (parts.size() > 2 || box.getChildren().size() > 2) {
                box.getChildren().setAll(parts);
            }
            setGraphic(box);
        }
    }

    private static Label badge(OutlineRow.Badge badge) {
        Label label = new Label(badge.text());
        label.getStyleClass().add("badge");
        label.setMinWidth(USE_PREF_SIZE);
        label.pseudoClassStateChanged(FRESH, badge.fresh());
        return label;
    }
}
