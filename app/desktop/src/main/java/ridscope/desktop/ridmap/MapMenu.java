package ridscope.desktop.ridmap;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.draw.diagram.Point;
import ridscope.rid.RoutingId;

/** What can be done with the cell under the pointer, or where the keyboard is. */
final class MapMenu {

    private final RidMapViewModel model;
    private final DiagramCanvas canvas;
    private final Function<Point, Optional<RoutingId>> ridAt;
    private final ContextMenu menu;

    /** @param ridAt which Routing ID is at a place of the picture */
    MapMenu(
            RidMapViewModel model,
            Commands commands,
            DiagramCanvas canvas,
            Function<Point, Optional<RoutingId>> ridAt) {
        this.model = model;
        this.canvas = canvas;
        this.ridAt = ridAt;
        menu = new ContextMenu(
                commands.menuItem(Command.COPY_BDF),
                commands.menuItem(Command.COPY_HEX),
                commands.menuItem(Command.COPY_DECIMAL),
                new SeparatorMenuItem(),
                commands.checkItem(Command.ARI_NUMBERS),
                commands.menuItem(Command.UNFOLD_BUSES),
                commands.menuItem(Command.FOLD_BUSES));
        menu.setId("rid-map-menu");
    }

    void install() {
        canvas.setOnContextMenuRequested(this::show);
    }

    private void show(ContextMenuEvent e) {
        if (!e.isKeyboardTrigger()) {
            ridAt.apply(canvas.toDiagram(e.getX(), e.getY())).ifPresent(model::moveCursor);
        }
        menu.show(canvas, e.getScreenX(), e.getScreenY());
        e.consume();
    }
}
