package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static ridscope.rules.RuleCase.bridge;
import static ridscope.rules.RuleCase.host;
import static ridscope.rules.RuleCase.nic;
import static ridscope.rules.RuleCase.rootPort;
import static ridscope.rules.RuleCase.said;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.OsBuilder;

/** Sections 6.2, 5.4 and 9.3 of the reference. */
class IovRulesTest {

    private static final int NIC = 0x020000;

    private static HostBuilder behind(int secondary, int subordinate, ConfigBuilder pf) {
        return host().function("00:01.0", rootPort(secondary, subordinate))
                .function(String.format("%02x:00.0", secondary), pf);
    }

    private static ConfigBuilder enabled(int total, int num, int offset, int stride) {
        return nic().srIovEnabled(total, num, offset, stride, 0x10ca);
    }

    private static ConfigBuilder registers(int initial, int total, int offset, int stride) {
        return nic().srIov(new int[] {initial, total, 0, offset, stride, 0x10ca}, 0);
    }

    static Stream<RuleCase> cases() {
        return Stream.of(overflow(), beyond(), collisions(), foreign(), registers(), functions())
                .flatMap(List::stream);
    }

    private static List<RuleCase> overflow() {
        return List.of(
                new RuleCase(
                        "RID_OVERFLOW",
                        behind(0xf0, 0xff, nic().siov(1024, 0x100, 4)),
                        "WARNING 0000:f0:00.0 64 of the 1,024 SDIs of 0000:f0:00.0, from SDI 960 on, lie beyond ffff:"
                                + " the last would be 0x100fc, on the wire 00:1f.4",
                        behind(0xf0, 0xff, nic().siov(960, 0x100, 4))),
                new RuleCase(
                        "RID_OVERFLOW",
                        behind(0xfe, 0xff, nic().siov(1024, 1, 1)),
                        "WARNING 0000:fe:00.0 513 of the 1,024 SDIs of 0000:fe:00.0, from SDI 511 on, lie beyond ffff:"
                                + " the last would be 0x10200, on the wire 02:00.0",
                        behind(0xfe, 0xff, nic().siov(511, 1, 1))),
                new RuleCase(
                        "RID_OVERFLOW",
                        behind(0x10, 0xff, nic().siov(520, 1, 0x100)),
                        "WARNING 0000:10:00.0 280 of the 520 SDIs of 0000:10:00.0, from SDI 240 on, lie beyond ffff:"
                                + " the last would be 0x21701, on the wire 17:00.1",
                        behind(0x10, 0xff, nic().siov(240, 1, 0x100))),
                // E-7, and its neighbour E-6. All VFs are said to be enabled.
                new RuleCase(
                        "RID_OVERFLOW",
                        behind(0xfe, 0xff, enabled(512, 512, 1, 1)),
                        "ERROR 0000:fe:00.0 VF 511 of the 512 enabled VFs of 0000:fe:00.0 lies beyond ffff: the last"
                                + " would be 0x10000, on the wire 00:00.0",
                        behind(0xfe, 0xff, enabled(511, 511, 1, 1))),
                new RuleCase(
                        "IOV_BELOW_PF",
                        behind(0xf0, 0xff, nic().siov(1024, 0x100, 4)),
                        "WARNING 0000:f0:00.0 64 of the 1,024 SDIs of 0000:f0:00.0, from SDI 960 on, would appear below"
                                + " the PF, the first as 00:00.0",
                        behind(0xf0, 0xff, nic().siov(960, 0x100, 4))),
                // Beyond ffff from SDI 240 on; 00:00.1 to 0f:00.1 are below bus 10, then it is above again.
                new RuleCase(
                        "IOV_BELOW_PF",
                        behind(0x10, 0xff, nic().siov(520, 1, 0x100)),
                        "WARNING 0000:10:00.0 32 of the 520 SDIs of 0000:10:00.0, from SDI 240 on, would appear below"
                                + " the PF, the first as 00:00.1",
                        behind(0x10, 0xff, nic().siov(240, 1, 0x100))));
    }

