package ridscope.desktop.compare;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;

/** What the view shows before there is anything to compare with. */
final class CompareChoice extends ScrollPane {

    private static final int SAMPLES_IN_A_ROW = 3;

    CompareChoice(CompareOffers offers) {
        setId("compare-choice");
        getStyleClass().add("welcome-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        setMinSize(0, 0);
        VBox all = new VBox(
                label(Messages.text("compare.choose.headline"), "headline"),
                label(Messages.text("compare.choose.lead"), "lead"),
                target(offers));
        all.getStyleClass().add("welcome");
        List<Button> recent = offers.recentButtons();
        if (!recent.isEmpty()) {
            HBox row = new HBox(label(Messages.text("compare.choose.recent"), "lead"));
            row.getStyleClass().add("welcome-buttons");
            row.getChildren().addAll(recent);
            all.getChildren().add(row);
        }
        List<Button> samples = offers.sampleButtons();
        if (!samples.isEmpty()) {
            TilePane cards = new TilePane();
            cards.setPrefColumns(SAMPLES_IN_A_ROW);
            cards.getStyleClass().add("samples");
            cards.getChildren().setAll(samples);
            all.getChildren().addAll(label(Messages.text("compare.choose.samples"), "lead"), cards);
        }
        setContent(all);
    }

    private static VBox target(CompareOffers offers) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("welcome-buttons");
        buttons.getChildren().setAll(offers.buttons());
        VBox target = new VBox(
                Commands.icon("icon-drop"), label(Messages.text("compare.choose.drop"), "pane-title"), buttons);
        target.setId("compare-drop-target");
        target.getStyleClass().add("drop-target");
        return target;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
