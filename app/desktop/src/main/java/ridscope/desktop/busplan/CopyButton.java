package ridscope.desktop.busplan;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import ridscope.desktop.l10n.Messages;

/** Puts a text on the clipboard. */
final class CopyButton extends Button {

    CopyButton(String id, String what, Supplier<String> text) {
        super(Messages.text("busplan.copy"));
        setId(id);
        getStyleClass().add("small-button");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(what);
        setTooltip(new Tooltip(what));
        setOnAction(e -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.get())));
    }
}
