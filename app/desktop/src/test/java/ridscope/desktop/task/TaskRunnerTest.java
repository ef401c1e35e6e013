package ridscope.desktop.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.desktop.testing.ManualTime;

class TaskRunnerTest {

    private final List<Throwable> bugs = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    /** Work waits here until a test lets it run. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private final TaskRunner direct = TaskRunner.direct(bugs::add);
    private final TaskRunner slow = new TaskRunner(waiting::add, Runnable::run, bugs::add);

    @Test
    void aResultReachesItsReceiver() {
        direct.work(feedback -> "done").onDone(heard::add).start();
        assertThat(heard).containsExactly("done");
        assertThat(direct.progressProperty().get()).isEmpty();
    }

    @Test
    void anExpectedFailureReachesItsReceiverAndNobodyElse() {
        direct.work(feedback -> {
                    throw new IOException("no such file");
                })
                .onExpected(IOException.class, e -> heard.add(e.getMessage()))
                .start();
        assertThat(heard).containsExactly("no such file");
        assertThat(bugs).isEmpty();
    }

    @Test
    void anyOtherFailureIsABug() {
        direct.work(feedback -> {
                    throw new IllegalStateException("oops");
                })
                .onExpected(IOException.class, e -> heard.add(e.getMessage()))
                .start();
        assertThat(bugs).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void aSecondJobInALaneCancelsTheFirst() {
        List<Boolean> cancelled = new ArrayList<>();
        for (String name : List.of("first", "second")) {
            slow.work(feedback -> {
                        cancelled.add(feedback.cancelled());
                        feedback.checkCancelled();
                        return name;
                    })
                    .lane("opening")
                    .onDone(heard::add)
                    .start();
        }
        waiting.forEach(Runnable::run);
        assertThat(cancelled).containsExactly(true, false);
        assertThat(heard).containsExactly("second");
        assertThat(bugs).isEmpty();
    }

    @Test
    void aJobThatIgnoresItsCancellationIsNotHeardEither() {
        slow.work(feedback -> "stubborn").lane("opening").onDone(heard::add).start();
        slow.cancel("opening");
        waiting.forEach(Runnable::run);
        assertThat(heard).isEmpty();
    }

    @Test
    void otherLanesGoOn() {
        slow.work(feedback -> "a").lane("one").onDone(heard::add).start();
        slow.work(feedback -> "b").lane("two").onDone(heard::add).start();
        waiting.forEach(Runnable::run);
        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    void progressIsShownWhileWorkWithATitleRuns() {
        List<Optional<Progress>> seen = new ArrayList<>();
        direct.progressProperty().addListener((observable, before, now) -> seen.add(now));
        direct.work(feedback -> {
                    feedback.progress(1, 4);
                    feedback.note("bus 3");
                    feedback.progress(0, -1);
                    return "";
                })
                .title("Opening")
                .start();
        assertThat(seen)
                .containsExactly(
                        Optional.of(new Progress("Opening", "", -1)),
                        Optional.of(new Progress("Opening", "", 0.25)),
                        Optional.of(new Progress("Opening", "bus 3", 0.25)),
                        Optional.of(new Progress("Opening", "bus 3", -1)),
                        Optional.empty());
    }

    @Test
    void progressOfWorkWithoutATitleStaysInvisible() {
        List<Optional<Progress>> seen = new ArrayList<>();
        direct.progressProperty().addListener((observable, before, now) -> seen.add(now));
        direct.work(feedback -> {
                    feedback.progress(1, 2);
                    return "";
                })
                .start();
        assertThat(seen).isEmpty();
    }

    @Test
    void theEndIsHeardAfterAnyOutcome() {
        direct.work(feedback -> "a")
                .onDone(heard::add)
                .onEnd(() -> heard.add("end"))
                .start();
        direct.work(feedback -> {
                    throw new IllegalStateException("a bug");
                })
                .onEnd(() -> heard.add("end after a bug"))
                .start();
        assertThat(heard).containsExactly("a", "end", "end after a bug");
        assertThat(bugs).hasSize(1);
    }

    @Test
    void theEndOfWhatWasCancelledIsNotHeard() {
        slow.work(feedback -> "a").lane("one").onEnd(() -> heard.add("end")).start();
        slow.cancel("one");
        waiting.forEach(Runnable::run);
        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsToBeDoneLaterIsDoneOnTheDrawingThread() {
        ManualTime time = new ManualTime();
        List<Runnable> drawing = new ArrayList<>();
        TaskRunner runner = new TaskRunner(Runnable::run, drawing::add, bugs::add, time);
        long begin = runner.millis();
        runner.later(400, () -> heard.add("later"));
        time.pass(399);
        assertThat(drawing).isEmpty();
        time.pass(1);
        assertThat(runner.millis()).isEqualTo(begin + 400);
        assertThat(heard).isEmpty();
        drawing.forEach(Runnable::run);
        assertThat(heard).containsExactly("later");
    }
}
