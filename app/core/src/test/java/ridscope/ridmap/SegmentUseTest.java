package ridscope.ridmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.Segment;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

class SegmentUseTest {

    private static final int NIC = 0x020000;

    @Test
    void tellsWhichRowsOfEachSegmentHaveFunctions() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0)
                .rootBus(1, 0)
                .function("0000:00:02.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1))
                .function("0000:00:1f.7", ConfigBuilder.endpoint(0x8086, 2, NIC).multifunction())
                .function("0000:01:00.0", ConfigBuilder.endpoint(0x8086, 2, NIC))
                .function("ffff0001:80:03.1", ConfigBuilder.endpoint(0x8086, 2, NIC));
        assertThat(SegmentUse.of(Enumerator.enumerate(host.build(), Feedback.NONE)))
                .contains(
                        new SegmentUse(
                                Segment.ZERO,
                                3,
                                List.of(new SegmentUse.Bus(0, 0x10, 0xff), new SegmentUse.Bus(1, 0, 0))),
                        new SegmentUse(new Segment(0xffff0001), 1, List.of(new SegmentUse.Bus(0x80, 0x19, 0x19))));
    }

    @Test
    void aHostWithoutFunctionsHasNone() {
        assertThat(SegmentUse.of(Enumerator.enumerate(new HostBuilder().build(), Feedback.NONE)))
                .allMatch(use -> use.functions() == 0 && use.buses().isEmpty());
    }
}
