package ridscope.desktop.compare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.theme.ThemeModel;
import ridscope.draw.layout.FramedMap;
import ridscope.source.Source;

/** Two hosts: what became of each function as a table and as a map, with all that differs of the one that is chosen. */
public final class CompareView extends BorderPane {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drag-over");
    private static final double TABLES = 0.6;
    private static final double LIST = 0.66;

    private final CompareViewModel model;
    private final CompareOffers offers;
    private final CompareHead head;
    private final TaskRunner runner;
    private final CompareMapPane map;
    private final SplitPane parts = new SplitPane();

    public CompareView(
            CompareViewModel model, TaskRunner runner, ThemeModel theme, Commands commands, CompareOffers offers) {
        this.model = model;
        this.offers = offers;
        this.runner = runner;
        setId("compare");
        getStyleClass().add("compare");
        setMinSize(0, 0);
        head = new CompareHead(model, commands, offers);
        map = new CompareMapPane(new CompareMapViewModel(model, runner), theme);
        parts.setId("compare-parts");
        parts.setMinSize(0, 0);
        model.comparedProperty().addListener((observable, before, now) -> arrange());
        sceneProperty().addListener((observable, before, now) -> {
            model.setShown(now != null);
            if (now != null) {
                arrange();
            }
        });
        takeDrops();
    }

    /** The map of both hosts. */
    public DiagramCanvas canvas() {
        return map.canvas();
    }

    /** The map that is shown; empty until two hosts are compared. */
    public Optional<FramedMap<?>> shown() {
        return map.shown();
    }

    /** What the earlier and the later host are called; empty until two are compared. */
    public Optional<List<String>> hosts() {
        return model.comparedProperty()
                .get()
                .map(c -> List.of(c.before().title(), c.after().title()));
    }

    /** Puts the keyboard into the filter of rows. */
    public void filter() {
        head.filter();
    }

    /** Recent files may have become more since it was shown last. */
    private void arrange() {
        if (model.comparedProperty().get().isEmpty()) {
            setTop(null);
            setCenter(new CompareChoice(offers));
        } else if (getCenter() != parts) {
            if (parts.getItems().isEmpty()) {
                fill();
            }
            setTop(head);
            setCenter(parts);
        }
    }

    /** Tables and the map take a while when they are laid out for the first time, so not both in one pulse. */
    private void fill() {
        SplitPane tables = new SplitPane(new CompareTable(model), new DifferenceTable(model));
        tables.setOrientation(Orientation.VERTICAL);
        tables.setDividerPositions(LIST);
        tables.setMinSize(0, 0);
        parts.getItems().add(tables);
        runner.onDrawingThread(() -> {
            parts.getItems().add(map);
            parts.setDividerPositions(TABLES);
        });
    }

    /** What is dropped here is compared with; elsewhere in the window it is opened. */
    private void takeDrops() {
        setOnDragOver(e -> {
            if (takes(e.getDragboard())) {
                e.acceptTransferModes(TransferMode.COPY);
                mark(true);
            }
            e.consume();
        });
        setOnDragExited(e -> mark(false));
        setOnDragDropped(this::drop);
    }

    private static boolean takes(Dragboard board) {
        return board.hasFiles() || board.hasString();
    }

    private void drop(DragEvent e) {
        mark(false);
        Dragboard board = e.getDragboard();
        if (board.hasFiles()) {
            model.with(new Source.OnDisk(board.getFiles().get(0).toPath()));
        } else if (board.hasString()) {
            model.with(new Source.Bytes(
                    Messages.text("files.dropped"), board.getString().getBytes(StandardCharsets.UTF_8)));
        }
        e.setDropCompleted(takes(board));
        e.consume();
    }

    private void mark(boolean over) {
        Node target = lookup("#compare-drop-target");
        if (target != null) {
            target.pseudoClassStateChanged(OVER, over);
        }
    }
}
