package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.report.Glyphs;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

/** {@code ridscope check}. */
class CheckTest {

    private static final String SERVER = "sample:siov-server";

    /** Two ports that forward bus 04. */
    private static byte[] broken() throws Exception {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 3, 5))
                .function("00:02.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 4, 4));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SnapshotWriter.write(host.build(), bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "--fail-on {0}")
    @CsvSource({"error, 0, 1", "warning, 1, 1", "info, 1, 1", "never, 0, 0", "WARNING, 1, 1"})
    void exitsWithOneIfAFindingReachesTheLevel(String level, int warningsOnly, int errors) throws Exception {
        assertThat(Run.of("check", SERVER, "--fail-on", level).code()).isEqualTo(warningsOnly);
        assertThat(Run.with(broken(), Glyphs.UNICODE, "check", "-", "--fail-on", level)
                        .code())
                .isEqualTo(errors);
    }

    @Test
    void failsOnErrorsUnlessToldOtherwise() throws Exception {
        assertThat(Run.of("check", SERVER).code()).isEqualTo(ExitCode.OK);
        Run run = Run.with(broken(), Glyphs.UNICODE, "check", "-");

        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.out())
                .startsWith("1 error · ")
                .contains("ERROR BUS_OVERLAP: 0000:00:01.0 [03-05] and 0000:00:02.0 [04-04] both forward bus 04\n");
    }

    @Test
    void answersAsJson() {
        Run run = Run.of("check", SERVER, "--json", "--fail-on", "never");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("{\n  \"findings\": [\n    {\"id\": \"HOTPLUG_NO_SPARE\", \"severity\": \"WARNING\","
                        + " \"subject\": \"0000:02:00.0\", \"title\": ");
    }

    @Test
    void anotherLevelIsBadUsage() {
        Run run = Run.of("check", SERVER, "--fail-on", "fatal");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("ridscope: --fail-on is error, warning, info or never, not 'fatal'"
                        + " ('ridscope check --help' shows the usage)" + System.lineSeparator());
    }

    @Test
    void noFileIsUnreadable() {
        assertThat(Run.of("check", "/nowhere/host.txt").code()).isEqualTo(ExitCode.UNREADABLE);
    }
}
