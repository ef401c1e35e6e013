package ridscope.source.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;

class RemoteRunTest {

    @TempDir
    Path folder;

    private static final int MOST = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(25);

    @Test
    void inputGoesInAndOutputComesOut() throws Exception {
        byte[] input = new byte[300_000];
        RemoteRun.Outcome outcome = run(LONG, MOST, Feedback.NONE, input, "cat; echo oops >&2; exit 7");
        assertThat(outcome.end()).isEqualTo(RemoteRun.End.EXITED);
        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.out()).isEqualTo(input);
        assertThat(outcome.err()).isEqualTo("oops\n");
    }

    /** The end of a program must not cut off what it said last. */
    @RepeatedTest(40)
    void lastWordsAreKept() throws Exception {
        RemoteRun.Outcome outcome = run(LONG, MOST, Feedback.NONE, new byte[0], "echo why >&2; exit 255");
        assertThat(outcome.err()).isEqualTo("why\n");
    }

    @Test
    void inputThatNobodyReadsDoesNoHarm() throws Exception {
        assertThat(run(LONG, MOST, Feedback.NONE, new byte[1 << 20], "exit 3").exitCode())
                .isEqualTo(3);
    }

    @Test
    void tooSlow() throws Exception {
        Seen seen = new Seen(false);
        RemoteRun.Outcome outcome =
                run(Duration.ofMillis(400), MOST, seen, new byte[0], "sleep 100 & echo $! $$; wait");
        assertThat(outcome.end()).isEqualTo(RemoteRun.End.TOO_SLOW);
        assertGone(outcome.out());
    }

    @Test
    void tooMuch() throws Exception {
        RemoteRun.Outcome outcome = run(LONG, 5_000, Feedback.NONE, new byte[0], "while echo y; do :; done");
        assertThat(outcome.end()).isEqualTo(RemoteRun.End.TOO_MUCH);
        assertThat(outcome.out()).hasSize(5_000);
    }

    @Test
    void tooMuchOfWhatHasEnded() throws Exception {
        RemoteRun.Outcome outcome = run(LONG, 3, Feedback.NONE, new byte[0], "echo yes");
        assertThat(outcome.end()).isEqualTo(RemoteRun.End.TOO_MUCH);
    }

    @Test
    void cancelledInTheMiddleWithAllThatWasStarted() throws Exception {
        Seen seen = new Seen(true);
        List<String> begun = new ArrayList<>();
        Path numbers = folder.resolve("numbers");
        String script = "sleep 100 & echo $! $$ >" + numbers + "; echo begun; wait";
        assertThatThrownBy(
                        () -> new RemoteRun(shell(script), LONG, MOST).run(new byte[0], () -> begun.add("begun"), seen))
                .isInstanceOf(CancelledException.class);
        assertThat(begun).hasSize(1);
        assertThat(seen.bytes).isPositive();
        assertGone(Files.readAllBytes(numbers));
    }

    /** A helper that the program leaves behind may keep the pipe open. */
    @Test
    void aHelperThatStaysBehindIsNotWaitedFor() throws Exception {
        RemoteRun.Outcome outcome = run(LONG, MOST, Feedback.NONE, new byte[0], "sleep 20 & echo $!");
        assertThat(outcome.end()).isEqualTo(RemoteRun.End.EXITED);
        long helper = Long.parseLong(new String(outcome.out(), StandardCharsets.US_ASCII).strip());
        ProcessHandle.of(helper).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatIsNotThereCannotBeStarted() {
        assertThatThrownBy(() -> new RemoteRun(List.of("/no/such/program"), LONG, MOST)
                        .run(new byte[0], () -> {}, Feedback.NONE))
                .isInstanceOf(IOException.class);
    }

    private static void assertGone(byte[] numbers) throws Exception {
        for (String number :
                new String(numbers, StandardCharsets.US_ASCII).strip().split(" ")) {
            var process = ProcessHandle.of(Long.parseLong(number));
            if (process.isPresent()) {
                process.get().onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    private static RemoteRun.Outcome run(Duration limit, int most, Feedback feedback, byte[] input, String script)
            throws IOException {
        return new RemoteRun(shell(script), limit, most).run(input, () -> {}, feedback);
    }

    private static List<String> shell(String script) {
        return List.of(Shell.program("sh").toString(), "-c", script);
    }

    /** Cancels once something has come, if it is told to. */
    private static final class Seen implements Feedback {
        private final boolean cancels;
        private long bytes;

        Seen(boolean cancels) {
            this.cancels = cancels;
        }

        @Override
        public boolean cancelled() {
            return cancels && bytes > 0;
        }

        @Override
        public void progress(long done, long total) {
            bytes = done;
        }

        @Override
        public void note(String text) {}
    }
}
