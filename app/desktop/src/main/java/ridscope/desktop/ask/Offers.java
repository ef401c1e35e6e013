package ridscope.desktop.ask;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import ridscope.desktop.l10n.Messages;
import ridscope.query.Candidate;

/** The list below the field. The keyboard stays in the field. */
final class Offers {

    private static final double ROW = 24;
    private static final int ROWS = 9;
    private static final double WIDTH = 380;
    private static final double EDGE = 10;

    private final TextField field;
    private final Consumer<Candidate> onTake;
    private final ListView<Candidate> list = new ListView<>();
    private final Popup popup = new Popup();

    Offers(TextField field, Consumer<Candidate> onTake) {
        this.field = field;
        this.onTake = onTake;
        list.setId("ask-offers");
        list.getStyleClass().add("ask-offers");
        list.setAccessibleText(Messages.text("ask.offers"));
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(e -> takeSelected());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        // The field decides what Escape does.
        popup.setHideOnEscape(false);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void show(List<Candidate> candidates) {
        list.getItems().setAll(candidates);
        list.getSelectionModel().clearSelection();
        if (candidates.isEmpty() || field.getScene() == null) {
            popup.hide();
            return;
        }
        list.setPrefHeight(Math.min(ROWS, candidates.size()) * ROW + EDGE);
        list.scrollTo(0);
        if (!popup.isShowing()) {
            Bounds place = field.localToScreen(field.getBoundsInLocal());
            popup.show(field, place.getMinX(), place.getMaxY() + 2);
        }
    }

    /** Whether the key was meant for the list. Enter takes only what somebody has chosen: it also goes to the next match. */
    boolean pressed(KeyCode key) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (key) {
            case DOWN -> choose(Math.min(at + 1, list.getItems().size() - 1));
            case UP -> choose(Math.max(at - 1, 0));
            case PAGE_DOWN ->
                choose(Math.min(Math.max(at, 0) + ROWS, list.getItems().size() - 1));
            case PAGE_UP -> choose(Math.max(at - ROWS, 0));
            case TAB -> {
                choose(Math.max(at, 0));
                takeSelected();
            }
            case ENTER -> {
                takeSelected();
                return at >= 0;
            }
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - ROWS + 1));
    }

    private void takeSelected() {
        Candidate chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onTake.accept(chosen);
        }
    }

    /** What to put there, what it means, how many have it. */
    private static final class Cell extends ListCell<Candidate> {
        private final Label text = new Label();
        private final Label words = new Label();
        private final Label count = new Label();
        private final Region space = new Region();
        private final HBox box = new HBox(text, words, space, count);

        Cell() {
            box.getStyleClass().add("ask-offer");
            text.getStyleClass().add("mono");
            text.setMinWidth(USE_PREF_SIZE);
            words.getStyleClass().add("quiet");
            words.setMinWidth(0);
            count.getStyleClass().add("quiet");
            count.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(space, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Candidate candidate, boolean empty) {
            super.updateItem(candidate, empty);
            if (empty || candidate == null) {
                setGraphic(null);
            } else {
                text.setText(candidate.text());
                words.setText(candidate.words());
                count.setText(
                        candidate.count().isPresent()
                                ? String.format("%,d", candidate.count().getAsInt())
                                : "");
                setGraphic(box);
            }
        }
    }
}
