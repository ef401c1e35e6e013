package ridscope.desktop.shell;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;

/** The form below the toolbar that asks for a host behind ssh. Everything else stays usable meanwhile. */
public final class SshBar extends HBox {

    private final SshViewModel model;
    private final TextField target = new TextField();
    private final MenuButton known = new MenuButton(Messages.text("ssh.known.button"));

    public SshBar(SshViewModel model, Commands commands) {
        this.model = model;
        setId("ssh-bar");
        getStyleClass().add("ssh-bar");
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(model.shownProperty());
        Label label = new Label(Messages.text("ssh.host"));
        label.setLabelFor(target);
        label.setMinWidth(USE_PREF_SIZE);
        field();
        getChildren().addAll(label, target, known, sudo(), open(), space(), copy(), close());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                model.close();
            }
        });
        commands.bind(Command.OPEN_SSH, this::ask);
    }

    private void ask() {
        model.ask();
        known.getItems().setAll(model.known().stream().map(this::item).toList());
        known.setDisable(known.getItems().isEmpty());
        target.requestFocus();
        target.selectAll();
    }

    private MenuItem item(String host) {
        MenuItem item = new MenuItem(host);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> {
            model.choose(host);
            target.requestFocus();
        });
        return item;
    }

    private void field() {
        target.setId("ssh-target");
        target.getStyleClass().add("mono");
        target.setPromptText(Messages.text("ssh.prompt"));
        target.setAccessibleText(Messages.text("ssh.prompt"));
        target.textProperty().bindBidirectional(model.targetProperty());
        target.setOnAction(e -> model.open());
        HBox.setHgrow(target, Priority.SOMETIMES);
        known.setId("ssh-known");
        known.setMinWidth(USE_PREF_SIZE);
        known.setAccessibleText(Messages.text("ssh.known"));
        known.setTooltip(new Tooltip(Messages.text("ssh.known")));
    }

    private Node sudo() {
        CheckBox sudo = new CheckBox(Messages.text("ssh.sudo"));
        sudo.setId("ssh-sudo");
        sudo.setMinWidth(USE_PREF_SIZE);
        sudo.setTooltip(new Tooltip(Messages.text("ssh.sudo.tip")));
        sudo.setAccessibleHelp(Messages.text("ssh.sudo.tip"));
        sudo.selectedProperty().bindBidirectional(model.sudoProperty());
        return sudo;
    }

    private Node open() {
        Button open = new Button(Messages.text("ssh.open"));
        open.setId("ssh-open");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(e -> model.open());
        open.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.targetProperty().get().isBlank(), model.targetProperty()));
        return open;
    }

    private Node copy() {
        Button copy = new Button(Messages.text("ssh.copy"));
        copy.setId("ssh-copy");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setTooltip(new Tooltip(Messages.text("ssh.copy.tip")));
        copy.setAccessibleHelp(Messages.text("ssh.copy.tip"));
        copy.setOnAction(e -> model.copyScript(
                script -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, script))));
        return copy;
    }

    private Node close() {
        Button close = new Button();
        close.setId("ssh-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setGraphic(Commands.icon("icon-close"));
        close.setAccessibleText(Messages.text("ssh.close"));
        close.setTooltip(new Tooltip(Messages.text("ssh.close")));
        close.setOnAction(e -> model.close());
        return close;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
