package ridscope.enumerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.job.Feedback;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.rid.StridedRids;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.text.Diagnostic;
import ridscope.topology.HostBridge;
import ridscope.topology.Link;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Slot;
import ridscope.topology.Topology;
import ridscope.topology.VirtualFunction;

class EnumeratorTest {

    private static final int NIC = 0x020000;

    private static Topology enumerate(HostBuilder host) {
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    private static FunctionAddress at(String address) {
        return FunctionAddress.of(address);
    }

    private static PciFunction get(Topology topology, String address) {
        return topology.function(at(address)).orElseThrow();
    }

    private static Optional<String> parent(Topology topology, String address) {
        return get(topology, address).parent().map(FunctionAddress::toString);
    }

    private static List<String> ids(Topology topology) {
        return topology.diagnostics().stream().map(Diagnostic::id).toList();
    }

    private static ConfigBuilder rootPort(int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, secondary, subordinate);
    }

    private static ConfigBuilder nic() {
        return ConfigBuilder.endpoint(0x8086, 0x1592, NIC);
    }

    @Test
    void theFlagshipHostComesOutWhole() {
        Topology t = Enumerator.enumerate(FlagshipHost.snapshot(), Feedback.NONE);

        assertThat(t.hostBridges())
                .containsExactly(
                        new HostBridge(Segment.ZERO, new BusRange(0, 0x3f), false, OptionalInt.of(0), false),
                        new HostBridge(Segment.ZERO, new BusRange(0x40, 0x5f), false, OptionalInt.of(1), false));
        assertThat(t.switches()).extracting(Object::toString).hasSize(2);
        assertThat(t.switches().get(0).downstreamPorts()).containsExactly(at("02:00.0"), at("02:01.0"), at("02:02.0"));
        assertThat(parent(t, "03:00.1")).contains("0000:02:00.0");
        assertThat(get(t, "44:00.0").place().rootBus()).isEqualTo(0x40);
        assertThat(t.virtualFunctionsOf(get(t, "03:00.0"))).hasSize(8);
        assertThat(get(t, "03:10.3").virtual())
                .contains(new VirtualFunction(at("03:00.1"), 1, VirtualFunction.Evidence.FORMULA));
        assertThat(get(t, "41:00.0").role()).isEqualTo(Role.UPSTREAM_PORT);
        assertThat(t.linkAbove(at("0b:00.0")).map(Link::state)).contains(Link.State.BELOW_CAPABILITY);
        assertThat(t.linkAbove(at("03:00.0")).map(Link::state)).contains(Link.State.FULL);
        assertThat(t.slotBelow(at("02:02.0")))
                .contains(new Slot("7", Optional.of(at("02:02.0")), true, Optional.of(false), Optional.empty()));
        assertThat(get(t, "0c:00.0").siov().orElseThrow().sdis())
                .contains(new StridedRids(RoutingId.of(0x0c, 0), 1, 1, 512));
        assertThat(t.diagnostics()).isEmpty();
    }

