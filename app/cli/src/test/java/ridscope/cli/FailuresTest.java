package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.report.Glyphs;
import ridscope.source.SnapshotException;

class FailuresTest {

    private final StringWriter err = new StringWriter();
    private final Failures failures = new Failures(new Streams(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            new ByteArrayInputStream(new byte[0]),
            Glyphs.UNICODE));

    @Test
    void anExpectedFailureIsItsSentence() {
        assertThat(failures.failed(new SnapshotException("db7.txt is empty."))).isEqualTo(ExitCode.UNREADABLE);
        assertThat(err).hasToString("ridscope: db7.txt is empty." + System.lineSeparator());
    }

    @Test
    void aBugHasACodeThatStaysTheSameForTheSamePlace() {
        ErrorReport first = ErrorReport.of(bug("one"));
        ErrorReport second = ErrorReport.of(new IllegalStateException("wrapped", bug("two")));

        assertThat(first.code()).matches("R-[0-9a-f]{4}").isEqualTo(second.code());
        assertThat(ErrorReport.of(new IllegalArgumentException("elsewhere")).code())
                .isNotEqualTo(first.code());
        assertThat(failures.failed(bug("one"))).isEqualTo(ExitCode.BUG);
        assertThat(err.toString())
                .contains("internal error " + first.code())
                .contains("at ridscope.cli.FailuresTest.bug:")
                .contains("Java ")
                .doesNotContain("\tat");
    }

    @Test
    void tooLittleMemoryNamesTheSetting() {
        assertThat(failures.failed(new OutOfMemoryError("Java heap space"))).isEqualTo(ExitCode.UNREADABLE);
        assertThat(err.toString()).contains("RIDSCOPE_JAVA_OPTS=-Xmx");
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, ''", "The pipe is being closed, ''", "No space left on device, No space left on device"})
    void aReaderThatLeavesIsNoFailureAFullDiskIs(String message, String expected) throws Exception {
        Streams.Watched watched = new Streams.Watched(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        });
        PrintWriter out = new PrintWriter(watched, false, StandardCharsets.UTF_8);
        Streams streams = new Streams(out, new PrintWriter(err), new ByteArrayInputStream(new byte[0]), Glyphs.UNICODE);

        out.println("answer");

        assertThat(new Streams.Standard(streams, watched).failure().orElse("")).isEqualTo(expected);
    }

    private static IllegalStateException bug(String text) {
        return new IllegalStateException(text);
    }
}
