package ridscope.desktop.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.task.Progress;

/** The line at the bottom: where the document comes from and how fresh it is, its totals, and what is under way. */
public final class StatusLine extends HBox {

    private final Label source = new Label();
    private final Label work = new Label();
    private final Label refreshed = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
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
        source.setId("status-source");
        figures.setId("status-figures");
        work.setId("status-work");
        bar.setId("status-progress");
        bar.setAccessibleText(work.getText());
        bar.accessibleTextProperty().bind(work.textProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        figures.setMinWidth(0);
        refreshed.setId("status-refreshed");
        refreshed.getStyleClass().add("status-refreshed");
        refreshed.setMinWidth(USE_PREF_SIZE);
        refreshed.textProperty().bind(refresher.textProperty());
        refreshed.visibleProperty().bind(refreshed.textProperty().isNotEmpty());
        refreshed.managedProperty().bind(refreshed.visibleProperty());
        getChildren().addAll(source, refreshed, watch(commands, live), space, work, bar, cancel, figures);
        document.follow(d -> {
            source.setText(model.sourceLine());
            figures.setText(model.figures());
        });
        progress.addListener((observable, before, now) -> show(now));
        show(progress.getValue());
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
