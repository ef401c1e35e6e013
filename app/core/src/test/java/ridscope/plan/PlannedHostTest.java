package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ridscope.config.SiovCapability;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.Claim;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
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

    private static Topology after(Drawn drawn, Wishes wishes) {
        return Enumerator.enumerate(PlannedHost.of(drawn.topology(), drawn.plan(wishes)), Feedback.NONE);
    }

    private static PciFunction at(Topology topology, String address) {
        return topology.function(FunctionAddress.of(address)).orElseThrow();
    }
}
