package ridscope.desktop.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Integer> results = new ArrayList<>();
    private final Latest latest =
            new Latest(new TaskRunner(background::add, Runnable::run, failure -> results.add(-1)), "test");

    private void ask(int number) {
        latest.run(() -> feedback -> number, results::add);
    }

    @Test
    void ofWhatIsAskedMeanwhileOnlyTheLastIsDone() {
        for (int i = 1; i <= 5; i++) {
            ask(i);
        }
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(results).containsExactly(1);
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(results).containsExactly(1, 5);
        assertThat(background).isEmpty();
    }

    @Test
    void whatIsCancelledNeverArrivesAndTheNextIsDone() {
        ask(1);
        ask(2);
        latest.cancel();
        ask(3);
        background.forEach(Runnable::run);
        assertThat(results).containsExactly(3);
    }

    @Test
    void afterAFailureItGoesOn() {
        latest.run(
                () -> feedback -> {
                    throw new IllegalStateException("broken");
                },
                result -> {});
        background.remove().run();
        ask(2);
        background.remove().run();
        assertThat(results).containsExactly(-1, 2);
    }
}
