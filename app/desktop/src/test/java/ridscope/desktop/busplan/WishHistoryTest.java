package ridscope.desktop.busplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;

class WishHistoryTest {

    private static final FunctionAddress PF = FunctionAddress.of("01:00.0");

    private final WishHistory history = new WishHistory();

    private static Wishes vfs(int count) {
        return Wishes.none().withVfs(PF, count);
    }

    @Test
    void aDragIsOneStep() {
        history.change(vfs(1), "slider");
        history.change(vfs(2), "slider");
        history.change(vfs(3), "slider");
        history.undo();
        assertThat(history.now()).isEqualTo(Wishes.none());
        assertThat(history.canUndo()).isFalse();
        history.redo();
        assertThat(history.now()).isEqualTo(vfs(3));
    }

    @Test
    void twoDragsAreTwoStepsAndSoAreTwoThings() {
        history.change(vfs(1), "slider");
        history.settle();
        history.change(vfs(2), "slider");
        history.change(vfs(2).withAssignBusses(true), "box");
        history.undo();
        assertThat(history.now()).isEqualTo(vfs(2));
        history.undo();
        assertThat(history.now()).isEqualTo(vfs(1));
    }

    @Test
    void aNewStepForgetsWhatWasTakenBack() {
        history.change(vfs(1), "slider");
        history.undo();
        history.change(vfs(5), "slider");
        assertThat(history.canRedo()).isFalse();
        history.redo();
        assertThat(history.now()).isEqualTo(vfs(5));
    }

    @Test
    void noChangeIsNoStep() {
        history.change(Wishes.none(), "box");
        assertThat(history.canUndo()).isFalse();
    }
}
