package ridscope.desktop.busplan;

import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import ridscope.desktop.l10n.Messages;
import ridscope.text.Numbers;

/** A field for one number. A number in its range counts while it is typed; anything else is marked and put right on leaving. */
final class NumberField extends TextField {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final int least;
    private final int most;
    private final IntConsumer onValue;
    private int value;
    private boolean showing;

    /**
     * @param name what the number is, for screen readers
     * @param onValue hears each number of the range that is typed
     * @param onLeft hears that the field is left, or Enter
     */
    NumberField(String name, int least, int most, IntConsumer onValue, Runnable onLeft) {
        this.least = least;
        this.most = most;
        this.onValue = onValue;
        this.value = least;
        getStyleClass().addAll("number-field", "mono");
        setText(String.valueOf(least));
        setAccessibleText(name);
        setAccessibleHelp(Messages.text("busplan.number.range", least, most));
        setTooltip(new Tooltip(Messages.text("busplan.number.tip", name, least, most)));
        textProperty().addListener((observable, before, now) -> typed());
        focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                setText(String.valueOf(value));
                onLeft.run();
            }
        });
        setOnAction(e -> {
            setText(String.valueOf(value));
            selectAll();
            onLeft.run();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    }

    /** Shows a number; one that is being typed in another way, such as with leading zeros, is left alone. */
    void show(int now) {
        value = now;
        if (!parsed().equals(OptionalInt.of(now))) {
            showing = true;
            setText(String.valueOf(now));
            showing = false;
        }
        mark();
    }

    private OptionalInt parsed() {
        return Numbers.decimal(getText().strip());
    }

    private boolean valid() {
        return parsed().isPresent() && parsed().getAsInt() >= least && parsed().getAsInt() <= most;
    }

    private void mark() {
        pseudoClassStateChanged(INVALID, !valid());
    }

    private void typed() {
        mark();
        if (!showing && valid() && parsed().getAsInt() != value) {
            value = parsed().getAsInt();
            onValue.accept(value);
        }
    }

    /** Up and Down count; a text that is no change leaves undo and redo to the window. */
    private void step(KeyEvent e) {
        int by = e.getCode() == KeyCode.UP ? 1 : e.getCode() == KeyCode.DOWN ? -1 : 0;
        if (by != 0) {
            setText(String.valueOf(Math.max(least, Math.min(most, value + by))));
            e.consume();
        }
    }
}
