package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The lines of all cards as one list for the keyboard: one of them is a Tab stop, arrows walk. */
final class Rows {

    private final InspectorViewModel model;
    private final List<FactRow> rows = new ArrayList<>();

    Rows(InspectorViewModel model) {
        this.model = model;
    }

    FactRow add(Fact fact) {
        FactRow row = new FactRow(fact, model);
        row.setFocusTraversable(rows.isEmpty());
        row.addEventHandler(KeyEvent.KEY_PRESSED, e -> walk(row, e));
        row.focusedProperty().addListener((observable, before, now) -> {
            if (now) {
                rows.forEach(other -> other.setFocusTraversable(other == row));
            }
        });
        rows.add(row);
        return row;
    }

    private void walk(FactRow from, KeyEvent event) {
        int at = rows.indexOf(from);
        int to = target(at, event.getCode());
        if (to >= 0 && to < rows.size() && to != at) {
            rows.get(to).requestFocus();
            event.consume();
        }
    }

    private int target(int at, KeyCode code) {
        return switch (code) {
            case UP -> at - 1;
            case DOWN -> at + 1;
            case HOME -> 0;
            case END -> rows.size() - 1;
            default -> at;
        };
    }
}
