package ridscope.desktop.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.command.Command;
import ridscope.desktop.l10n.Messages;

/** A page of help in the middle of the window; Esc and a button close it. */
final class HelpView extends ScrollPane {

    /** Keys that are no commands: message of the keys, message of what they do. */
    private static final Map<String, String> OTHER_KEYS = new LinkedHashMap<>();

    static {
        OTHER_KEYS.put("keys.arrows", "keys.arrows.what");
        OTHER_KEYS.put("keys.enter", "keys.enter.what");
        OTHER_KEYS.put("keys.space", "keys.space.what");
        OTHER_KEYS.put("keys.ends", "keys.ends.what");
        OTHER_KEYS.put("keys.map-cells", "keys.map-cells.what");
        OTHER_KEYS.put("keys.map-devices", "keys.map-devices.what");
        OTHER_KEYS.put("keys.map-buses", "keys.map-buses.what");
        OTHER_KEYS.put("keys.map-ends", "keys.map-ends.what");
        OTHER_KEYS.put("keys.zoom", "keys.zoom.what");
        OTHER_KEYS.put("keys.whole", "keys.whole.what");
        OTHER_KEYS.put("keys.wheel", "keys.wheel.what");
        OTHER_KEYS.put("keys.drag", "keys.drag.what");
        OTHER_KEYS.put("keys.down", "keys.down.what");
        OTHER_KEYS.put("keys.escape", "keys.escape.what");
    }

    private static final List<String> PARTS = List.of(
            "about.javafx",
            "about.atlantafx",
            "about.controlsfx",
            "about.jackson",
            "about.picocli",
            "about.jna",
            "about.commons",
            "about.xz",
            "about.plex");

    private static final int COLUMNS = 2;

    private HelpView(String id, String title, Node content, Runnable close) {
        setId(id);
        getStyleClass().add("help");
        Label heading = label(title, "headline");
        Button done = new Button(Messages.text("help.close"));
        done.setId("help-close");
        done.setOnAction(e -> close.run());
        VBox page = new VBox(heading, content, done);
        page.getStyleClass().add("help-page");
        setContent(page);
        setFitToWidth(true);
        setAccessibleText(title);
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                close.run();
            }
        });
    }

    /** All keys: those of commands, and those of pictures and fields. */
    static HelpView shortcuts(Runnable close) {
        GridPane table = new GridPane();
        table.getStyleClass().add("help-table");
        List<Command> commands = Arrays.stream(Command.values())
                .filter(command -> command.accelerator().isPresent())
                .toList();
        int rows = (commands.size() + OTHER_KEYS.size() + COLUMNS - 1) / COLUMNS;
        int next = 0;
        for (Command command : commands) {
            row(table, next++, rows, List.of(command.keys(), command.label(), command.tip()));
        }
        for (Map.Entry<String, String> other : OTHER_KEYS.entrySet()) {
            row(table, next++, rows, List.of(Messages.text(other.getKey()), Messages.text(other.getValue()), ""));
        }
        return new HelpView("help-shortcuts", Messages.text("command.shortcuts"), table, close);
    }

    /** What program this is, under which terms, and what it is made of. */
    static HelpView about(String version, Runnable close) {
        VBox text = new VBox(
                label(Messages.text("about.version", version), "mono"),
                label(Messages.text("about.what"), "lead"),
                label(Messages.text("about.licence"), "lead"),
                label(Messages.text("about.parts"), "quiet"));
        text.getStyleClass().add("help-text");
        PARTS.forEach(part -> text.getChildren().add(label(Messages.text(part), "quiet")));
        return new HelpView("help-about", Messages.text("app.name"), text, close);
    }

    private static void row(GridPane table, int index, int rows, List<String> texts) {
        Label keys = label(texts.get(0), "mono");
        Label what = label(texts.get(1), "what");
        if (!texts.get(2).isEmpty()) {
            what.setAccessibleHelp(texts.get(2));
        }
        table.add(keys, index / rows * 2, index % rows);
        table.add(what, index / rows * 2 + 1, index % rows);
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(!styleClass.equals("mono"));
        return label;
    }
}
