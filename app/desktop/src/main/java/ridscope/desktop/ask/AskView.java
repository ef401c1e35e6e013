package ridscope.desktop.ask;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.textfield.TextFields;
import ridscope.desktop.l10n.Messages;

/** A field with its answer beside it, in one box. */
public final class AskView extends HBox {

    private static final double ASKING_WIDTH = 120;

    private final TextField field = TextFields.createClearableTextField();
    private final Label answer = new Label();

    public AskView(AskViewModel model) {
        setId("ask-box");
        getStyleClass().add("ask-box");
        field.setId("ask-field");
        field.setPromptText(Messages.text("ask.prompt"));
        field.setAccessibleText(Messages.text("ask.label"));
        field.textProperty().bindBidirectional(model.questionProperty());
        field.setOnAction(e -> model.go());
        answer.setId("ask-answer");
        answer.textProperty().bind(model.answerProperty());
        answer.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.answerProperty());
        model.answerProperty().addListener((observable, before, now) -> {
            answer.setTooltip(now.isEmpty() ? null : whole);
            arrange(now.isEmpty());
        });
        model.alertProperty().addListener((observable, before, now) -> {
            answer.getStyleClass().remove("alert");
            if (now) {
                answer.getStyleClass().add("alert");
            }
        });
        HBox.setHgrow(answer, Priority.ALWAYS);
        getChildren().addAll(field, answer);
        arrange(true);
    }

    /** Puts the keyboard there. */
    public void ask() {
        field.requestFocus();
        field.selectAll();
    }

    /** The question needs the whole width only while there is no answer. */
    private void arrange(boolean noAnswer) {
        answer.setManaged(!noAnswer);
        field.setMinWidth(noAnswer ? 0 : ASKING_WIDTH);
        field.setMaxWidth(noAnswer ? Double.MAX_VALUE : ASKING_WIDTH);
        HBox.setHgrow(field, noAnswer ? Priority.ALWAYS : Priority.NEVER);
    }
}
