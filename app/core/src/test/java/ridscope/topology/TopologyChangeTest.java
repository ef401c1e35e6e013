package ridscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.host.SlotRecord;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.testing.OsBuilder;

class TopologyChangeTest {

    private static final FunctionAddress ROOT_PORT = at("00:01.0");
    private static final FunctionAddress CARD = at("03:00.0");

    @Test
    void theSameHostTwiceIsNoChange() {
        TopologyChange change = TopologyChange.between(flagship(), flagship());
        assertThat(change).isEqualTo(TopologyChange.NONE);
        assertThat(change.none()).isTrue();
    }

    @Test
    void aCardThatComesIsNewAndItsPortUnchanged() {
        TopologyChange change =
                TopologyChange.between(topology(base(false)), topology(card(base(true), "nvme", os -> {})));
        assertThat(change.added()).containsExactly(CARD);
        assertThat(change.removed()).isEmpty();
        assertThat(change.changed()).isEmpty();
        assertThat(change.none()).isFalse();
    }

    @Test
    void aCardThatGoesIsMissedAtTheNearestPortThatStays() {
        Topology before = topology(card(base(true), "nvme", os -> {}));
        TopologyChange change = TopologyChange.between(before, topology(base(false)));
        assertThat(change.removed()).isEqualTo(Map.of(CARD, Optional.of(at("02:00.0"))));
        TopologyChange all = TopologyChange.between(
                before, topology(new HostBuilder().function("00:01.0", port(PortType.ROOT_PORT, 0, 1, 4))));
        assertThat(all.removed())
                .isEqualTo(Map.of(
                        CARD,
                        Optional.of(ROOT_PORT),
                        at("02:00.0"),
                        Optional.of(ROOT_PORT),
                        at("01:00.0"),
                        Optional.of(ROOT_PORT)));
        TopologyChange nothing = TopologyChange.between(before, topology(new HostBuilder()));
        assertThat(nothing.removed().values()).containsOnly(Optional.empty());
    }

    @Test
    void anotherDeviceAtTheSameAddressIsGoneAndNew() {
        TopologyChange change = TopologyChange.between(
                topology(card(base(true), "nvme", os -> {})),
                topology(base(true).function("03:00.0", ConfigBuilder.endpoint(0x8086, 0x10d3, 0x020000))));
        assertThat(change.added()).containsExactly(CARD);
        assertThat(change.removed()).containsOnlyKeys(CARD);
        assertThat(change.changed()).isEmpty();
    }

    @Test
    void driverDevicesAndVfsCount() {
        Topology before = topology(card(base(true), "nvme", os -> {}));
        assertThat(changed(before, card(base(true), "vfio-pci", os -> {}))).isTrue();
        assertThat(changed(before, card(base(true), "nvme", os -> os.device("nvme", "nvme0"))))
                .isTrue();
        assertThat(changed(before, card(base(true), "nvme", os -> os.sriov(64, 4, 16, 1, 0x1234))))
                .isTrue();
        assertThat(changed(before, card(base(true), "nvme", os -> os.group(7)))).isTrue();
    }

    @Test
    void powerAndInterruptsDoNot() {
        Topology before = topology(card(base(true), "nvme", os -> os.state("D0", "active", 9, 0)));
        assertThat(TopologyChange.between(
                                before, topology(card(base(true), "nvme", os -> os.state("D3hot", "suspended", 0, 0))))
                        .none())
                .isTrue();
    }

    @Test
    void aSlotThatLosesPowerWithoutACardIsAChangeOfItsPort() {
        TopologyChange change = TopologyChange.between(
                topology(base(false).slot(slot(true))), topology(base(false).slot(slot(false))));
        assertThat(change.changed()).containsExactly(at("02:00.0"));
    }

    private static SlotRecord slot(boolean powered) {
        return new SlotRecord(
                "3", "0000:03:00", Optional.of(powered), Optional.of(false), Optional.empty(), Optional.empty());
    }

    private static boolean changed(Topology before, HostBuilder now) {
        TopologyChange change = TopologyChange.between(before, topology(now));
        assertThat(change.added()).isEmpty();
        assertThat(change.removed()).isEmpty();
        return change.changed().contains(CARD);
    }

    private static HostBuilder base(boolean present) {
        return new HostBuilder()
                .function("00:01.0", port(PortType.ROOT_PORT, 0, 1, 4))
                .function("01:00.0", port(PortType.UPSTREAM_PORT, 1, 2, 4))
                .function(
                        "02:00.0",
                        port(PortType.DOWNSTREAM_PORT, 2, 3, 4)
                                .slot(3, true, present)
                                .link(4, 4, present ? 4 : 1, 4));
    }

    private static HostBuilder card(HostBuilder host, String driver, Consumer<OsBuilder> os) {
        return host.function("03:00.0", ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802), facts -> {
            facts.driver(driver);
            os.accept(facts);
        });
    }

    private static ConfigBuilder port(PortType type, int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(type, 0x8086, 0x352a, primary, secondary, subordinate);
    }

    private static Topology topology(HostBuilder host) {
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    private static Topology flagship() {
        return Enumerator.enumerate(FlagshipHost.snapshot(), Feedback.NONE);
    }

    private static FunctionAddress at(String address) {
        return FunctionAddress.of(address);
    }
}
