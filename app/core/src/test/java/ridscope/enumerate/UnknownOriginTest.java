package ridscope.enumerate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** What a topology says about whose ID is seen above it, and about totals that nobody could read. */
class UnknownOriginTest {

    private static final Segment VMD = new Segment(0x10000);

    private static Topology enumerate(HostBuilder host) {
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    private static HostBuilder nvmeBelowVmd() {
        return new HostBuilder().function("10000:e1:00.0", ConfigBuilder.endpoint(0x144d, 0xa80a, 0x010802));
    }

    private static ConfigBuilder raid(int device) {
        return ConfigBuilder.device(0x8086, device, 0x010400);
    }

    @Test
    void theDriverTellsWhichRaidControllerMadeASegment() {
        Topology t = enumerate(nvmeBelowVmd()
                .function("00:0e.0", raid(0xffff - 1), os -> os.driver("vmd"))
                .function("00:0f.0", raid(0x9a0b)));

        assertThat(t.dmaRequesterOf(VMD)).contains(FunctionAddress.of("0000:00:0e.0"));
        assertThat(t.dmaRequesterOf(Segment.ZERO)).isEmpty();
    }

    @Test
    void withoutDriversTheDeviceIdTells() {
        Topology t = enumerate(nvmeBelowVmd()
                .function("00:0e.0", raid(0x467f))
                .function("01:00.0", ConfigBuilder.device(0x1000, 0x005d, 0x010400)));

        assertThat(t.dmaRequesterOf(VMD)).contains(FunctionAddress.of("0000:00:0e.0"));
    }

    @Test
    void withSeveralOrNoneItIsNotKnown() {
        assertThat(enumerate(nvmeBelowVmd()).dmaRequesterOf(VMD)).isEmpty();
        assertThat(enumerate(nvmeBelowVmd()
                                .function("00:05.5", raid(0x201d), os -> os.driver("vmd"))
                                .function("80:05.5", raid(0x201d), os -> os.driver("vmd")))
                        .dmaRequesterOf(VMD))
                .isEmpty();
    }

    @Test
    void functionsWhoseTotalsNobodyCouldReadAreCounted() {
        Topology t = enumerate(new HostBuilder()
                .function(
                        "00:01.0",
                        ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 1, 1).length(64))
                .function("00:02.0", ConfigBuilder.device(1, 1, 0x020000).length(64))
                .function("01:00.0", ConfigBuilder.endpoint(1, 1, 0x020000).length(256))
                .function("02:00.0", ConfigBuilder.endpoint(1, 1, 0x020000)));

        assertThat(t.unreadableTotals())
                .extracting(f -> f.address().rid().toString())
                .containsExactly("01:00.0");
    }
}
