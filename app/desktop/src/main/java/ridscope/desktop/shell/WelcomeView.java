package ridscope.desktop.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;

/** What the window shows before anything is open. */
final class WelcomeView extends VBox {

    private static final int SAMPLES_IN_A_ROW = 3;
    private static final int RECENT = 4;

    WelcomeView(ShellViewModel model, Commands commands, List<Sample> samples) {
        setId("welcome");
        getStyleClass().add("welcome");
        getChildren()
                .addAll(
                        label(Messages.text("welcome.headline"), "headline"),
                        label(Messages.text("welcome.lead"), "lead"),
                        dropTarget(commands));
        recent(model).ifPresent(getChildren()::add);
        if (!samples.isEmpty()) {
            TilePane cards = new TilePane();
            cards.setPrefColumns(SAMPLES_IN_A_ROW);
            cards.getStyleClass().add("samples");
            samples.forEach(s -> cards.getChildren().add(card(model, s)));
            getChildren().addAll(label(Messages.text("welcome.samples"), "lead"), cards);
        }
    }

    /** What was opened before and is still there, as far as a row has room. */
    private static Optional<HBox> recent(ShellViewModel model) {
        HBox row = new HBox();
        row.getStyleClass().add("welcome-buttons");
        row.getChildren().add(label(Messages.text("welcome.recent"), "lead"));
        model.recentFiles().stream()
                .map(Path::of)
                .filter(Files::exists)
                .limit(RECENT)
                .map(path -> recent(model, path))
                .forEach(row.getChildren()::add);
        return row.getChildren().size() > 1 ? Optional.of(row) : Optional.empty();
    }

    private static Button recent(ShellViewModel model, Path path) {
        Button button = new Button(String.valueOf(path.getFileName()));
        button.getStyleClass().add("welcome-recent");
        button.setMnemonicParsing(false);
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.setTooltip(new Tooltip(path.toString()));
        button.setAccessibleText(path.toString());
        button.setOnAction(e -> model.open(path));
        return button;
    }

    private static VBox dropTarget(Commands commands) {
        HBox buttons = new HBox(
                button(commands, Command.OPEN),
                button(commands, Command.OPEN_FOLDER),
                button(commands, Command.LIVE),
                button(commands, Command.OPEN_SSH));
        buttons.getStyleClass().add("welcome-buttons");
        VBox target = new VBox(
                Commands.icon("icon-drop"), label(Messages.text("welcome.drop"), "pane-title"), kinds(), buttons);
        target.setId("drop-target");
        target.getStyleClass().add("drop-target");
        return target;
    }

    private static Label kinds() {
        Label kinds = label(Messages.text("welcome.kinds"), "kinds");
        kinds.setWrapText(true);
        kinds.setMinHeight(USE_PREF_SIZE);
        return kinds;
    }

    /** The toolbar has a button with the command's own id already. */
    private static Button button(Commands commands, Command command) {
        Button button = commands.button(command);
        button.setId("welcome-" + command.id());
        return button;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static Button card(ShellViewModel model, Sample sample) {
        Button card = new Button(sample.title());
        card.setId("sample-" + sample.name());
        card.setTooltip(new Tooltip(sample.sentence()));
        card.setMnemonicParsing(false);
        card.setAccessibleText(sample.title());
        card.getStyleClass().add("sample-card");
        card.setOnAction(e -> model.open(sample));
        return card;
    }
}
