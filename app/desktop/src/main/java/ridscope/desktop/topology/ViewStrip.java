package ridscope.desktop.topology;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;

/** Below the picture: its scale, ways to change it, and what is laid over it. */
final class ViewStrip extends WrappedRow {

    private static final double STEP = 1.25;

    private final DiagramCanvas canvas;
    private final Label percent = new Label();
    private final Label narrowest = new Label();

    ViewStrip(DiagramCanvas canvas, Commands commands, TopologyViewModel model) {
        this.canvas = canvas;
        setId("topology-strip");
        getStyleClass().add("view-strip");
        setMinWidth(0);
        percent.setId("topology-scale");
        percent.setMinWidth(USE_PREF_SIZE);
        show(List.of(
                percent,
                button("topology-smaller", "\u2212", "command.zoom-out", () -> canvas.zoom(1 / STEP)),
                button("topology-larger", "+", "command.zoom-in", () -> canvas.zoom(STEP)),
                button("topology-fit", Messages.text("command.fit"), "command.fit", canvas::fit),
                command(Command.ZOOM_SELECTION, commands),
                toggle(Command.MINIMAP, commands),
                new Separator(Orientation.VERTICAL),
                overlays(commands),
                command(Command.PATH_TO, commands),
                narrowest));
        narrowest.setId("topology-narrowest");
        narrowest.getStyleClass().add("warning");
        narrowest.setMinWidth(0);
        model.selection().follow(target -> tell(model));
        canvas.inSightProperty().addListener((observable, before, now) -> show());
        show();
    }

    /** Which hop is the one in the colour of warnings. */
    private void tell(TopologyViewModel model) {
        narrowest.setText(model.bottleneck().map(Bottleneck::words).orElse(""));
        narrowest.setTooltip(narrowest.getText().isEmpty() ? null : new Tooltip(narrowest.getText()));
    }

    private void show() {
        percent.setText(Messages.text("topology.percent", Math.round(canvas.scale() * 100)));
    }

    private static MenuButton overlays(Commands commands) {
        MenuButton button = new MenuButton(Messages.text("menu.overlays"));
        button.setId("topology-overlays");
        button.setAccessibleText(Messages.text("menu.overlays"));
        button.setTooltip(new Tooltip(Messages.text("menu.overlays.tip")));
        button.setMinWidth(USE_PREF_SIZE);
        Command.overlays().map(commands::checkItem).forEach(button.getItems()::add);
        return button;
    }

    private static Button button(String id, String text, String key, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setAccessibleText(Messages.text(key));
        button.setTooltip(new Tooltip(Messages.text(key)));
        button.setOnAction(e -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Button command(Command command, Commands commands) {
        Button button = commands.button(command);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static ToggleButton toggle(Command command, Commands commands) {
        ToggleButton button = commands.toggle(command);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
