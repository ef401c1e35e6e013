package ridscope.desktop.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.task.Progress;

/** The line at the bottom: where the document comes from, its totals, and what is under way. */
final class StatusLine extends HBox {

    private final Label source = new Label();
    private final Label work = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final Label figures = new Label();

    StatusLine(
            ShellViewModel model,
            DocumentModel document,
            Commands commands,
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
        getChildren().addAll(source, space, work, bar, cancel, figures);
        document.follow(d -> {
            source.setText(model.sourceLine());
            figures.setText(model.figures());
        });
        progress.addListener((observable, before, now) -> show(now));
        show(progress.getValue());
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
