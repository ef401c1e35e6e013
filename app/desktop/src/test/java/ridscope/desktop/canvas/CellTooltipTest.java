package ridscope.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.Cell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ridscope.desktop.testing.Toolkit;

@ExtendWith(Toolkit.class)
class CellTooltipTest {

    private final CellTooltip<String> tooltip =
            new CellTooltip<>(item -> Optional.of(item).filter(words -> !words.isEmpty()));

    private static final class Row extends Cell<String> {
        private void take(String item) {
            updateItem(item, item == null);
        }

        private Row(String item) {
            take(item);
        }
    }

    private Row row(String item) {
        Row row = new Row(item);
        tooltip.on(row);
        return row;
    }

    private static void enter(Row row) {
        Event.fireEvent(
                row,
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    /** Each is a window with a scene of its own: with one in each cell half the time of a first list went into them. */
    @Test
    void allCellsShareOneThatSaysWhatIsUnderThePointer() {
        Toolkit.on(() -> {
            Row one = row("one");
            Row other = row("other");
            assertThat(one.getTooltip()).isNull();
            enter(one);
            assertThat(one.getTooltip().getText()).isEqualTo("one");
            assertThat(other.getTooltip()).isNull();
            enter(other);
            assertThat(other.getTooltip()).isSameAs(one.getTooltip());
            assertThat(other.getTooltip().getText()).isEqualTo("other");
            return null;
        });
    }

    @Test
    void whereThereIsNothingToSayThereIsNone() {
        Toolkit.on(() -> {
            Row row = row("words");
            enter(row);
            row.take("");
            enter(row);
            assertThat(row.getTooltip()).isNull();
            Row empty = row(null);
            enter(empty);
            assertThat(empty.getTooltip()).isNull();
            return null;
        });
    }
}
