package ridscope.desktop.findings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ridscope.desktop.document.SeverityWords;
import ridscope.desktop.l10n.Messages;
import ridscope.rules.Evidence;

/** The finding that is read: sentence, explanation, advice, and the registers it rests on. */
final class FindingDetail extends ScrollPane {

    private final VBox lines = new VBox();

    FindingDetail() {
        setId("finding-detail");
        getStyleClass().add("finding-detail");
        lines.getStyleClass().add("finding-lines");
        setContent(lines);
        setFitToWidth(true);
        setMinWidth(0);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
    }

    void show(FindingRow row) {
        List<Node> parts = new ArrayList<>();
        parts.add(head(row));
        parts.add(text("finding-title", "strong", row.sentence()));
        parts.add(text("finding-text", "finding-paragraph", row.text().detail()));
        if (!row.text().advice().isEmpty()) {
            Label heading = text("finding-advice-head", "strong", Messages.text("findings.advice"));
            HBox.setHgrow(heading, Priority.ALWAYS);
            heading.setMaxWidth(Double.MAX_VALUE);
            HBox line = new HBox(
                    heading,
                    button(
                            "finding-copy-advice",
                            Messages.text("findings.copy-advice.tip"),
                            row.text().advice()));
            line.getStyleClass().add("finding-head");
            parts.add(line);
            parts.add(text("finding-advice", "finding-paragraph", row.text().advice()));
        }
        if (!row.text().evidence().isEmpty()) {
            parts.add(text("finding-evidence-head", "strong", Messages.text("findings.evidence")));
            row.text().evidence().forEach(e -> parts.add(evidence(e)));
        }
        lines.getChildren().setAll(parts);
        setAccessibleText(row.plain());
        setVvalue(0);
    }

    private static Node head(FindingRow row) {
        Label id = new Label(SeverityWords.name(row.severity()) + " · " + row.id() + " · " + row.where());
        id.setId("finding-id");
        id.getStyleClass().addAll("quiet", "finding-id");
        id.setMinWidth(0);
        id.setWrapText(true);
        id.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(id, Priority.ALWAYS);
        HBox line = new HBox(id, button("finding-copy", Messages.text("findings.copy.tip"), row.plain()));
        line.getStyleClass().add("finding-head");
        return line;
    }

    private static Node evidence(Evidence fact) {
        Label name = new Label(fact.name());
        name.setWrapText(true);
        name.getStyleClass().add("quiet");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label value = new Label(fact.value());
        value.setWrapText(true);
        value.getStyleClass().add("mono");
        // A register's value stands beside its name, a line of a log has more need of room than what it is called.
        if (fact.value().length() <= 12) {
            value.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox line = new HBox(name, value);
        line.getStyleClass().add("finding-evidence");
        return line;
    }

    private static Label text(String id, String styleClass, String words) {
        Label label = new Label(words);
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static Button button(String id, String what, String copied) {
        Button button = new Button(Messages.text("findings.copy"));
        button.setId(id);
        button.getStyleClass().add("finding-copy");
        button.setTooltip(new Tooltip(what));
        button.setAccessibleText(what);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied);
            Clipboard.getSystemClipboard().setContent(content);
        });
        return button;
    }
}
