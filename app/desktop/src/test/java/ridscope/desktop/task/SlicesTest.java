package ridscope.desktop.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.desktop.testing.ManualTime;

class SlicesTest {

    private final List<Throwable> bugs = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Deque<Runnable> pulses = new ArrayDeque<>();
    private final Slices slices =
            new TaskRunner(Runnable::run, Runnable::run, pulses::add, bugs::add, new ManualTime()).slices();

    private Runnable thing(String name) {
        return () -> done.add(name);
    }

    private void pulse() {
        List.copyOf(pulses).forEach(action -> {
            pulses.remove(action);
            action.run();
        });
    }

    @Test
    void theFirstIsDoneAtOnceAndOneMoreInEachPulse() {
        slices.run(List.of(thing("a"), thing("b"), thing("c")));
        assertThat(done).containsExactly("a");
        pulse();
        assertThat(done).containsExactly("a", "b");
        pulse();
        assertThat(done).containsExactly("a", "b", "c");
        assertThat(pulses).isEmpty();
    }

    @Test
    void othersTakeThePlaceOfWhatIsLeft() {
        slices.run(List.of(thing("a"), thing("b"), thing("c")));
        slices.run(List.of(thing("x"), thing("y")));
        assertThat(pulses).hasSize(1);
        pulse();
        pulse();
        assertThat(done).containsExactly("a", "x", "y");
    }

    @Test
    void nothingMoreIsDoneOnceThereIsNothingToDo() {
        slices.run(List.of(thing("a"), thing("b")));
        slices.run(List.of());
        pulse();
        assertThat(done).containsExactly("a");
        assertThat(pulses).isEmpty();
    }

    @Test
    void whereThereAreNoPulsesEverythingIsDoneAtOnce() {
        TaskRunner.direct(bugs::add).slices().run(List.of(thing("a"), thing("b"), thing("c")));
        assertThat(done).containsExactly("a", "b", "c");
    }
}
