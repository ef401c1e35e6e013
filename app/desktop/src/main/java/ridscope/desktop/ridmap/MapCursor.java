package ridscope.desktop.ridmap;

import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.document.RidDescription;
import ridscope.desktop.ridmap.CellWalk.Step;
import ridscope.draw.diagram.Rect;
import ridscope.draw.layout.RidMapPicture;
import ridscope.rid.RoutingId;

/** The cell where the keyboard is: keys move it, a dashed frame and the card show it, and it is read aloud. */
final class MapCursor {

    private final RidMapViewModel model;
    private final MapCard card;
    private final DiagramCanvas canvas;

    MapCursor(RidMapViewModel model, MapCard card, DiagramCanvas canvas) {
        this.model = model;
        this.card = card;
        this.canvas = canvas;
        canvas.setOnKey(this::key);
        canvas.focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                card.hide();
            }
        });
        canvas.inSightProperty().addListener(observable -> {
            if (card.isAtCursor()) {
                show();
            }
        });
        model.cursorProperty().addListener((observable, before, now) -> frame());
    }

    /** Puts the frame where the cell is now. */
    void frame() {
        canvas.setCursor(place());
        if (model.cursorProperty().get().isEmpty() && card.isAtCursor()) {
            card.hide();
        }
    }

    private Optional<Rect> place() {
        return card.picture()
                .flatMap(p ->
                        model.cursorProperty().get().map(rid -> p.geometry().cell(rid)));
    }

    private boolean key(KeyEvent e) {
        Optional<RidMapPicture> picture = card.picture();
        if (e.isAltDown() || e.isShiftDown() || picture.isEmpty()) {
            return false;
        }
        Optional<Step> step = Step.of(e.getCode(), e.isShortcutDown());
        if (step.isPresent()) {
            walk(CellWalk.on(picture.get()), step.get());
        } else if (e.isShortcutDown()) {
            return false;
        } else if (e.getCode() == KeyCode.ENTER) {
            model.cursorProperty().get().ifPresent(model::select);
            show();
        } else if (e.getCode() == KeyCode.SPACE) {
            model.cursorProperty().get().ifPresent(rid -> model.toggle(rid.bus()));
            show();
        } else if (e.getCode() == KeyCode.ESCAPE && card.isAtCursor()) {
            card.hide();
        } else {
            return false;
        }
        return true;
    }

    /** Begins at what is selected, else at the first bus with something on it. */
    private void walk(CellWalk walk, Step step) {
        Optional<RoutingId> from = model.cursorProperty().get().or(model::selectedRid);
        model.moveCursor(from.map(rid -> walk.step(rid, step)).orElseGet(walk::start));
        place().ifPresent(canvas::reveal);
        show();
    }

    private void show() {
        Optional<RidDescription> told =
                model.cursorProperty().get().flatMap(model::describe).map(this::withFold);
        if (told.isPresent() && place().isPresent()) {
            card.showAtCursor(told.get(), canvas.onCanvas(place().get()));
            canvas.setAccessibleText(told.get().inWords());
            canvas.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private RidDescription withFold(RidDescription told) {
        return card.picture()
                .map(p -> p.geometry().row(told.address().bus()))
                .filter(row -> row.folded())
                .map(row -> told.withNote(model.foldedWords(row.buses())))
                .orElse(told);
    }
}
