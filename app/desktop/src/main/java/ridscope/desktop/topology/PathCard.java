package ridscope.desktop.topology;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;
import ridscope.isolation.DevicePath;

/** How far apart two functions are, and which port between them isolates. */
final class PathCard extends VBox {

    private final Runnable onClose;

    PathCard(Runnable onClose) {
        this.onClose = onClose;
        setId("path-card");
        getStyleClass().add("rid-card");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        show(Optional.empty());
    }

    void show(Optional<DevicePath> path) {
        getChildren().clear();
        setVisible(path.isPresent());
        path.ifPresent(this::fill);
    }

    private void fill(DevicePath path) {
        getChildren().add(label(path.from() + " – " + path.to(), "mono-strong"));
        boolean same = path.kind() == DevicePath.Kind.SAME_DEVICE;
        String meaning = same ? "" : " · " + path.kind().words();
        getChildren().add(label(path.kind().label() + meaning, "claim"));
        for (DevicePath.Hop hop : path.hops()) {
            String verdict = hop.acs().map(v -> " · " + DevicePath.words(v)).orElse("");
            getChildren().add(label(hop.bridge() + verdict, "quiet"));
        }
        Button copy = button("path-copy", "topology.path-copy", () -> copy(path.text()));
        Button close = button("path-close", "topology.path-close", onClose);
        HBox buttons = new HBox(copy, close);
        buttons.getStyleClass().add("view-strip");
        getChildren().add(buttons);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Button button(String id, String key, Runnable action) {
        Button button = new Button(Messages.text(key));
        button.setId(id);
        button.setAccessibleText(Messages.text(key));
        button.setOnAction(e -> action.run());
        return button;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
