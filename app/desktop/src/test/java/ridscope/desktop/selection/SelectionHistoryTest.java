package ridscope.desktop.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

class SelectionHistoryTest {

    private static final Target A = target(0);
    private static final Target B = target(1);
    private static final Target C = target(2);

    private final SelectionModel selection = new SelectionModel();
    private final Set<Target> missing = new HashSet<>();
    private final SelectionHistory history = new SelectionHistory(selection, target -> !missing.contains(target));

    private static Target target(int bus) {
        return new Target.OfFunction(FunctionAddress.of(String.format("%02x:00.0", bus)));
    }

    @Test
    void backAndForwardWalkThroughWhatWasSelected() {
        selection.select(A);
        selection.select(B);
        selection.select(C);
        history.back();
        history.back();
        assertThat(selection.get()).contains(A);
        assertThat(history.behindProperty().get()).isFalse();
        history.forward();
        assertThat(selection.get()).contains(B);
        assertThat(history.aheadProperty().get()).isTrue();
    }

    @Test
    void somethingNewForgetsWhatLayAhead() {
        selection.select(A);
        selection.select(B);
        history.back();
        selection.select(C);
        assertThat(history.aheadProperty().get()).isFalse();
        history.back();
        assertThat(selection.get()).contains(A);
    }

    @Test
    void whereNothingIsSelectedBackIsTheLatest() {
        selection.select(A);
        selection.clear();
        assertThat(history.behindProperty().get()).isTrue();
        history.back();
        assertThat(selection.get()).contains(A);
        assertThat(history.behindProperty().get()).isFalse();
    }

    @Test
    void whatIsNoLongerThereIsPassedOver() {
        selection.select(A);
        selection.select(B);
        selection.select(C);
        missing.add(B);
        history.refresh();
        history.back();
        assertThat(selection.get()).contains(A);
        missing.add(C);
        history.refresh();
        assertThat(history.aheadProperty().get()).isFalse();
    }

    @Test
    void anotherHostBeginsAnewWithWhatIsSelectedThen() {
        selection.select(A);
        selection.select(B);
        history.clear();
        assertThat(history.behindProperty().get()).isFalse();
        selection.select(C);
        history.back();
        assertThat(selection.get()).contains(B);
    }

    @Test
    void itForgetsTheOldestBeyondItsLimit() {
        for (int i = 0; i < 256; i++) {
            selection.select(target(i));
        }
        int steps = 0;
        while (history.behindProperty().get()) {
            history.back();
            steps++;
        }
        assertThat(steps).isEqualTo(SelectionHistory.LIMIT - 1);
        assertThat(selection.get()).contains(target(56));
    }
}
