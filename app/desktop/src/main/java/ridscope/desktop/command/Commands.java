package ridscope.desktop.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Binds commands to what they do, and makes the controls that run them. Controls may be made before the binding. */
public final class Commands {

    private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);
    private final Map<Command, BooleanProperty> enabled = new EnumMap<>(Command.class);
    private final Map<Command, Condition> conditions = new EnumMap<>(Command.class);
    private final Map<Command, BooleanProperty> marks = new EnumMap<>(Command.class);

    public Commands() {
        for (Command command : Command.values()) {
            marks.put(command, new SimpleBooleanProperty(false));
            enabled.put(command, new SimpleBooleanProperty(false));
        }
    }

    /** Says what a command does. It can always be done. */
    public void bind(Command command, Runnable action) {
        bind(command, action, Condition.ALWAYS);
    }

    /** Says what a command does and when it can be done. */
    public void bind(Command command, Runnable action, Condition when) {
        actions.put(command, action);
        conditions.put(command, when);
        enabled.get(command).bind(when.holds());
    }

    /** Says which state a command switches; controls made for it show that state. */
    public void bindMark(Command command, BooleanProperty state) {
        marks.get(command).bindBidirectional(state);
    }

    /** Whether somebody said what the command does. */
    public boolean bound(Command command) {
        return actions.containsKey(command);
    }

    /** Why it cannot be done now; empty when it can. */
    Optional<String> obstacle(Command command) {
        return conditions.get(command).obstacle();
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

    /** The same with a tick that tells the state it switches. */
    public MenuItem checkItem(Command command) {
        CheckMenuItem item = dress(new CheckMenuItem(command.label()), command);
        follow(command, item::setSelected, item.selectedProperty());
        return item;
    }

    /** The same as one of several of which one is chosen. */
    public MenuItem choiceItem(Command command) {
        RadioMenuItem item = radioItem(command);
        follow(command, item::setSelected, item.selectedProperty());
        return item;
    }

    /** A button that stays down while the state is on. */
    public ToggleButton toggle(Command command) {
        ToggleButton button = new ToggleButton(command.label());
        dress(button, command);
        follow(command, button::setSelected, button.selectedProperty());
        return button;
    }

    /** The control shows the state; that the toolkit switches it when it is pressed must not count twice. */
    private void follow(Command command, Consumer<Boolean> show, ReadOnlyBooleanProperty shown) {
        BooleanProperty state = marks.get(command);
        state.addListener((observable, before, now) -> show.accept(now));
        shown.addListener((observable, before, now) -> {
            if (now != state.get()) {
                show.accept(state.get());
            }
        });
        show.accept(state.get());
    }

    private <T extends MenuItem> T dress(T item, Command command) {
        item.setId("menu-" + command.id());
        command.accelerator().ifPresent(item::setAccelerator);
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
        return (command.tip() + "  " + command.keys()).strip();
    }
}
