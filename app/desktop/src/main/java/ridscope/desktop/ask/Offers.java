package ridscope.desktop.ask;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ridscope.desktop.l10n.Messages;
import ridscope.query.Candidate;

/** The list below the field. The keyboard stays in the field. */
final class Offers {

    private static final double ROW = 24;
    private static final int ROWS = 9;
    private static final double WIDTH = 380;
    private static final double EDGE = 10;
    private static final double GAP = 5;

    private final TextField field;
    private final Consumer<Candidate> onTake;
    private final ListView<Candidate> list = new ListView<>();

    Offers(TextField field, Consumer<Candidate> onTake) {
        this.field = field;
        this.onTake = onTake;
        list.setId("ask-offers");
        list.getStyleClass().add("ask-offers");
        list.setAccessibleText(Messages.text("ask.offers"));
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        // Above the window's content, which does not move for it.
        list.setManaged(false);
        list.setVisible(false);
    }

    /** To be put above everything else in the window. */
    Node node() {
        return list;
    }

    boolean isShowing() {
        return list.isVisible();
    }

    void show(List<Candidate> candidates) {
        list.getItems().setAll(candidates);
        list.getSelectionModel().clearSelection();
        list.setVisible(!candidates.isEmpty() && list.getParent() != null);
        if (list.isVisible()) {
            list.scrollTo(0);
            place(candidates.size());
        }
    }

    /** Below the field, not beyond the window's edge. */
    private void place(int rows) {
        Bounds below = list.getParent().sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        double most = list.getScene().getWidth() - WIDTH;
        double height = Math.min(ROWS, rows) * ROW + EDGE;
        list.resizeRelocate(Math.max(0, Math.min(below.getMinX(), most)), below.getMaxY() + GAP, WIDTH, height);
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
            case ESCAPE -> list.setVisible(false);
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
    private final class Cell extends ListCell<Candidate> {
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
            // Before the list takes the keyboard from the field.
            addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
                Optional.ofNullable(getItem()).ifPresent(onTake);
                e.consume();
            });
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
