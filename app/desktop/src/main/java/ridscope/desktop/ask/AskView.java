package ridscope.desktop.ask;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.textfield.TextFields;
import ridscope.desktop.l10n.Messages;
import ridscope.query.Candidate;
import ridscope.query.QueryException;

/** A field with its answer beside it, in one box; below it what it offers, and a line under what it did not understand. */
public final class AskView extends HBox {

    private static final double ASKING_WIDTH = 120;

    /** Of the bundled monospaced font, and what stands beside the text. */
    private static final double LETTER = 7.9;

    /** Size of text for which a letter is that wide, pixels. */
    private static final double LETTER_SIZE = 13;

    private static final double BESIDE = 64;

    /** While nothing is typed there is no sign that clears it, but room for it. */
    private static final double PROMPT_BESIDE = 40;

    private static final double MOST_OF_BOX = 0.62;
    private static final double MARK_HEIGHT = 2;

    private final AskViewModel model;
    private final TextField field = TextFields.createClearableTextField();
    private final Label answer = new Label();
    private final Region wrong = new Region();
    private final Offers offers;

    public AskView(AskViewModel model) {
        this.model = model;
        setId("ask-box");
        getStyleClass().add("ask-box");
        field.setId("ask-field");
        field.widthProperty().addListener(observable -> prompt());
        field.fontProperty().addListener(observable -> prompt());
        prompt();
        field.setAccessibleText(Messages.text("ask.label"));
        field.setAccessibleHelp(Messages.text("ask.help"));
        field.textProperty().bindBidirectional(model.questionProperty());
        field.setOnAction(e -> model.go());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.caretPositionProperty().addListener((observable, before, now) -> complete(false));
        field.textProperty().addListener((observable, before, now) -> complete(false));
        field.focusedProperty().addListener((observable, before, now) -> model.stopCompleting());
        answer.setId("ask-answer");
        answer.textProperty().bind(model.answerProperty());
        answer.setMinWidth(0);
        wrong.setId("ask-wrong");
        wrong.getStyleClass().add("ask-wrong");
        wrong.setManaged(false);
        wrong.setMouseTransparent(true);
        offers = new Offers(field, this::take);
        model.candidatesProperty().addListener((observable, before, now) -> offers.show(now));
        model.errorProperty().addListener((observable, before, now) -> requestLayout());
        tellWhole();
        HBox.setHgrow(answer, Priority.ALWAYS);
        getChildren().addAll(field, answer, wrong);
        arrange(true);
    }

    /** As many examples as there is room for. */
    private void prompt() {
        double letter = LETTER * field.getFont().getSize() / LETTER_SIZE;
        double room = field.getWidth() - PROMPT_BESIDE;
        String shortest = Messages.text("ask.prompt-shortest");
        field.setPromptText(Stream.of("ask.prompt", "ask.prompt-short")
                .map(Messages::text)
                .filter(prompt -> prompt.length() * letter <= room)
                .findFirst()
                .orElse(shortest));
    }

    private void tellWhole() {
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
    }

    /** Puts the keyboard there. */
    public void ask() {
        field.requestFocus();
        field.selectAll();
    }

    /** The list of what can be typed next, to be put above everything else in the window. */
    public Node offers() {
        return offers.node();
    }

    /** Goes to the next or the previous function that was found. */
    public void step(boolean forward) {
        model.step(forward);
    }

    private void complete(boolean all) {
        if (field.isFocused()) {
            model.complete(Math.min(field.getCaretPosition(), field.getLength()), all);
        }
    }

    private void take(Candidate candidate) {
        String text = candidate.in(field.getText());
        model.stopCompleting();
        field.setText(text);
        field.positionCaret(candidate.caret());
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.SPACE && e.isControlDown()) {
            complete(true);
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && e.isShiftDown()) {
            model.step(false);
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !offers.isShowing()) {
            model.clear();
            e.consume();
        } else if (offers.isShowing() && offers.pressed(e.getCode())) {
            if (e.getCode() == KeyCode.ESCAPE) {
                model.stopCompleting();
            }
            e.consume();
        }
    }

    /** The question needs the whole width only while there is no answer. */
    private void arrange(boolean noAnswer) {
        answer.setManaged(!noAnswer);
        double wide = Math.max(ASKING_WIDTH, field.getLength() * LETTER + BESIDE);
        double most = Math.max(ASKING_WIDTH, getWidth() * MOST_OF_BOX);
        double width = Math.min(wide, most);
        field.setMinWidth(noAnswer ? 0 : width);
        field.setMaxWidth(noAnswer ? Double.MAX_VALUE : width);
        HBox.setHgrow(field, noAnswer ? Priority.ALWAYS : Priority.NEVER);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Optional<QueryException> error = model.errorProperty().get();
        wrong.setVisible(error.isPresent());
        error.ifPresent(this::underline);
    }

    /** Where something is missing at the end, the line is as wide as a letter behind it. */
    private void underline(QueryException error) {
        int length = field.getLength();
        if (!(field.getSkin() instanceof TextFieldSkin skin) || length == 0) {
            wrong.setVisible(false);
            return;
        }
        int first = Math.min(error.start(), length - 1);
        int last = Math.max(first, Math.min(error.end(), length) - 1);
        Rectangle2D from = skin.getCharacterBounds(first);
        Rectangle2D to = skin.getCharacterBounds(last);
        boolean behind = error.start() >= length;
        double left = behind ? to.getMaxX() : from.getMinX();
        double right = behind ? to.getMaxX() + LETTER : to.getMaxX();
        double room = field.getWidth() - 2;
        wrong.resizeRelocate(
                field.getLayoutX() + Math.max(0, Math.min(left, room - LETTER)),
                field.getLayoutY() + from.getMaxY(),
                Math.max(LETTER, Math.min(right, room) - Math.max(0, left)),
                MARK_HEIGHT);
    }
}
