package ridscope.desktop.inspector;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import ridscope.desktop.l10n.Messages;

/** What can be done with one value. */
final class CopyMenu {

    private CopyMenu() {}

    /** Gives a node the menu. */
    static void on(Node node, Fact fact, InspectorViewModel model) {
        node.setOnContextMenuRequested(e -> {
            menu(fact, model).show(node, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    private static ContextMenu menu(Fact fact, InspectorViewModel model) {
        ContextMenu menu = new ContextMenu();
        add(menu, "inspector.copy.value", () -> copy(fact.value().text()));
        add(menu, "inspector.copy.line", () -> copy(line(fact)));
        fact.origin().bytes().ifPresent(bytes -> add(menu, "inspector.show-bytes", () -> showBytes(fact, model)));
        fact.value().target().ifPresent(to -> add(menu, "inspector.select", () -> model.go(to)));
        return menu;
    }

    private static void add(ContextMenu menu, String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(e -> action.run());
        menu.getItems().add(item);
    }

    /** Label, value and source, for a report. */
    static String line(Fact fact) {
        String source =
                fact.origin().text().isEmpty() ? "" : " (" + fact.origin().text() + ")";
        return fact.label() + ": " + fact.value().text() + source;
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Shows where a register stands among all bytes. */
    static void showBytes(Fact fact, InspectorViewModel model) {
        fact.origin().bytes().ifPresent(bytes -> {
            model.tabProperty().set(InspectorViewModel.BYTES);
            model.light(Optional.of(bytes));
        });
    }
}
