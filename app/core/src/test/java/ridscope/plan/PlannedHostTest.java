package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ridscope.config.ConfigSpace;
import ridscope.config.PortType;
import ridscope.config.SiovCapability;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.Claim;
import ridscope.ridmap.RidMap;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

class PlannedHostTest {

    private static final String UNDERSIZED = """
            host root 00-ff
              rp 01.0 rp cfg=03-03
                pf 00.0 dev vf=8/384/2
              rp2 02.0 rp cfg=04-04
                disk 00.0 dev
            """;

    @Test
    void vfsAreEnabledAndFunctionsMoved() {
        Drawn drawn = new Drawn(UNDERSIZED);
        Topology after = after(drawn, Wishes.none().withAssignBusses(true).withVfs(drawn.at("pf"), 8));

        PciFunction pf = at(after, "01:00.0");
        assertThat(pf.sriov().orElseThrow().enabledVfs()).isEqualTo(8);
        assertThat(at(after, "03:00.0").parent()).contains(FunctionAddress.of("00:02.0"));
        assertThat(after.functions()).hasSize(4);
        assertThat(RidMap.of(after, Segment.ZERO)
                        .claimsAt(RoutingId.parse("02:10.0").orElseThrow()))
                .extracting(Claim::kind)
                .containsExactly(Claim.Kind.ENABLED_VF);
        assertThat(after.diagnostics()).isEmpty();
    }

    @Test
    void whatLinuxRefusesIsNotEnabled() {
        Drawn drawn = new Drawn(UNDERSIZED);
        Topology after = after(drawn, Wishes.none().withVfs(drawn.at("pf"), 8));

        assertThat(at(after, "03:00.0").sriov().orElseThrow().enabledVfs()).isZero();
        assertThat(after.byAddress().keySet())
                .isEqualTo(drawn.topology().byAddress().keySet());
    }

    /** With every move of a slider: of a large host most functions stay as they are, each with 4,096 bytes. */
    @Test
    void bytesThatDoNotChangeAreNotCopied() {
        Drawn drawn = new Drawn(UNDERSIZED);
        Wishes wishes = Wishes.none().withAssignBusses(true).withVfs(drawn.at("pf"), 8);
        BusPlan plan = BusPlanner.plan(drawn.topology(), wishes);
        Map<FunctionAddress, ConfigSpace> planned = PlannedHost.of(drawn.topology(), plan).functions().stream()
                .collect(Collectors.toMap(FunctionRecord::address, FunctionRecord::config));
        assertThat(planned.get(plan.functions().get(drawn.at("disk")))).isSameAs(bytes(drawn, "disk"));
        assertThat(planned.get(plan.functions().get(drawn.at("pf")))).isNotEqualTo(bytes(drawn, "pf"));
    }

    private static ConfigSpace bytes(Drawn drawn, String name) {
        return drawn.topology().function(drawn.at(name)).orElseThrow().config();
    }

    @Test
    void siovIsGivenInRegisters() {
        Drawn drawn = new Drawn(UNDERSIZED);
        Topology after = after(
                drawn,
                Wishes.none()
                        .withAssignBusses(true)
                        .withReservation(Reservation.SIOV_SERIES)
                        .withSdis(drawn.at("pf"), SdiWish.of(1024, 1024, 1))
                        .withSdis(drawn.at("disk"), SdiWish.of(16)));

        assertThat(at(after, "01:00.0")
                        .siov()
                        .orElseThrow()
                        .sdis()
                        .orElseThrow()
                        .last())
                .hasToString("08:1f.7");
        // Bus 01, and 02 to 08 for the SDIs.
        PciFunction disk = at(after, "09:00.0");
        assertThat(disk.capabilities().extended(SiovCapability.ID)).isPresent();
        assertThat(disk.siov().orElseThrow().capability().totalSdis()).isEqualTo(16);
    }

