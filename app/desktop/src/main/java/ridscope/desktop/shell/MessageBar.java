package ridscope.desktop.shell;

import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;

/** The bar below the toolbar that says what went wrong, or what else is worth knowing. */
final class MessageBar extends HBox {

    private final Label text = new Label();
    private final Button copy = new Button(Messages.text("message.copy-details"));
    private final Button close = new Button();

    MessageBar(ShellViewModel model) {
        setId("message-bar");
        getStyleClass().add("message-bar");
        text.setId("message-text");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        copy.setId("message-copy");
        copy.setMinWidth(USE_PREF_SIZE);
        close.setId("message-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setGraphic(Commands.icon("icon-close"));
        close.setAccessibleText(Messages.text("message.close"));
        close.setTooltip(new Tooltip(Messages.text("message.close")));
        close.setOnAction(e -> model.hideMessage());
        model.messageProperty().addListener((observable, before, now) -> show(now));
        show(model.messageProperty().get());
    }

    private void show(Optional<Message> message) {
        setVisible(message.isPresent());
        setManaged(message.isPresent());
        message.ifPresent(this::fill);
    }

    private void fill(Message message) {
        boolean failed = message.kind() == Message.Kind.FAILED;
        text.setText(message.text());
        Region icon = Commands.icon(failed ? "icon-error" : "icon-notice");
        getChildren().setAll(icon, text);
        message.details().ifPresent(details -> {
            copy.setOnAction(e -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, details)));
            getChildren().add(copy);
        });
        getChildren().add(close);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("failed"), failed);
    }
}