    private static List<RuleCase> beyond() {
        return List.of(
                // E-1 and B5: the only VF enabled is beyond, and so are all eight.
                new RuleCase(
                        "VF_BEYOND_SUBORDINATE",
                        behind(3, 3, enabled(8, 1, 384, 2)),
                        "ERROR 0000:03:00.0 The only enabled VF of 0000:03:00.0 lies beyond the end of"
                                + " 0000:00:01.0 [03-03]; the last on bus 04\n"
                                + "WARNING 0000:03:00.0 All 8 possible VFs of 0000:03:00.0 lie"
                                + " beyond the end of 0000:00:01.0 [03-03]; the last on bus 04",
                        behind(3, 4, enabled(8, 1, 384, 2))),
                // E-2 and E-3: 248 fit into [05-06].
                new RuleCase(
                        "VF_BEYOND_SUBORDINATE",
                        behind(5, 6, enabled(249, 249, 16, 2)),
                        "ERROR 0000:05:00.0 VF 248 of the 249 enabled VFs of 0000:05:00.0 lies beyond the end of"
                                + " 0000:00:01.0 [05-06]; the last on bus 07",
                        behind(5, 6, enabled(248, 248, 16, 2))),
                new RuleCase(
                        "SDI_BEYOND_SUBORDINATE",
                        behind(0x0a, 0x0a, nic().siov(1024, 1, 1)),
                        "WARNING 0000:0a:00.0 769 of the 1,024 SDIs of 0000:0a:00.0, from SDI 255 on, lie beyond the"
                                + " end of 0000:00:01.0 [0a-0a]; the last on bus 0e",
                        behind(0x0a, 0x0e, nic().siov(1024, 1, 1))),
                new RuleCase(
                        "SIOV_UNRESERVED",
                        behind(0x0a, 0x0a, nic().siov(256, 1, 1)),
                        "WARNING 0000:0a:00.0 The 256 SDIs of 0000:0a:00.0 need 1 bus more, up to 0b; 0000:00:01.0"
                                + " [0a-0a] does not have them, and Linux reserves none for them",
                        behind(0x0a, 0x0a, nic().siov(255, 1, 1))),
                new RuleCase(
                        "SIOV_UNRESERVED",
                        behind(0x0a, 0x0e, nic().siov(1024, 1, 1)),
                        "WARNING 0000:0a:00.0 The 1,024 SDIs of 0000:0a:00.0 need 4 buses more, up to 0e; 0000:00:01.0"
                                + " [0a-0e] happens to have them, and Linux reserves none for them",
                        behind(0x0a, 0x0e, nic().srIov(1024, 1, 1, 0x10ca))));
    }

    private static HostBuilder c1(int secondOffset) {
        return behind(6, 6, nic().multifunction().srIovEnabled(8, 8, 2, 1, 0x10ca))
                .function("06:00.1", nic().multifunction().srIovEnabled(8, 8, secondOffset, 1, 0x10ca));
    }

    private static HostBuilder c3(int vfs, int vfOffset, int vfStride, int sdis, int sdiOffset) {
        return behind(0x20, 0x22, nic().srIov(vfs, vfOffset, vfStride, 0x10ca).siov(sdis, sdiOffset, 1));
    }

