package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** What the source does not tell never becomes a yes, and no more than the answer hangs on makes it unknown. */
class UnknownPlanTest {

    private static final FunctionAddress KNOWN = FunctionAddress.of("03:00.0");
    private static final FunctionAddress HIDDEN = FunctionAddress.of("05:00.0");

    /** Two root ports with a NIC each; of the second nobody could read anything. */
    private static HostBuilder oneBlind() {
        return new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(3, 4), os -> os.onRoot())
                .function("03:00.0", nic(), os -> os.below("0000:00:01.0"))
                .unreadable("00:02.0", os -> os.ids(0x8086, 2, 0x060400).onRoot())
                .function("05:00.0", nic(), os -> os.below("0000:00:02.0"));
    }

    private static ConfigBuilder port(int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, secondary, subordinate)
                .ariForwarding(true);
    }

    private static ConfigBuilder nic() {
        return ConfigBuilder.endpoint(0x8086, 6, 0x020000)
                .ari(0)
                .srIov(8, 256, 2, 7)
                .siov(8, 280, 1);
    }

    private static BusPlan plan(HostBuilder host, Wishes wishes) {
        Topology topology = Enumerator.enumerate(host.build(), Feedback.NONE);
        return BusPlanner.plan(topology, wishes);
    }

    private static void cannotTell(BusPlan plan, String why) {
        assertThat(plan.failures()).isEmpty();
        assertThat(plan.fits()).isFalse();
        assertThat(plan.answer()).isEqualTo(PlanAnswer.CANNOT_TELL);
        assertThat(plan.gaps()).anySatisfy(gap -> {
            assertThat(gap.missing()).contains(why);
            assertThat(gap.advice()).contains("as root");
        });
    }

    @Test
    void belowTheBridgeWithoutNumbersNothingIsKnown() {
        cannotTell(plan(oneBlind(), Wishes.none().withVfs(HIDDEN, 4)), "bus numbers of 0000:00:02.0");
        cannotTell(plan(oneBlind(), Wishes.none().withSdis(HIDDEN, SdiWish.of(4))), "bus numbers of 0000:00:02.0");
        cannotTell(plan(oneBlind(), Wishes.none()), "bus numbers of 1 bridge (0000:00:02.0)");
    }

    @Test
    void belowTheOtherItIsKnownAsItsNumbersAreKept() {
        assertThat(plan(oneBlind(), Wishes.none().withVfs(KNOWN, 4)).answer()).isEqualTo(PlanAnswer.FITS);
    }

    @Test
    void moreThanTotalVfsFailsWhereverTheBridgeLeads() {
        BusPlan plan = plan(oneBlind(), Wishes.none().withVfs(HIDDEN, 9));

        assertThat(plan.answer()).isEqualTo(PlanAnswer.DOES_NOT_FIT);
        assertThat(plan.failures())
                .singleElement()
                .satisfies(f -> assertThat(f.reason()).contains("sriov_totalvfs"));
    }

    /** Where the scan would end hangs on numbers that the source does not tell; a machine that is told ends at a number. */
    @Test
    void whereTheScanEndsIsNotGuessed() {
        HostBuilder told = new HostBuilder()
                .function("00:01.0", port(3, 4), os -> os.onRoot())
                .function("03:00.0", nic(), os -> os.below("0000:00:01.0"));
        assertThat(rootEnd(told))
                .endsWith("and ends it at bus 04 after the scan: what is added later finds no number beyond");

        told.unreadable("00:02.0", os -> os.ids(0x8086, 2, 0x060400).onRoot())
                .function("05:00.0", nic(), os -> os.below("0000:00:02.0"));
        assertThat(rootEnd(told)).endsWith("and ends it after the scan at the highest bus number found");
    }

    private static String rootEnd(HostBuilder host) {
        return plan(host, Wishes.none())
                .events(PlanEvent.Id.ROOT_END_ASSUMED)
                .get(0)
                .text();
    }

    /** A need that rests on something unknown is unknown up to the root bus; beside it figures stay. */
    @Test
    void needsAboveWhatIsUnknownAreUnknownToo() {
        assertThat(verdicts(plan(oneBlind(), Wishes.none())))
                .containsExactly("0000:00 not known", "0000:00:01.0 exact", "0000:00:02.0 not known");
        HostBuilder unread = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(3, 4), os -> os.onRoot())
                .function("03:00.0", nic(), os -> os.below("0000:00:01.0"))
                .function("00:02.0", port(5, 5), os -> os.onRoot())
                .unreadable("05:00.0", os -> os.ids(0x8086, 6, 0x020000).below("0000:00:02.0"));
        assertThat(verdicts(plan(unread, Wishes.none())))
                .containsExactly("0000:00 not known", "0000:00:01.0 exact", "0000:00:02.0 not known");
    }

    private static List<String> verdicts(BusPlan plan) {
        return plan.budget().stream()
                .map(row -> row.subject() + " " + row.verdict())
                .toList();
    }

    /** What is known to hang below which bridge is enough when all numbers are handed out anew. */
    @Test
    void numberedAnewOldNumbersDoNotMatter() {
        Wishes anew = Wishes.none().withAssignBusses(true);

        assertThat(plan(oneBlind(), anew.withVfs(KNOWN, 4)).answer()).isEqualTo(PlanAnswer.FITS);
        assertThat(plan(oneBlind(), anew.withVfs(HIDDEN, 4)).answer()).isEqualTo(PlanAnswer.FITS);
    }

    @Test
    void capabilitiesThatNobodyReadAreNoAbsence() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(3, 4))
                .function("03:00.0", nic().length(64));

        assertThat(plan(host, Wishes.none()).answer()).isEqualTo(PlanAnswer.NOTHING_ASKED);
        cannotTell(plan(host, Wishes.none().withVfs(KNOWN, 4)), "Where VFs of 0000:03:00.0 would be");
        cannotTell(plan(host, Wishes.none().withSdis(KNOWN, SdiWish.of(4))), "Where SDIs of 0000:03:00.0 would be");
        assertThat(plan(host, Wishes.none().withSdis(KNOWN, SdiWish.of(4, 1, 1)))
                        .answer())
                .isEqualTo(PlanAnswer.FITS);
        cannotTell(
                plan(host, Wishes.none().withAssignBusses(true)),
                "what it sets aside on the way for 1 function (0000:03:00.0)");
    }

    /** sysfs tells VFs without root rights; of old kernels not where they are. */
    @Test
    void attributesOfSysfsAreEnoughWhereTheyTellOffsetAndStride() {
        HostBuilder told = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(3, 4).length(64))
                .function("03:00.0", nic().length(64), os -> os.sriov(8, 0, 256, 2, 7));

        assertThat(plan(told, Wishes.none().withVfs(KNOWN, 8)).answer()).isEqualTo(PlanAnswer.FITS);
        assertThat(plan(told, Wishes.none().withVfs(KNOWN, 9)).answer()).isEqualTo(PlanAnswer.DOES_NOT_FIT);
    }

    @Test
    void whetherThePortForwardsAriIsAskedWhereVfsNeedIt() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(3, 4).length(64))
                .function("03:00.0", nic().length(64), os -> os.sriov(8, 0, 128, 2, 7));

        cannotTell(plan(host, Wishes.none().withVfs(KNOWN, 8)), "All 8 VFs of 0000:03:00.0 need ARI forwarding");
        HostBuilder seen = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(3, 4).length(64))
                .function(
                        "03:00.0",
                        nic().length(64),
                        os -> os.sriov(8, 0, 128, 2, 7).ariEnabled(true));
        assertThat(plan(seen, Wishes.none().withVfs(KNOWN, 8)).answer()).isEqualTo(PlanAnswer.FITS);
    }

    @Test
    void aDumpOfOneFunctionHasNoBridgeAboveIt() {
        HostBuilder host = new HostBuilder().function("03:00.0", nic());

        cannotTell(plan(host, Wishes.none().withVfs(KNOWN, 4)), "The bridge above 0000:03:00.0 is not in the source");
    }

    /** What stands below a bridge that keeps its numbers moves nothing beside it. */
    @Test
    void unreadCapabilitiesBelowKeptBridgesMoveNothing() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(3, 4))
                .function("03:00.0", nic().length(64))
                .function("00:02.0", port(0, 0));

        assertThat(plan(host, Wishes.none()).answer()).isEqualTo(PlanAnswer.NOTHING_ASKED);
    }

    @Test
    void aVfAndAFunctionThatNothingLeadsToHaveNoPlace() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(3, 4))
                .function("03:00.0", nic())
                .function("03:01.0", ConfigBuilder.endpoint(0x8086, 6, 0x020000));
        FunctionAddress second = FunctionAddress.of("03:01.0");
        Wishes wishes =
                Wishes.none().withAri(FunctionAddress.of("00:01.0"), false).withSdis(second, SdiWish.of(4));

        assertThat(plan(host, wishes).failures())
                .singleElement()
                .satisfies(f ->
                        assertThat(f.reason()).startsWith("Linux would not find 0000:03:01.0: without ARI forwarding"));
    }

    /** libvirt tells TotalVFs alone. */
    @Test
    void whatIsNotKnownIsNotZero() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(3, 4))
                .function("03:00.0", nic().length(64), os -> os.sriov(64, 0, -1, -1, -1));
        Topology topology = Enumerator.enumerate(host.build(), Feedback.NONE);
        BusPlan plan = BusPlanner.plan(topology, Wishes.none().withVfs(KNOWN, 100));

        assertThat(plan.failures())
                .singleElement()
                .satisfies(f -> assertThat(f.advice())
                        .isEqualTo("Take at most 64 VFs; how many of them have bus numbers is not known"));
        assertThat(Advice.of(topology, plan).limits()).isEmpty();
        cannotTell(
                BusPlanner.plan(topology, Wishes.none().withVfs(KNOWN, 64)),
                "Where VFs of 0000:03:00.0 would be (First VF Offset, VF Stride) is not readable");
    }
}
