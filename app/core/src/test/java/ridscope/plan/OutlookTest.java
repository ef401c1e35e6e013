package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** What a plan means for those that were not asked about. */
class OutlookTest {

    private static final String HOST = """
            host root 00-3f
              rp 01.0 rp cfg=01-05
                dpu 00.0 dev sdi=1024/1/1
              slot 02.0 rp cfg=06-09 hp
              rp3 03.0 rp cfg=0a-0a
                nic 00.0 dev vf=8/384/2
            """;

    private static Outlook outlook(Drawn drawn, Wishes wishes) {
        return Outlook.of(drawn.topology(), drawn.plan(wishes));
    }

    @Test
    void asItStandsNothingIsWorse() {
        Drawn drawn = new Drawn(HOST);
        Outlook outlook = outlook(drawn, Wishes.none());

        assertThat(outlook.worse()).isFalse();
        assertThat(outlook.owners()).isEqualTo(2);
        assertThat(outlook.shortages()).containsExactly(new Shortage(drawn.at("nic"), Iov.VFS, 8, 0, 0));
        assertThat(outlook.shortages().get(0).text()).isEqualTo("0000:0a:00.0: none of 8 VFs fit");
    }

    /** Numbered anew the NIC gets its bus, and the DPU, of whose SDIs mainline knows nothing, loses its own. */
    @Test
    void numberedAnewSomeWinAndOthersLose() {
        Drawn drawn = new Drawn(HOST);
        Outlook outlook = outlook(drawn, Wishes.none().withAssignBusses(true));

        assertThat(outlook.losses())
                .containsExactly(
                        new Loss(Loss.Kind.HOTPLUG, drawn.at("slot"), 4, 1, 4),
                        new Loss(Loss.Kind.SDIS, drawn.at("dpu"), 1024, 255, 1024));
        assertThat(outlook.shortages()).containsExactly(new Shortage(drawn.at("dpu"), Iov.SDIS, 1024, 255, 0));
        assertThat(outlook(drawn, Wishes.none().withAssignBusses(true).withReservation(Reservation.SIOV_SERIES))
                        .losses())
                .containsExactly(new Loss(Loss.Kind.HOTPLUG, drawn.at("slot"), 4, 1, 4));
    }

    @Test
    void whoWasAskedForIsNoShortage() {
        Drawn drawn = new Drawn(HOST);

        assertThat(outlook(drawn, Wishes.none().withVfs(drawn.at("nic"), 2)).shortages())
                .isEmpty();
    }

    @Test
    void aSlotThatACardWasAskedForIsNotWorse() {
        Drawn drawn = new Drawn(HOST);
        Wishes wishes = Wishes.none().withAssignBusses(true).withCard(drawn.at("slot"), PluggedCard.endpoint());

        assertThat(outlook(drawn, wishes).losses()).noneMatch(l -> l.kind() == Loss.Kind.HOTPLUG);
    }

    /** C-4 with everything there could be. */
    @Test
    void idsClaimedTwiceAreShort() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=20-21
                    a 00.0 dev vf=16/256/1 sdi=64/260/1
                """);

        assertThat(outlook(drawn, Wishes.none()).shortages())
                .containsExactly(
                        new Shortage(drawn.at("a"), Iov.VFS, 16, 16, 12),
                        new Shortage(drawn.at("a"), Iov.SDIS, 64, 64, 12));
    }

    /** B7: the bus that the VFs would be on is another bridge's. */
    @Test
    void aForeignBusIsNoPlace() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=03-05
                    a 00.0 dev vf=8/384/2
                  rp2 02.0 rp cfg=04-04
                """);

        assertThat(outlook(drawn, Wishes.none()).shortages())
                .containsExactly(new Shortage(drawn.at("a"), Iov.VFS, 8, 0, 0));
    }

    @Test
    void functionsThatLinuxWouldNotFindAreLost() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  slot 01.0 rp cfg=01-02 hp
                  rp2 02.0 rp cfg=03-03
                    nvme 00.0 dev
                """);
        Outlook outlook = outlook(drawn, Wishes.none().withCard(drawn.at("slot"), PluggedCard.withSwitch(4)));

        assertThat(outlook.notFound()).containsExactly(drawn.at("nvme"));
        assertThat(outlook.worse()).isTrue();
    }

    /** Registers that Linux ignores place nothing, and somebody else's are not taken in silence. */
    @Test
    void malformedRegistersPlaceNone() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=01-04
                    a 00.0 dev sdi=512/0/1
                """);

        Outlook outlook = outlook(drawn, Wishes.none());
        assertThat(outlook.owners()).isEqualTo(1);
        assertThat(outlook.shortages())
                .singleElement()
                .satisfies(s -> assertThat(s.text())
                        .startsWith("0000:01:00.0 cannot place its 512 SDIs: First SDI Offset is 0"));
        BusPlan asked = drawn.plan(Wishes.none().withSdis(drawn.at("a"), SdiWish.of(512)));
        assertThat(asked.fits()).isTrue();
        assertThat(asked.events(PlanEvent.Id.SIOV_MALFORMED))
                .singleElement()
                .satisfies(e -> assertThat(e.text())
                        .startsWith("First SDI Offset 1 and SDI Stride 1 are assumed in place of 0 and 1"));
        assertThat(drawn.plan(Wishes.none().withSdis(drawn.at("a"), SdiWish.of(512, 1, 1)))
                        .events(PlanEvent.Id.SIOV_MALFORMED))
                .isEmpty();
    }

    @Test
    void numbersBeyondThoseOfTodayHangOnAWindowThatIsAssumed() {
        HostBuilder host = new HostBuilder()
                .rootBus(0)
                .function(
                        "00:01.0",
                        ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 3, 3)
                                .ariForwarding(true))
                .function("03:00.0", ConfigBuilder.endpoint(0x8086, 6, 0x020000).srIov(8, 384, 2, 7));
        Topology topology = Enumerator.enumerate(host.build(), Feedback.NONE);
        Wishes anew = Wishes.none().withAssignBusses(true);
        Wishes wide =
                anew.withReservation(Reservation.SIOV_SERIES).withSdis(FunctionAddress.of("03:00.0"), SdiWish.of(1024));

        assertThat(assumed(topology, Wishes.none())).isEmpty();
        assertThat(assumed(topology, anew)).isEmpty();
        assertThat(assumed(topology, wide)).containsExactly(PlanSubject.rootBus(Segment.ZERO, 0));
    }

    private static List<PlanSubject> assumed(Topology topology, Wishes wishes) {
        return Outlook.of(topology, BusPlanner.plan(topology, wishes)).assumed();
    }

    /** Whether the VFs fit hangs on ARI forwarding of a port that nobody could read. */
    @Test
    void whatHangsOnUnreadRegistersIsNeitherShortNorFine() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function(
                        "00:01.0",
                        ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 3, 3)
                                .length(64))
                .function("03:00.0", ConfigBuilder.endpoint(0x8086, 6, 0x020000).srIov(8, 128, 2, 7));
        Topology topology = Enumerator.enumerate(host.build(), Feedback.NONE);
        Outlook outlook = Outlook.of(topology, BusPlanner.plan(topology, Wishes.none()));

        assertThat(outlook.shortages()).isEmpty();
        assertThat(outlook.owners()).isZero();
        assertThat(outlook.unreadable()).isEqualTo(1);
    }
}
