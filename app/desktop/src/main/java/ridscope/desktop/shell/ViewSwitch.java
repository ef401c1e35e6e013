package ridscope.desktop.shell;

import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;

/** What the centre of the window shows: a row of buttons, or a menu named by the view where a row does not fit. */
final class ViewSwitch extends HBox {

    private final ShellViewModel model;
    private final Commands commands;

    /** @param narrow whether there is room for the menu only */
    ViewSwitch(ShellViewModel model, Commands commands, ObservableBooleanValue narrow) {
        this.model = model;
        this.commands = commands;
        setMinWidth(USE_PREF_SIZE);
        Node row = row();
        Node menu = menu();
        row.visibleProperty().bind(Bindings.not(narrow));
        menu.visibleProperty().bind(narrow);
        row.managedProperty().bind(row.visibleProperty());
        menu.managedProperty().bind(menu.visibleProperty());
        getChildren().addAll(row, menu);
    }

    private SegmentedButton row() {
        SegmentedButton views = new SegmentedButton();
        ToggleGroup group = new ToggleGroup();
        views.setToggleGroup(group);
        views.getStyleClass().add("view-switch");
        for (ViewMode mode : ViewMode.values()) {
            ToggleButton button = new ToggleButton(mode.command().label());
            commands.dress(button, mode.command());
            button.setToggleGroup(group);
            views.getButtons().add(button);
        }
        model.viewModeProperty().addListener((observable, before, now) -> select(group, now));
        select(group, model.viewModeProperty().get());
        // Pressing the chosen view again would otherwise leave none chosen.
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                select(group, model.viewModeProperty().get());
            }
        });
        return views;
    }

    private static void select(ToggleGroup group, ViewMode mode) {
        group.selectToggle(group.getToggles().get(mode.ordinal()));
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton();
        menu.setId("views");
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.viewModeProperty().get().command().label(), model.viewModeProperty()));
        menu.setAccessibleText(Messages.text("views.label"));
        menu.setTooltip(new Tooltip(Messages.text("views.label")));
        menu.setMinWidth(USE_PREF_SIZE);
        Arrays.stream(ViewMode.values())
                .map(ViewMode::command)
                .map((Command command) -> commands.menuItem(command))
                .forEach(menu.getItems()::add);
        return menu;
    }
}