    private static List<RuleCase> collisions() {
        return List.of(
                new RuleCase(
                        "IOV_COLLISION",
                        c1(5),
                        "ERROR 0000:06:00.0 4 Routing IDs, 06:00.6 to 06:01.1, have two owners: VFs of 0000:06:00.0"
                                + " and VFs of 0000:06:00.1",
                        c1(9)),
                // C-2: a function where VF 0 would be.
                new RuleCase(
                        "IOV_COLLISION",
                        behind(7, 7, nic().multifunction().srIov(4, 1, 1, 0x10ca))
                                .function("07:00.1", nic().multifunction()),
                        "WARNING 0000:07:00.0 Routing ID 07:00.1 has two owners: possible VFs of 0000:07:00.0 and"
                                + " function 0000:07:00.1, as soon as all of them exist",
                        behind(7, 7, nic().multifunction().srIov(4, 2, 1, 0x10ca))
                                .function("07:00.1", nic().multifunction())),
                // C-4, and C-3 next to it.
                new RuleCase(
                        "IOV_COLLISION",
                        c3(16, 256, 1, 64, 260),
                        "WARNING 0000:20:00.0 12 Routing IDs, 21:00.4 to 21:01.7, have two owners: possible VFs of"
                                + " 0000:20:00.0 and SDIs of 0000:20:00.0, as soon as all of them exist",
                        c3(64, 128, 2, 512, 256)),
                // B13: every VF is an SDI as well, with gaps between them; still one finding.
                new RuleCase(
                        "IOV_COLLISION",
                        behind(1, 5, nic().srIov(64, 128, 2, 0x10ca).siov(1024, 1, 1)),
                        "WARNING 0000:01:00.0 64 Routing IDs, 01:10.0 to 01:1f.6, have two owners: possible VFs of"
                                + " 0000:01:00.0 and SDIs of 0000:01:00.0, as soon as all of them exist",
                        behind(1, 5, nic().srIov(64, 128, 2, 0x10ca).siov(1024, 255, 1))));
    }

    private static List<RuleCase> foreign() {
        return List.of(
                // B7: VFs that Linux attaches to the bus of another port.
                new RuleCase(
                        "IOV_BUS_FOREIGN",
                        behind(3, 5, enabled(8, 8, 384, 2)).function("00:02.0", bridge(0, 4, 4)),
                        "ERROR 0000:03:00.0 All 8 enabled VFs of 0000:03:00.0 lie on buses that"
                                + " 0000:00:02.0 [04-04] forwards, which is not above the PF",
                        behind(3, 5, enabled(8, 8, 384, 2)).function("00:02.0", bridge(0, 6, 6))),
                // The port above with buses enough, and one with too few, is no stranger.
                new RuleCase(
                        "IOV_BUS_FOREIGN",
                        behind(0x0a, 0x0a, nic().siov(1024, 1, 1)).function("00:02.0", bridge(0, 0x0c, 0x0d)),
                        "WARNING 0000:0a:00.0 512 of the 1,024 SDIs of 0000:0a:00.0, from SDI 511 on, lie on buses that"
                                + " 0000:00:02.0 [0c-0d] forwards, which is not above the PF",
                        behind(0x0a, 0x0a, nic().siov(1024, 1, 1))),
                new RuleCase(
                        "IOV_BUS_FOREIGN",
                        behind(6, 6, nic().siov(1024, 1, 1))
                                .function("00:02.0", bridge(0, 7, 7))
                                .function("00:03.0", bridge(0, 8, 8)),
                        "WARNING 0000:06:00.0 512 of the 1,024 SDIs of 0000:06:00.0, from SDI 255 on, lie on buses that"
                                + " 0000:00:02.0 [07-07] and 1 more forward, which are not above the PF",
                        behind(6, 6, nic().siov(1024, 1, 1))));
    }

