package ridscope.desktop.command;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/** Binds commands to what they do, and makes the controls that run them. Controls may be made before the binding. */
public final class Commands {

    private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);
    private final Map<Command, BooleanProperty> enabled = new EnumMap<>(Command.class);

    public Commands() {
        for (Command command : Command.values()) {
            enabled.put(command, new SimpleBooleanProperty(false));
        }
    }

    /** Says what a command does. It can always be done. */
    public void bind(Command command, Runnable action) {
        bind(command, action, new SimpleBooleanProperty(true));
    }

    /** Says what a command does and when it can be done. */
    public void bind(Command command, Runnable action, ObservableBooleanValue when) {
        actions.put(command, action);
        enabled.get(command).bind(when);
    }

    /** Whether somebody said what the command does. */
    public boolean bound(Command command) {
        return actions.containsKey(command);
    }

    /** Does it, if it can be done now. */
    public void run(Command command) {
        if (enabled.get(command).get()) {
            actions.get(command).run();
        }
    }

    /** A menu item with label, accelerator and icon. */
    public MenuItem menuItem(Command command) {
        return dress(new MenuItem(command.label()), command);
    }

    /** The same, with a place for a mark. */
    public RadioMenuItem radioItem(Command command) {
        return dress(new RadioMenuItem(command.label()), command);
    }

    private <T extends MenuItem> T dress(T item, Command command) {
        item.setId("menu-" + command.id());
        item.setAccelerator(KeyCombination.valueOf(command.accelerator()));
        item.setOnAction(e -> run(command));
        item.disableProperty().bind(enabled.get(command).not());
        return item;
    }

    /** A button with label, tooltip and icon. */
    public Button button(Command command) {
        Button button = new Button(command.label());
        dress(button, command);
        return button;
    }

    /** Gives any button the command's id, tooltip, icon and action. */
    public void dress(ButtonBase button, Command command) {
        button.setId(command.id());
        button.setTooltip(new Tooltip(tip(command)));
        button.setAccessibleText(command.label());
        button.setAccessibleHelp(command.tip());
        command.icon().ifPresent(name -> button.setGraphic(icon(name)));
        button.setOnAction(e -> run(command));
        button.disableProperty().bind(enabled.get(command).not());
    }

    /** A picture whose shape and colour stand in the style sheets. */
    public static Region icon(String styleClass) {
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", styleClass);
        return icon;
    }

    private static String tip(Command command) {
        return command.tip() + "  "
                + KeyCombination.valueOf(command.accelerator()).getDisplayText();
    }
}
