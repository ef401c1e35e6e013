package ridscope.ridmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

class FpbWindowTest {

    private static final int RID_VECTOR = 0;
    private static final int MEM_LOW_VECTOR = 1 << 14;

    private static RidMap map(int granularity, int start, int access, int data) {
        ConfigBuilder port =
                ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 4).fpb(granularity, start, access, data);
        HostBuilder host = new HostBuilder().rootBus(0, 0xff).function("00:1d.0", port);
        return RidMap.of(Enumerator.enumerate(host.build(), Feedback.NONE), Segment.ZERO);
    }

    /** 256 bits of 8, 64 or 256 RIDs; what lies beyond ffff is cut off. */
    @ParameterizedTest
    @CsvSource({
        "0, 0x0000, 0x0000, 0x07ff", "0, 0x2008, 0x2008, 0x2807", "3, 0x4000, 0x4000, 0x7fff",
        "3, 0xe000, 0xe000, 0xffff", "5, 0x0000, 0x0000, 0xffff", "5, 0x2000, 0x2000, 0xffff"
    })
    void theWindowIsVectorTimesGranularity(int code, int start, int first, int last) {
        List<FpbWindow> windows = map(code, start, RID_VECTOR, 0).fpbWindows();

        assertThat(windows).hasSize(1);
        assertThat(windows.get(0).first()).isEqualTo(first);
        assertThat(windows.get(0).last()).isEqualTo(last);
    }

    @Test
    void theVisibleDwordDecidesAndTheRestStaysUnknown() {
        FpbWindow window =
                map(0, 0x2000, RID_VECTOR | 1, 0x8000_0001).fpbWindows().get(0);

        assertThat(window.bit(new RoutingId(0x2100))).isEqualTo(32);
        assertThat(window.forwards(new RoutingId(0x20ff)))
                .as("bit 31, another dword")
                .isEmpty();
        assertThat(window.forwards(new RoutingId(0x2100))).contains(true);
        assertThat(window.forwards(new RoutingId(0x2107))).contains(true);
        assertThat(window.forwards(new RoutingId(0x2108))).contains(false);
        assertThat(window.forwards(new RoutingId(0x21ff))).as("bit 63").contains(true);
        assertThat(window.forwards(new RoutingId(0x2200))).as("bit 64").isEmpty();
        assertThatThrownBy(() -> window.bit(new RoutingId(0x1fff))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMemoryVectorInTheDataRegisterSaysNothingAboutRids() {
        FpbWindow window = map(0, 0, MEM_LOW_VECTOR, 0xffff_ffff).fpbWindows().get(0);

        assertThat(window.visible()).isEmpty();
        assertThat(window.forwards(new RoutingId(0))).isEqualTo(Optional.empty());
    }

    @Test
    void aReservedGranularityGivesNoWindow() {
        assertThat(map(1, 0, RID_VECTOR, 0).fpbWindows()).isEmpty();
    }

    @Test
    void answersNameTheWindowsThatCoverTheAskedId() {
        RidMap map = map(0, 0x2000, RID_VECTOR, 1);

        assertThat(map.who(new RoutingId(0x2000)).fpb())
                .extracting(FpbWindow::port)
                .containsExactly(FunctionAddress.of("00:1d.0"));
        assertThat(map.who(new RoutingId(0x1000)).fpb()).isEmpty();
    }
}
