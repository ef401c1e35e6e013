package ridscope.desktop.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

    WelcomeView(ShellViewModel model, Commands commands, List<Sample> samples) {
        setId("welcome");
        getStyleClass().add("welcome");
        getChildren()
                .addAll(
                        label(Messages.text("welcome.headline"), "headline"),
                        label(Messages.text("welcome.lead"), "lead"),
                        dropTarget(commands));
        if (!samples.isEmpty()) {
            TilePane cards = new TilePane();
            cards.setPrefColumns(SAMPLES_IN_A_ROW);
            cards.getStyleClass().add("samples");
            samples.forEach(s -> cards.getChildren().add(card(model, s)));
            getChildren().addAll(label(Messages.text("welcome.samples"), "lead"), cards);
        }
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
