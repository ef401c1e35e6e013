package ridscope.desktop.busplan;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.theme.ThemeModel;

/** Wishes to the left; to the right whether they fit, the maps before and after, and the budget. */
public final class BusPlanView extends SplitPane {

    private static final double LEFT = 0.235;
    private static final double MAPS = 0.57;

    private final MapsPane maps;
    private final WishLists lists;
    private final Commands commands;

    public BusPlanView(BusPlanViewModel model, ThemeModel theme, Commands commands) {
        this.commands = commands;
        setId("bus-plan");
        getStyleClass().add("bus-plan");
        maps = new MapsPane(model, theme);
        lists = new WishLists(model);
        VBox.setVgrow(lists, Priority.ALWAYS);
        VBox left = new VBox(new PlanOptions(model, commands), lists);
        left.getStyleClass().addAll("side-pane", "plan-wishes");
        SplitPane.setResizableWithParent(left, false);
        SplitPane below = new SplitPane(maps, new TablesPane(model));
        below.setOrientation(Orientation.VERTICAL);
        below.setDividerPositions(MAPS);
        below.setMinSize(0, 0);
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox right = new VBox(new VerdictPane(model), below);
        right.setMinWidth(0);
        getItems().setAll(left, right);
        setDividerPositions(LEFT);
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        sceneProperty().addListener((observable, before, now) -> model.setShown(now != null));
    }

    /** A number counts while it is typed, so going back in a field of numbers goes back in the plan. */
    private void step(KeyEvent e) {
        if (e.getCode() == KeyCode.Z && e.isShortcutDown() && e.getTarget() instanceof NumberField) {
            commands.run(e.isShiftDown() ? Command.REDO : Command.UNDO);
            e.consume();
        }
    }

    /** The pictures, the one after first. */
    public List<DiagramCanvas> canvases() {
        return maps.canvases();
    }

    /** Puts the keyboard into the filter of what can be wished for. */
    public void filter() {
        lists.filter();
    }
}
