package ridscope.desktop.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import ridscope.desktop.ask.AskView;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;

/** The toolbar: open and save to the left, the ask box, views and theme to the right. */
final class MainBar extends HBox {

    private final ShellViewModel model;
    /** Pixels of window width below which not everything fits in words. */
    private static final double NARROW = 1200;

    /** The same when even less fits, as with large text. */
    private static final double VERY_NARROW = 900;

    /** Pixels of usual text; text of twice the size makes a window as narrow as one of half the width. */
    private static final double USUAL_TEXT = 12;

    private final Commands commands;
    private final ObservableValue<Number> sceneWidth =
            sceneProperty().<Number>flatMap(Scene::widthProperty).orElse(NARROW);

    MainBar(ShellViewModel model, Commands commands, AskView ask, List<Sample> samples) {
        this.model = model;
        this.commands = commands;
        setId("main-bar");
        getStyleClass().add("main-bar");
        // Text of twice the size does not fit into every window: its right end is then cut off, and the menus have it
        // all.
        setMinWidth(0);
        HBox.setHgrow(ask, Priority.ALWAYS);
        getChildren()
                .addAll(
                        sign(commands, Command.BACK),
                        sign(commands, Command.FORWARD),
                        iconInWindowBelow(VERY_NARROW, commands.button(Command.OPEN)),
                        iconInWindowBelow(VERY_NARROW, commands.button(Command.LIVE)));
        if (!samples.isEmpty()) {
            getChildren().add(samples(samples));
        }
        getChildren()
                .addAll(
                        iconInWindowBelow(NARROW, commands.button(Command.SAVE_SNAPSHOT)),
                        iconInWindowBelow(NARROW, commands.button(Command.EXPORT)),
                        ask,
                        hosts(),
                        space(),
                        viewSwitch(),
                        sign(commands, Command.THEME));
        getChildren().forEach(MainBar::keepWidth);
    }

    /** Its tooltip and accessible text say what it is. */
    private Button iconInWindowBelow(double least, Button button) {
        button.contentDisplayProperty()
                .bind(Bindings.createObjectBinding(
                        () -> sceneWidth.getValue().doubleValue()
                                                * USUAL_TEXT
                                                / button.getFont().getSize()
                                        < least
                                ? ContentDisplay.GRAPHIC_ONLY
                                : ContentDisplay.LEFT,
                        sceneWidth,
                        button.fontProperty()));
        return button;
    }

    /** In a narrow window the ask box gives way, and these buttons their text. */
    private static void keepWidth(Node node) {
        if (node instanceof Control control) {
            control.setMinWidth(USE_PREF_SIZE);
        }
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private MenuButton samples(List<Sample> samples) {
        MenuButton button = new MenuButton(Messages.text("menu.samples"));
        button.setId("samples");
        button.setAccessibleText(Messages.text("menu.samples"));
        for (Sample sample : samples) {
            MenuItem item = new MenuItem(sample.title());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> model.open(sample));
            button.getItems().add(item);
        }
        return button;
    }

    private ComboBox<String> hosts() {
        ComboBox<String> hosts = new ComboBox<>();
        hosts.setId("hosts");
        hosts.setAccessibleText(Messages.text("hosts.label"));
        hosts.setTooltip(new Tooltip(Messages.text("hosts.label")));
        hosts.managedProperty().bind(hosts.visibleProperty());
        hosts.setVisible(false);
        model.loadedProperty()
                .addListener((observable, before, now) -> now.ifPresent(loaded -> {
                    hosts.setOnAction(null);
                    hosts.getItems().clear();
                    for (int i = 0; i < loaded.opened().hosts().size(); i++) {
                        hosts.getItems().add(ShellViewModel.hostName(loaded.opened(), i));
                    }
                    hosts.getSelectionModel().select(loaded.host());
                    hosts.setVisible(hosts.getItems().size() > 1);
                    hosts.setOnAction(
                            e -> model.chooseHost(hosts.getSelectionModel().getSelectedIndex()));
                }));
        return hosts;
    }

    private SegmentedButton viewSwitch() {
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

    /** A button that is an icon and nothing else. */
    private static Node sign(Commands commands, Command command) {
        var button = commands.button(command);
        button.setText("");
        button.getStyleClass().add("sign");
        return button;
    }
}
