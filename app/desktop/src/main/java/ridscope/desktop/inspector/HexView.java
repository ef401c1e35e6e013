package ridscope.desktop.inspector;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import ridscope.desktop.l10n.Messages;

/** Bytes in hex, sixteen a row. Lit bytes are those of the model; a click or an arrow key lights the register under it. */
final class HexView extends ListView<HexRow> {

    private static final double ROW_HEIGHT = 20;
    private static final double NARROW_BELOW = 346;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final InspectorViewModel model;

    HexView(InspectorViewModel model) {
        this.model = model;
        getStyleClass().add("hex-view");
        setFixedCellSize(ROW_HEIGHT);
        setAccessibleText(Messages.text("inspector.bytes.accessible"));
        setCellFactory(list -> new HexCell(model));
        widthProperty()
                .addListener(
                        (observable, before, now) -> pseudoClassStateChanged(NARROW, now.doubleValue() < NARROW_BELOW));
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    void show(List<HexRow> rows) {
        getItems().setAll(rows);
    }

    /** Height in which all rows are seen. */
    double fullHeight() {
        return getItems().size() * getFixedCellSize() + 4;
    }

    /** Scrolls to bytes that are not in view. */
    void reveal(ByteSpan bytes) {
        for (int i = 0; i < getItems().size(); i++) {
            HexRow row = getItems().get(i);
            if (bytes.offset() < row.to() && (!row.gap() || bytes.offset() >= row.from())) {
                getSelectionModel().clearAndSelect(i);
                getFocusModel().focus(i);
                scrollTo(Math.max(0, i - 2));
                return;
            }
        }
    }

    private void walk(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -HexRow.WIDTH;
            case DOWN -> HexRow.WIDTH;
            default -> 0;
        };
        if (step == 0 || getItems().isEmpty()) {
            return;
        }
        event.consume();
        int first = getItems().get(0).from();
        int at = model.lit().map(bytes -> from(bytes, step)).orElse(first);
        List<HexRow> real = getItems().stream().filter(row -> !row.gap()).toList();
        if (at >= first && !real.isEmpty() && at < real.get(real.size() - 1).to()) {
            model.lightByte(at);
            model.lit().ifPresent(this::reveal);
        }
    }

    /** Left and right go from register to register, up and down by rows. */
    private static int from(ByteSpan bytes, int step) {
        return step == 1 ? bytes.end() : bytes.offset() + step;
    }

    /** Keeps the view on lit bytes that came from elsewhere. */
    void follow() {
        model.litProperty().addListener((observable, before, now) -> follow(now));
    }

    private void follow(Optional<ByteSpan> bytes) {
        if (!isFocused() && !isHover()) {
            bytes.ifPresent(this::reveal);
        }
    }
}
