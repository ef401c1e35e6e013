package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.theme.ThemeModel;

/** Wishes to the left; to the right whether they fit, the maps before and after, and the budget. */
public final class BusPlanView extends SplitPane {

    private static final double LEFT = 0.235;
    private static final double MAPS = 0.57;

    private final BusPlanViewModel model;
    private final Commands commands;
    private final MapsPane maps;
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final SplitPane below;
    private Optional<WishLists> lists = Optional.empty();

    public BusPlanView(BusPlanViewModel model, ThemeModel theme, Commands commands) {
        this.model = model;
        this.commands = commands;
        setId("bus-plan");
        getStyleClass().add("bus-plan");
        maps = new MapsPane(model, theme);
        left.getStyleClass().addAll("side-pane", "plan-wishes");
        SplitPane.setResizableWithParent(left, false);
        below = new SplitPane(maps);
        below.setOrientation(Orientation.VERTICAL);
        below.setMinSize(0, 0);
        VBox.setVgrow(below, Priority.ALWAYS);
        right.getChildren().setAll(below);
        right.setMinWidth(0);
        getItems().setAll(left, new StackPane(right, waiting()));
        setDividerPositions(LEFT);
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        sceneProperty().addListener((observable, before, now) -> {
            if (now != null && left.getChildren().isEmpty()) {
                model.slices().run(parts());
            }
            model.setShown(now != null);
        });
    }

    /** In place of an answer, until there is one. */
    private Label waiting() {
        Label wait = new Label(Messages.text("busplan.wait"));
        wait.setId("plan-wait");
        wait.getStyleClass().add("quiet");
        wait.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.plannedProperty().get().isEmpty(), model.plannedProperty()));
        right.visibleProperty().bind(wait.visibleProperty().not());
        return wait;
    }

    /** What is beside the maps, made when somebody looks. */
    private List<Runnable> parts() {
        TablesPane tables = new TablesPane(model);
        List<Runnable> parts = new ArrayList<>(List.of(
                () -> left.getChildren().add(new PlanOptions(model, commands)),
                () -> right.getChildren().add(0, new VerdictPane(model)),
                this::addLists,
                () -> {
                    below.getItems().add(tables);
                    below.setDividerPositions(MAPS);
                }));
        parts.addAll(tables.parts());
        return parts;
    }

    private void addLists() {
        WishLists made = new WishLists(model);
        VBox.setVgrow(made, Priority.ALWAYS);
        left.getChildren().add(made);
        lists = Optional.of(made);
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
        lists.ifPresent(WishLists::filter);
    }
}