    @Test
    void aFunctionHangsBelowTheBridgeWhoseSecondaryBusItIsOn() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", rootPort(1, 1))
                .function("01:00.0", nic())
                .function("00:02.0", ConfigBuilder.device(0x8086, 2, 0x030000)));

        assertThat(parent(t, "01:00.0")).contains("0000:00:01.0");
        assertThat(parent(t, "00:02.0")).isEmpty();
        assertThat(t.hostBridges())
                .containsExactly(new HostBridge(Segment.ZERO, BusRange.ALL, true, OptionalInt.empty(), true));
    }

    @Test
    void nestingThatTheSourceShowsWinsOverRegisters() {
        Topology t = enumerate(new HostBuilder()
                .rootBus(0)
                .function("00:01.0", rootPort(1, 1), os -> os.onRoot())
                .function("00:02.0", rootPort(2, 2), os -> os.onRoot())
                .function("01:00.0", nic(), os -> os.below("00:02.0")));

        assertThat(parent(t, "01:00.0")).contains("0000:00:02.0");
    }

    /** VMD shows its domain nested below a function of another segment; that is no bridge above. */
    @Test
    void nestingAcrossSegmentsIsNoParent() {
        Topology t = enumerate(new HostBuilder()
                .function("0000:00:0e.0", ConfigBuilder.device(0x8086, 0x9a0b, 0x010400), os -> os.onRoot())
                .function("10000:e0:06.0", nic(), os -> os.below("0000:00:0e.0")));

        assertThat(parent(t, "10000:e0:06.0")).isEmpty();
        assertThat(t.hostBridges()).extracting(HostBridge::rootBus).containsExactly(0, 0xe0);
    }

    @Test
    void aFunctionWhoseNestingLeadsNowhereFallsBackToRegisters() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", rootPort(1, 1))
                .function("01:00.0", nic(), os -> os.below("00:07.0")));

        assertThat(parent(t, "01:00.0")).contains("0000:00:01.0");
    }

    @Test
    void twoBridgesWithOneSecondaryBusLeaveOneParentAndADiagnostic() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", rootPort(3, 5))
                .function("00:02.0", rootPort(4, 4))
                .function("03:00.0", ConfigBuilder.bridge(0x8086, 3, 3, 4, 4))
                .function("04:00.0", nic()));

        assertThat(parent(t, "04:00.0")).contains("0000:03:00.0");
        assertThat(t.diagnostics())
                .extracting(Diagnostic::id, d -> d.subject().orElse(""))
                .containsExactly(tuple("SECONDARY_TWICE", "0000:00:02.0"));
    }

    @Test
    void bridgesThatLeadBackToTheirOwnBusAreCut() {
        Topology t = enumerate(new HostBuilder()
                .function("01:00.0", ConfigBuilder.bridge(1, 1, 1, 2, 2))
                .function("02:00.0", ConfigBuilder.bridge(1, 1, 2, 1, 2))
                .function("01:01.0", nic()));

        assertThat(ids(t)).contains("BRIDGE_LOOP");
        assertThat(parent(t, "01:00.0")).isEmpty();
        assertThat(parent(t, "01:01.0")).isEmpty();
        assertThat(parent(t, "02:00.0")).contains("0000:01:00.0");
    }

    @Test
    void nestingThatLeadsBackIsCut() {
        Topology t = enumerate(new HostBuilder()
                .function("01:00.0", nic(), os -> os.below("02:00.0"))
                .function("02:00.0", nic(), os -> os.below("01:00.0")));

        assertThat(ids(t)).contains("BRIDGE_LOOP");
        assertThat(t.pathToRoot(get(t, "02:00.0")).size()
                        + t.pathToRoot(get(t, "01:00.0")).size())
                .isEqualTo(1);
    }

    @Test
    void aBusInsideARangeThatNobodyDecodesIsReported() {
        Topology t =
                enumerate(new HostBuilder().function("00:01.0", rootPort(1, 5)).function("04:00.0", nic()));

        assertThat(t.diagnostics())
                .extracting(Diagnostic::id, d -> d.subject().orElse(""))
                .containsExactly(tuple("UNDECODED_BUS", "0000:04:00.0"));
        assertThat(get(t, "04:00.0").place().rootBus()).isEqualTo(4);
        assertThat(t.hostBridgeOf(get(t, "04:00.0"))).isEmpty();
    }

    @Test
    void aBusOutsideAllRangesIsTakenForARootBus() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", rootPort(1, 5))
                .function("7f:08.0", ConfigBuilder.device(0x8086, 0x2c98, 0x088000)));

        assertThat(t.hostBridges())
                .extracting(HostBridge::buses)
                .containsExactly(new BusRange(0, 0x7e), new BusRange(0x7f, 0xff));
    }

    @Test
    void aHostBridgeClassMakesARootBusEvenInsideARange() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", rootPort(1, 0xff))
                .function("40:00.0", ConfigBuilder.hostBridge(0x8086, 5)));

        assertThat(t.hostBridges()).extracting(HostBridge::rootBus).containsExactly(0, 0x40);
        assertThat(get(t, "40:00.0").role()).isEqualTo(Role.HOST_BRIDGE);
    }

    @Test
    void theWindowsEndComesFromTheSourceThenTheBootLogThenTheNextRootBus() {
        Topology t = enumerate(new HostBuilder()
                .rootBus(0x00, 0x1f)
                .rootBus(0x20)
                .rootBus(0x40)
                .bootLog("[    0.5] pci_bus 0000:00: root bus resource [bus 00-0f]")
                .bootLog("[    0.5] pci_bus 0000:20: root bus resource [bus 20-2f]")
                .bootLog("[    0.5] pci_bus 0000:80: root bus resource [bus 80-fe]"));

        assertThat(t.hostBridges())
                .extracting(h -> h.buses().toString(), HostBridge::endAssumed)
                .containsExactly(
                        tuple("[00-1f]", false),
                        tuple("[20-2f]", false),
                        tuple("[40-7f]", true),
                        tuple("[80-fe]", false));
    }

    @Test
    void segmentsAreApart() {
        Topology t = enumerate(new HostBuilder()
                .function("0000:00:01.0", rootPort(1, 1))
                .function("10000:e0:06.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0xe0, 0xe1, 0xe1))
                .function("10000:e1:00.0", nic())
                .function("0003:01:00.0", nic()));

        assertThat(t.segments()).extracting(Segment::toString).containsExactly("0000", "0003", "10000");
        assertThat(parent(t, "10000:e1:00.0")).contains("10000:e0:06.0");
        assertThat(parent(t, "0003:01:00.0")).isEmpty();
        assertThat(t.hostBridges()).extracting(HostBridge::rootBus).containsExactly(0, 1, 0xe0);
    }

    @Test
    void aVfBelongsToTheEnabledPfWhoseFormulaHitsIt() {
        StridedRids vfs = new StridedRids(RoutingId.of(3, 0), 384, 2, 8);
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", rootPort(3, 4))
                .function("03:00.0", nic().srIovEnabled(8, 8, 384, 2, 0x10ca))
                .virtualFunctions(vfs, NIC, (k, os) -> {}));

        PciFunction vf = get(t, "04:10.6");
        assertThat(vf.virtual()).contains(new VirtualFunction(at("03:00.0"), 3, VirtualFunction.Evidence.FORMULA));
        assertThat(vf.parent()).contains(at("00:01.0"));
        assertThat(vf.identity().vendor()).hasValue(0x8086);
        assertThat(vf.identity().device()).hasValue(0x10ca);
        assertThat(t.diagnostics()).isEmpty();
    }

    @Test
    void aPhysicalFunctionThatTheFormulaHitsStaysWhatItIs() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", rootPort(7, 7))
                .function("07:00.0", nic().srIovEnabled(4, 4, 1, 1, 0x10ca))
                .function("07:00.1", nic()));

        assertThat(get(t, "07:00.1").virtual()).isEmpty();
    }

    @Test
    void vfsOfADisabledPfAreNotGuessed() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", rootPort(7, 7))
                .function("07:00.0", nic().srIov(4, 1, 1, 0x10ca))
                .function("07:00.1", ConfigBuilder.virtualFunction(NIC)));

        assertThat(get(t, "07:00.1").virtual()).isEmpty();
    }

    @Test
    void sysfsLinksNameTheVfsWithoutAnyRegister() {
        Topology t = enumerate(new HostBuilder()
                .rootBus(0)
                .function("00:01.0", rootPort(3, 3).length(64), os -> os.onRoot())
                .unreadable(
                        "03:00.0",
                        os -> os.below("00:01.0")
                                .ids(0x8086, 0x1592, NIC)
                                .sriov(64, 2, 8, 1, 0x1889)
                                .vf(0, "03:01.0")
                                .vf(1, "03:01.1"))
                .unreadable("03:01.0", os -> os.below("00:01.0").vfOf("03:00.0"))
                .unreadable("03:01.1", os -> os.below("00:01.0").vfOf("03:00.0")));

        assertThat(get(t, "03:01.1").virtual())
                .contains(new VirtualFunction(at("03:00.0"), 1, VirtualFunction.Evidence.SYSFS));
        assertThat(get(t, "03:01.1").identity().device()).hasValue(0x1889);
        assertThat(get(t, "03:00.0").sriov().orElseThrow().possible())
                .contains(new StridedRids(RoutingId.of(3, 0), 8, 1, 64));
    }

    @Test
    void aVfWhosePfIsMissingIsReported() {
        Topology t = enumerate(new HostBuilder().unreadable("03:01.0", os -> os.vfOf("03:00.0")));

        assertThat(get(t, "03:01.0").virtual()).isEmpty();
        assertThat(ids(t)).containsExactly("VF_WITHOUT_PF");
    }

    @Test
    void aVfWhosePfCouldNotBeReadHangsBelowTheRangeAroundIt() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", rootPort(3, 9))
                .function("03:00.0", ConfigBuilder.port(PortType.UPSTREAM_PORT, 1, 1, 3, 4, 6))
                .function("05:00.0", ConfigBuilder.virtualFunction(NIC)));

        assertThat(parent(t, "05:00.0")).contains("0000:03:00.0");
    }

    @Test
    void theFirstOfTwoEqualAddressesCounts() {
        Topology t = enumerate(new HostBuilder()
                .function("01:00.0", nic())
                .function("01:00.0", ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802)));

        assertThat(get(t, "01:00.0").identity().vendor()).hasValue(0x8086);
        assertThat(ids(t)).containsExactly("DUPLICATE_RID");
    }

    @Test
    void nothingIsNotAnError() {
        Topology t = enumerate(new HostBuilder());

        assertThat(t.functions()).isEmpty();
        assertThat(t.hostBridges()).isEmpty();
    }
}