    private static List<RuleCase> registers() {
        return List.of(
                new RuleCase(
                        "IOV_OFFSET_ZERO",
                        behind(1, 1, registers(4, 4, 0, 1)),
                        "WARNING 0000:01:00.0 0000:01:00.0 has First VF Offset 0 with 4 possible VFs",
                        behind(1, 1, registers(0, 0, 0, 1))),
                new RuleCase(
                        "IOV_OFFSET_ZERO",
                        behind(1, 1, enabled(4, 1, 0, 1)),
                        "ERROR 0000:01:00.0 0000:01:00.0 has First VF Offset 0 with 1 enabled VF",
                        behind(1, 1, enabled(4, 1, 1, 1))),
                new RuleCase(
                        "IOV_STRIDE_ZERO",
                        behind(1, 1, enabled(4, 2, 1, 0)),
                        "ERROR 0000:01:00.0 0000:01:00.0 has VF Stride 0 with 2 enabled VFs",
                        behind(1, 1, registers(1, 1, 1, 0))),
                new RuleCase(
                        "IOV_STRIDE_ZERO",
                        behind(1, 1, enabled(4, 1, 1, 0)),
                        "WARNING 0000:01:00.0 0000:01:00.0 has VF Stride 0 with 4 possible VFs",
                        behind(1, 1, enabled(1, 1, 1, 0))),
                // E-5.
                new RuleCase(
                        "SRIOV_INITIAL_MISMATCH",
                        behind(1, 1, registers(4, 8, 1, 1)),
                        "WARNING 0000:01:00.0 0000:01:00.0 has InitialVFs 4 and TotalVFs 8 without VF migration:"
                                + " enabling VFs fails with EIO",
                        behind(1, 1, registers(8, 8, 1, 1))),
                new RuleCase(
                        "SRIOV_OFFSET_SAMPLED",
                        behind(1, 1, enabled(8, 4, 1, 1)),
                        "INFO 0000:01:00.0 Where the 8 possible VFs of 0000:01:00.0 would land is computed with First"
                                + " VF Offset 1 and VF Stride 1 read at NumVFs 4",
                        behind(1, 1, enabled(8, 8, 1, 1))),
                new RuleCase(
                        "SIOV_MALFORMED",
                        behind(1, 1, nic().siov(8, 1, 0, 1)),
                        "ERROR 0000:01:00.0 0000:01:00.0 cannot place its 8 SDIs: First SDI Offset is 0: SDI 0 would be"
                                + " the PF itself",
                        behind(1, 1, nic().siov(0, 1, 0, 1))),
                new RuleCase(
                        "SIOV_EMPTY",
                        behind(1, 1, nic().siov(0, 1, 1)),
                        "INFO 0000:01:00.0 0000:01:00.0 has an SIOV capability with Total SDIs 0",
                        behind(1, 1, nic().siov(1, 1, 1))));
    }

    private static HostBuilder driven(String driver) {
        return host().function("00:01.0", rootPort(1, 1))
                .function("01:00.0", nic().siov(8, 1, 1, 1), os -> os.driver(driver));
    }

    private static HostBuilder aperture(Consumer<OsBuilder> second) {
        return host().function("00:01.0", rootPort(1, 1))
                .function(
                        "01:00.0",
                        nic().srIov(8, 1, 1, 0x10ca),
                        os -> second.accept(os.resource(7, 0x9000_0000L, 0x8000, 0x14_0204)));
    }

    private static HostBuilder named(String vf, int num) {
        return behind(3, 4, enabled(8, num, 16, 2))
                .function(vf, ConfigBuilder.virtualFunction(NIC), os -> os.vfOf("03:00.0"));
    }

    private static HostBuilder seen(int count) {
        return behind(3, 3, enabled(8, 8, 16, 2))
                .virtualFunctions(new StridedRids(RoutingId.of(3, 0), 16, 2, count), NIC, (k, os) -> {});
    }

