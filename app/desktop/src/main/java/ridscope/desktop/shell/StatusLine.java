package ridscope.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ridscope.desktop.canvas.SeverityIcon;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.HostFindings;
import ridscope.desktop.task.Progress;

/** The line at the bottom: where the document comes from and how fresh it is, its totals, and what is under way. */
public final class StatusLine extends HBox {

    private static final double TOOLTIP_WIDTH = 560;
    private static final double LEAST_MISSING = 110;

    private final Label source = new Label();
    private final Label missing = new Label();
    private final Label work = new Label();
    private final Label refreshed = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final Button findings;
    private final Label figures = new Label();

    public StatusLine(
            ShellViewModel model,
            DocumentModel document,
            Commands commands,
            Refresher refresher,
            LiveViewModel live,
            ObservableValue<Optional<Progress>> progress) {
        setId("status-line");
        getStyleClass().add("status-line");
        cancel = commands.button(Command.CANCEL);
        findings = commands.button(Command.GO_FINDINGS);
        findings.setId("status-findings");
        findings.getStyleClass().add("status-findings");
        findings.setMinWidth(USE_PREF_SIZE);
        findings.managedProperty().bind(findings.visibleProperty());
        source.setId("status-source");
        figures.setId("status-figures");
        missing.setId("status-missing");
        missing.getStyleClass().add("status-missing");
        // It has what room the others leave; cut off, it still says that something is missing.
        missing.setMinWidth(LEAST_MISSING);
        missing.setPrefWidth(LEAST_MISSING);
        missing.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(missing, Priority.ALWAYS);
        missing.visibleProperty().bind(missing.textProperty().isNotEmpty());
        work.setId("status-work");
        bar.setId("status-progress");
        bar.setAccessibleText(work.getText());
        bar.accessibleTextProperty().bind(work.textProperty());
        figures.setMinWidth(0);
        refreshed.setId("status-refreshed");
        refreshed.getStyleClass().add("status-refreshed");
        refreshed.setMinWidth(USE_PREF_SIZE);
        refreshed.textProperty().bind(refresher.textProperty());
        refreshed.visibleProperty().bind(refreshed.textProperty().isNotEmpty());
        refreshed.managedProperty().bind(refreshed.visibleProperty());
        getChildren().addAll(source, refreshed, watch(commands, live), missing, work, bar, cancel, findings, figures);
        document.follow(d -> {
            source.setText(model.sourceLine());
            figures.setText(model.figures());
            say(model.missing());
            judge(d.map(Document::findings));
        });
        progress.addListener((observable, before, now) -> show(now));
        show(progress.getValue());
    }

    /** There is room for the first sentence; all of them are a hover away. */
    private void say(List<String> sentences) {
        String all = String.join("\n", sentences);
        missing.setText(sentences.stream().findFirst().orElse(""));
        missing.setTooltip(all.isEmpty() ? null : wrapped(all));
        missing.setAccessibleText(all);
    }

    /** How many errors and warnings there are, with the sign of the worst; a click leads to them. */
    private void judge(Optional<HostFindings> found) {
        findings.setVisible(found.isPresent());
        String summary = found.map(HostFindings::summary).orElse("");
        findings.setText(summary);
        findings.setAccessibleText(summary);
        found.ifPresent(f -> findings.setGraphic(new SeverityIcon(f.worst())));
    }

    private static Tooltip wrapped(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        return tooltip;
    }

    private static Node watch(Commands commands, LiveViewModel live) {
        ToggleButton button = commands.toggle(Command.WATCH);
        button.getStyleClass().add("status-watch");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(live.textProperty());
        button.visibleProperty().bind(live.liveProperty());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void show(Optional<Progress> progress) {
        boolean busy = progress.isPresent();
        for (Region part : new Region[] {work, bar, cancel}) {
            part.setVisible(busy);
            part.setManaged(busy);
        }
        progress.ifPresent(p -> {
            work.setText(p.note().isEmpty() ? p.title() : p.title() + " · " + p.note());
            bar.setProgress(p.fraction());
        });
    }
}
