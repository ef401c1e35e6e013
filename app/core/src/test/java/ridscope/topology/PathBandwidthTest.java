package ridscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

class PathBandwidthTest {

    /** A drive of Gen4 x4 below a switch whose own link runs at a speed and width. */
    private static PathBandwidth path(int speed, int width) {
        ConfigBuilder root =
                ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 1, 3).link(5, 16, speed, width);
        ConfigBuilder up =
                ConfigBuilder.port(PortType.UPSTREAM_PORT, 1, 2, 1, 2, 3).link(5, 16, speed, width);
        ConfigBuilder down =
                ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 1, 3, 2, 3, 3).link(4, 4, 4, 4);
        Topology topology = Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(0, 0x0f)
                        .function("00:01.0", root)
                        .function("01:00.0", up)
                        .function("02:00.0", down)
                        .function(
                                "03:00.0",
                                ConfigBuilder.endpoint(1, 4, 0x010802).link(4, 4, 4, 4))
                        .build(),
                Feedback.NONE);
        return PathBandwidth.of(
                topology, topology.function(FunctionAddress.of("03:00.0")).orElseThrow());
    }

    /** 15,753 Mb/s per lane at 16 GT/s, 31,507 at 32, 7,876 at 8, 4,000 at 5. */
    @ParameterizedTest
    @CsvSource({
        "5, 16, 02:00.0, 63012, false",
        "3, 4, 00:01.0, 31504, true",
        "4, 4, 00:01.0, 63012, false",
        "2, 16, 02:00.0, 63012, false",
        "2, 8, 00:01.0, 32000, true"
    })
    void theSlowestLinkLimits(int speed, int width, String port, int megabits, boolean narrower) {
        PathBandwidth path = path(speed, width);
        assertThat(path.hops()).hasSize(2);
        PathBandwidth.Hop slowest = path.bottleneck().orElseThrow();
        assertThat(slowest.link().port()).isEqualTo(FunctionAddress.of(port));
        assertThat(slowest.megabits()).hasValue(megabits);
        assertThat(path.narrower()).isEqualTo(narrower);
        assertThat(path.unknown()).isEmpty();
    }

    @Test
    void aLinkThatIsDownIsUnknown() {
        PathBandwidth path = path(1, 0);
        assertThat(path.unknown()).hasSize(1);
        assertThat(path.bottleneck().orElseThrow().megabits()).hasValue(63_012);
    }

    @Test
    void figuresLookAsInTheKernelsLog() {
        assertThat(PathBandwidth.gigabits(31_504)).isEqualTo("31.504 Gb/s");
        assertThat(PathBandwidth.gigabits(252_048)).isEqualTo("252.048 Gb/s");
        assertThat(PathBandwidth.gigabits(2_000)).isEqualTo("2.000 Gb/s");
    }
}