    private static List<RuleCase> functions() {
        return List.of(
                new RuleCase(
                        "SIOV_ACTIVE_AT_INIT",
                        behind(1, 1, nic().siov(8, 1, 1, 1)),
                        "WARNING 0000:01:00.0 0000:01:00.0 says that at least one SDI is enabled, and no driver is bound"
                                + " to it",
                        driven("accel")),
                new RuleCase(
                        "SRIOV_NO_MMIO",
                        aperture(os -> os.unplaced(10, 0x8000, 0x14_0204)),
                        "WARNING 0000:01:00.0 VF BAR 3 of 0000:01:00.0 has no address range of 32,768 bytes",
                        aperture(os -> os.resource(10, 0x9000_8000L, 0x8000, 0x14_0204))),
                new RuleCase(
                        "SRIOV_NO_MMIO",
                        aperture(os -> os.unplaced(9, 0x8000, 0x14_0204).unplaced(10, 0x8000, 0x14_0204)),
                        "WARNING 0000:01:00.0 VF BAR 2 of 0000:01:00.0 has no address range of 32,768 bytes, and 1 more"
                                + " has none",
                        aperture(os -> os.resource(10, 0x9000_8000L, 0x8000, 0x14_0204))),
                new RuleCase(
                        "VF_ORPHAN",
                        named("03:02.1", 2),
                        "ERROR 0000:03:02.1 0000:03:02.1 is said to be a VF of 0000:03:00.0, whose 2 VFs are at 03:00.0"
                                + " + 16 + k × 2",
                        named("03:02.2", 2)),
                // At the place of VF 2, but two VFs are enabled.
                new RuleCase(
                        "VF_ORPHAN",
                        named("03:02.4", 2),
                        "ERROR 0000:03:02.4 0000:03:02.4 is said to be a VF of 0000:03:00.0, whose 2 VFs are at 03:00.0"
                                + " + 16 + k × 2",
                        named("03:02.4", 3)),
                new RuleCase(
                        "VF_INVISIBLE",
                        seen(7),
                        "INFO 0000:03:00.0 0000:03:00.0 has 8 VFs enabled, of which 7 are to be seen",
                        seen(8)),
                new RuleCase(
                        "VF_INVISIBLE",
                        seen(0),
                        "INFO 0000:03:00.0 0000:03:00.0 has 8 VFs enabled, of which none is to be seen",
                        seen(8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void firesHereAndNotNextToIt(RuleCase c) {
        assertThat(said(c.id(), c.fires())).isEqualTo(c.expected());
        assertThat(said(c.id(), c.nearMiss())).doesNotContain("ERROR", "WARNING", "INFO");
    }

    /** 64 bytes of a function: neither VFs nor SDIs are known to be absent. */
    @Test
    void withoutPrivilegeVfsAndSdisAreNotChecked() {
        HostBuilder blind = behind(1, 1, nic().srIov(8, 1, 1, 0x10ca).length(64));

        for (String id :
                List.of("RID_OVERFLOW", "SDI_BEYOND_SUBORDINATE", "SIOV_MALFORMED", "SRIOV_INITIAL_MISMATCH")) {
            assertThat(said(id, blind)).as(id).startsWith("NOT_CHECKED 0000:01:00.0 Not checked for 0000:01:00.0");
        }
        assertThat(said("RID_OVERFLOW", behind(1, 1, nic()))).isEmpty();
    }

    /** The closed form against counting. */
    @ParameterizedTest
    @CsvSource({
        "f000, 256, 4, 1024",
        "1000, 1, 256, 520",
        "fe00, 1, 1, 1024",
        "4103, 65535, 65535, 3000",
        "0118, 7, 12345, 999",
        "ffff, 1, 1, 1",
        "8000, 1, 0, 5"
    })
    void wrappedIdsAreCountedWithoutLookingAtEach(String pf, int offset, int stride, int count) {
        StridedRids rids = new StridedRids(new RoutingId(Integer.parseInt(pf, 16)), offset, stride, count);
        int limit = rids.origin().value() & ~7;
        int below = 0;
        int first = -1;
        for (int k = 0; k < count; k++) {
            if (rids.at(k).wrapped().value() < limit) {
                first = first < 0 ? k : first;
                below++;
            }
        }

        Wrapping wrapping = new Wrapping(rids, limit);

        assertThat(wrapping.count(count)).isEqualTo(below);
        if (below > 0) {
            assertThat(wrapping.first()).isEqualTo(first);
        }
    }
}