    @Test
    void cardsAppear() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  slot 01.0 rp cfg=01-01 hp
                  other 02.0 rp cfg=02-02
                    disk 00.0 dev
                """);
        Wishes wishes = Wishes.none()
                .withAssignBusses(true)
                .withCard(drawn.at("slot"), PluggedCard.withSwitch(2).withVfs(8, 256, 1));
        BusPlan plan = drawn.plan(wishes);
        Topology after = after(drawn, wishes);

        // Slot 01, switch 02, each downstream port its bus and one for VFs.
        assertThat(plan.bridge(drawn.at("slot")).orElseThrow().planned()).isEqualTo(new BusNumbers(1, 6));
        assertThat(plan.bridge(drawn.at("other")).orElseThrow().planned()).isEqualTo(new BusNumbers(7, 7));
        assertThat(plan.events(PlanEvent.Id.HOT_ADD_NO_NUMBER))
                .singleElement()
                .satisfies(
                        e -> assertThat(e.kernelMessage()).isEqualTo("No bus number available for hot-added bridge"));
        assertThat(at(after, "01:00.0").role()).isEqualTo(Role.UPSTREAM_PORT);
        assertThat(at(after, "02:01.0").role()).isEqualTo(Role.DOWNSTREAM_PORT);
        assertThat(at(after, "05:00.0").sriov().orElseThrow().totalVfs()).isEqualTo(8);
        assertThat(after.diagnostics()).isEmpty();
    }

    /** Slots by the bus that their port has, groups by function; log lines speak of today's numbers and are left out. */
    @Test
    void whatStaysTrueUnderNewNumbersIsKept() {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 0x10, 0x10), os -> os.group(1))
                .function("00:02.0", ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 0x20, 0x20))
                .function("20:00.0", ConfigBuilder.endpoint(1, 2, 0x010802), os -> os.group(7))
                .slot("empty", "0000:10:00")
                .slot("full", "0000:20:00")
                .slot("bus only", "0000:20")
                .slot("onboard", "0000:00:1f")
                .slot("nowhere", "0000:77:00")
                .bootLog("pci 0000:20:00.0: can't enable 8 VFs (bus 21 out of range of [bus 20])")
                .build();
        Topology today = Enumerator.enumerate(host, Feedback.NONE);
        Wishes wishes =
                Wishes.none().withAssignBusses(true).withCard(FunctionAddress.of("00:01.0"), PluggedCard.endpoint());
        HostSnapshot planned = PlannedHost.of(today, BusPlanner.plan(today, wishes));

        assertThat(planned.slots())
                .extracting(s -> s.name() + " " + s.address() + " "
                        + s.occupied().map(String::valueOf).orElse("?"))
                .containsExactlyInAnyOrder(
                        "empty 0000:01:00 true", "full 0000:02:00 ?", "bus only 0000:02 ?", "onboard 0000:00:1f ?");
        assertThat(planned.bootLog()).isEmpty();
        Topology after = Enumerator.enumerate(planned, Feedback.NONE);
        assertThat(at(after, "02:00.0").iommuGroup()).hasValue(7);
        assertThat(at(after, "00:01.0").iommuGroup()).hasValue(1);
        assertThat(at(after, "01:00.0").iommuGroup()).isEmpty();
        assertThat(after.slotBelow(FunctionAddress.of("00:02.0")).map(Slot::label))
                .isEqualTo(today.slotBelow(FunctionAddress.of("00:02.0")).map(Slot::label));
    }

    @Test
    void oneSegmentAloneIsTheSameAsInTheWhole() {
        HostSnapshot two = new HostBuilder()
                .rootBus(0, 0x1f)
                .rootBus(1, 0, 0x1f, 0)
                .function("0000:00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 1, 1))
                .function("0000:01:00.0", ConfigBuilder.endpoint(1, 2, 0x020000).srIov(16, 128, 16, 3))
                .function("0001:00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 5, 5))
                .function("0001:05:00.0", ConfigBuilder.endpoint(1, 2, 0x020000).srIov(16, 128, 16, 3))
                .build();
        Topology topology = Enumerator.enumerate(two, Feedback.NONE);
        BusPlan plan = BusPlanner.plan(topology, Wishes.none().withAssignBusses(true));
        HostSnapshot whole = PlannedHost.of(topology, plan);
        Segment second = new Segment(1);
        HostSnapshot alone = PlannedHost.of(topology, plan, second);

        assertThat(alone.functions())
                .isNotEmpty()
                .isEqualTo(whole.functions().stream()
                        .filter(f -> f.address().segment().equals(second))
                        .toList());
        assertThat(alone.rootBuses()).hasSize(1).allMatch(r -> r.segment().equals(second));
    }

    private static Topology after(Drawn drawn, Wishes wishes) {
        return Enumerator.enumerate(PlannedHost.of(drawn.topology(), drawn.plan(wishes)), Feedback.NONE);
    }

    private static PciFunction at(Topology topology, String address) {
        return topology.function(FunctionAddress.of(address)).orElseThrow();
    }
}
