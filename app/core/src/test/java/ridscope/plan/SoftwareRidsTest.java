package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;

class SoftwareRidsTest {

    @Test
    void countsWhatNobodyClaims() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=01-02
                    pf 00.0 dev vf=4/2/1
                """);

        // 01:00.1, 01:00.6 and 01:00.7 beside the PF and its VFs, and all of bus 02.
        SoftwareRids rids = below(drawn, "rp");
        assertThat(rids.runs()).isEqualTo(List.of(run(0x101, 0x101), run(0x106, 0x107), run(0x200, 0x2ff)));
        assertThat(rids.count()).isEqualTo(3 + 256);
        assertThat(rids.ariAssumedOff()).isFalse();
    }

    @Test
    void ariOpensTheWholeBusAndBridgesTakeTheirsAway() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=01-03 ari
                    pf 00.0 dev ari
                  sw 02.0 rp cfg=10-14
                    usp 00.0 usp cfg=11-13
                      dsp 00.0 dsp cfg=12-12
                """);

        assertThat(below(drawn, "rp").count()).isEqualTo(3 * 256 - 1);
        // Seven functions beside the upstream port, and bus 14, which no bridge takes further.
        assertThat(below(drawn, "sw").runs()).isEqualTo(List.of(run(0x1001, 0x1007), run(0x1400, 0x14ff)));
    }

    @Test
    void allAreThePortsThatHaveSome() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  sw 02.0 rp cfg=10-13
                    usp 00.0 usp cfg=11-13
                      full 00.0 dsp cfg=12-12
                        f0 00.0 dev
                        f1 00.1 dev
                        f2 00.2 dev
                        f3 00.3 dev
                        f4 00.4 dev
                        f5 00.5 dev
                        f6 00.6 dev
                        f7 00.7 dev
                      last 01.0 dsp cfg=13-13 ari
                """);

        assertThat(SoftwareRids.of(drawn.topology()))
                .extracting(SoftwareRids::port)
                .containsExactly(drawn.at("sw"), drawn.at("last"));
        assertThat(below(drawn, "last").runs()).isEqualTo(List.of(run(0x1300, 0x13ff)));
        assertThat(below(drawn, "full").count()).isZero();
    }

    @Test
    void theLastIdOfTheSegmentIsOneToo() {
        Drawn drawn = new Drawn("host root 00-ff\n  rp 01.0 rp cfg=fe-ff\n");

        assertThat(below(drawn, "rp").runs()).isEqualTo(List.of(run(0xfe00, 0xfe07), run(0xff00, 0xffff)));
    }

    @Test
    void withoutARangeThereAreNone() {
        Drawn drawn = new Drawn("host root 00-ff\n  rp 01.0 rp\n");

        assertThat(below(drawn, "rp").count()).isZero();
    }

    private static SoftwareRids.Run run(int first, int last) {
        return new SoftwareRids.Run(new RoutingId(first), new RoutingId(last));
    }

    private static SoftwareRids below(Drawn drawn, String port) {
        RidMap map = RidMap.of(drawn.topology(), Segment.ZERO);
        return SoftwareRids.below(map, drawn.topology().function(drawn.at(port)).orElseThrow());
    }
}
