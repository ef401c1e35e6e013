package ridscope.desktop.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ridscope.desktop.ask.AskView;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;

/** The toolbar: open and save to the left, the ask box, views and theme to the right. */
final class MainBar extends HBox {

    /** Pixels of window width below which not everything fits in words. */
    private static final double NARROW = 1200;

    /** The same when even less fits, as with large text: the views are then a menu. */
    private static final double VERY_NARROW = 900;

    /** Pixels of usual text; text of twice the size makes a window as narrow as one of half the width. */
    private static final double USUAL_TEXT = 12;

    private final ShellViewModel model;
    private final ObservableValue<Number> sceneWidth =
            sceneProperty().<Number>flatMap(Scene::widthProperty).orElse(NARROW);

    MainBar(ShellViewModel model, Commands commands, AskView ask, List<Sample> samples) {
        this.model = model;
        setId("main-bar");
        getStyleClass().add("main-bar");
        // What is still too wide is cut off at its right end, and the menus have it all.
        setMinWidth(0);
        HBox.setHgrow(ask, Priority.ALWAYS);
        Button open = commands.button(Command.OPEN);
        ObservableBooleanValue narrow = narrowerThan(NARROW, open);
        ObservableBooleanValue veryNarrow = narrowerThan(VERY_NARROW, open);
        getChildren()
                .addAll(
                        sign(commands, Command.BACK),
                        sign(commands, Command.FORWARD),
                        iconIf(narrow, open),
                        iconIf(narrow, commands.button(Command.LIVE)));
        if (!samples.isEmpty()) {
            getChildren().add(hiddenIf(veryNarrow, samples(samples)));
        }
        getChildren()
                .addAll(
                        iconIf(narrow, commands.button(Command.SAVE_SNAPSHOT)),
                        iconIf(narrow, commands.button(Command.EXPORT)),
                        ask,
                        hosts(),
                        space(),
                        new ViewSwitch(model, commands, veryNarrow),
                        sign(commands, Command.THEME));
        getChildren().forEach(MainBar::keepWidth);
    }

    /** Whether the window is less wide than so many pixels, at the size of a button's text. */
    private ObservableBooleanValue narrowerThan(double pixels, Button button) {
        return Bindings.createBooleanBinding(
                () -> sceneWidth.getValue().doubleValue()
                                * USUAL_TEXT
                                / button.getFont().getSize()
                        < pixels,
                sceneWidth,
                button.fontProperty());
    }

    /** Its tooltip and accessible text say what it is. */
    private static Button iconIf(ObservableBooleanValue narrow, Button button) {
        button.contentDisplayProperty()
                .bind(Bindings.when(narrow).then(ContentDisplay.GRAPHIC_ONLY).otherwise(ContentDisplay.LEFT));
        return button;
    }

    /** The menu has it too. */
    private static Node hiddenIf(ObservableBooleanValue narrow, Node node) {
        node.visibleProperty().bind(Bindings.not(narrow));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    /** In a narrow window the ask box gives way, and these buttons their text. */
    private static void keepWidth(Node node) {
        if (node instanceof Control control) {
            control.setMinWidth(USE_PREF_SIZE);
        }
    }

    private static Region space() {
        Region space = new Region();
        // The ask box first takes all it can use.
        HBox.setHgrow(space, Priority.SOMETIMES);
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

    /** A button that is an icon and nothing else. */
    private static Node sign(Commands commands, Command command) {
        var button = commands.button(command);
        button.setText("");
        button.getStyleClass().add("sign");
        return button;
    }
}
