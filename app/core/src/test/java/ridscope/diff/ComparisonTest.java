package ridscope.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static ridscope.diff.Hosts.built;
import static ridscope.diff.Hosts.card;
import static ridscope.diff.Hosts.described;
import static ridscope.diff.Hosts.lines;
import static ridscope.diff.Hosts.port;
import static ridscope.diff.Hosts.twoSlots;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.host.Provenance;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** What is told of two hosts: each cause once, and nothing that nobody knows. */
class ComparisonTest {

    private static final String SWITCHES = """
            host-bridge 00-ff
              root-port 01.0 8086:352a x16 gen5 bus 01-0%s
                device 15b3:101d class ethernet
              root-port 02.0 8086:352a x16 gen5
                switch 1000:c030 x16 gen5
                  port 1000:c030 x8 gen5
                    device 144d:a826 class nvme
                  port 1000:c030 x8 gen5
                    device 144d:a826 class nvme
                      function 144d:a826 class nvme
            """;

    @Test
    void theCauseOfOtherBusNumbersIsToldOnce() {
        Comparison comparison = Comparison.of(described(SWITCHES.formatted(1)), described(SWITCHES.formatted(3)));

        assertThat(lines(comparison))
                .containsExactly(
                        "bridge 00:02.0 [02-05] -> [04-07] +6", "changed 00:01.0 bus range [01-01] -> [01-03]");
        assertThat(comparison.readdressed()).hasSize(6);
        assertThat(comparison.now(FunctionAddress.of("05:00.1"))).contains(FunctionAddress.of("07:00.1"));
        assertThat(comparison.pairs()).hasSize(9);
    }

    @Test
    void aHostIsTheSameAsItself() {
        Comparison comparison = Comparison.of(described(SWITCHES.formatted(1)), described(SWITCHES.formatted(1)));

        assertThat(comparison.same()).isTrue();
        assertThat(comparison.notComparable()).isEmpty();
        assertThat(comparison.readdressed()).isEmpty();
    }

    @Test
    void cardsWithSerialNumbersThatChangedPlacesMoved() {
        Comparison comparison = Comparison.of(built(twoSlots(0xa1, 0xb2)), built(twoSlots(0xb2, 0xa1)));

        assertThat(lines(comparison))
                .containsExactly(
                        "moved 01:00.0 -> 02:00.0 by SERIAL_NUMBER", "moved 02:00.0 -> 01:00.0 by SERIAL_NUMBER");
        Change.Moved moved = comparison.changes(Change.Moved.class).get(0);
        assertThat(moved.from()).contains("1");
        assertThat(moved.to()).contains("2");
    }

    @Test
    void aChangeOfPlacesThatNothingTellsIsNotInvented() {
        assertThat(Comparison.of(built(twoSlots(0, 0)), built(twoSlots(0, 0))).same())
                .isTrue();
        // Makers that give all their cards the same number tell as little.
        assertThat(Comparison.of(built(twoSlots(7, 7)), built(twoSlots(7, 7))).same())
                .isTrue();
    }

    @Test
    void anotherCardOfTheSameKindInTheSameSlotIsToldByItsSerialNumber() {
        assertThat(lines(Comparison.of(built(twoSlots(0xa1, 0xb2)), built(twoSlots(0xa1, 0xc3)))))
                .containsExactly("changed 02:00.0 serial number 00-00-00-00-00-00-00-b2 -> 00-00-00-00-00-00-00-c3");
    }

    @Test
    void aCardInAnotherSlotMovedAlsoWithoutSerialNumberIfItIsTheOnlyOneOfItsKind() {
        assertThat(lines(Comparison.of(built(twoSlots(0, -1)), built(twoSlots(-1, 0)))))
                .containsExactly("moved 01:00.0 -> 02:00.0 by KIND");
        assertThat(lines(Comparison.of(built(twoSlots(0xa1, -1)), built(twoSlots(-1, 0xb2)))))
                .as("two serial numbers are two cards")
                .containsExactly("gone 01:00.0", "new 02:00.0");
    }

    @Test
    void amongSeveralOfAKindNobodyKnowsWhichOneMoved() {
        String before = """
                host-bridge 00-ff
                  root-port 01.0 8086:352a
                    device 15b3:101d class ethernet
                  root-port 02.0 8086:352a
                    device 15b3:101d class ethernet
                  root-port 03.0 8086:352a
                  root-port 04.0 8086:352a
                """;
        String after = """
                host-bridge 00-ff
                  root-port 01.0 8086:352a bus 01-01
                  root-port 02.0 8086:352a bus 02-02
                  root-port 03.0 8086:352a bus 03-03
                    device 15b3:101d class ethernet
                  root-port 04.0 8086:352a bus 04-04
                    device 15b3:101d class ethernet
                """;
        assertThat(lines(Comparison.of(described(before), described(after))))
                .containsExactly("gone 01:00.0", "gone 02:00.0", "new 03:00.0", "new 04:00.0");
    }

    @Test
    void aSlotBehindAnotherPortKeepsItsCard() {
        HostBuilder before = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", port(1, 1, 5))
                .function("01:00.0", card(0))
                .function("00:03.0", port(3, 3, 6))
                .function("03:00.0", card(0));
        HostBuilder after = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:02.0", port(1, 1, 5))
                .function("01:00.0", card(0))
                .function("00:03.0", port(3, 3, 6))
                .function("03:00.0", card(0));

        assertThat(lines(Comparison.of(built(before), built(after))))
                .containsExactly("moved 01:00.0 -> 01:00.0 by SLOT", "gone 00:01.0", "new 00:02.0");
    }

    @Test
    void aCardInsteadOfAnotherIsSaidToReplaceIt() {
        String text = """
                host-bridge 00-ff
                  root-port 01.0 8086:352a
                    device %s class ethernet
                      function %s class ethernet
                  root-port 02.0 8086:352a
                """;
        assertThat(lines(Comparison.of(
                        described(text.formatted("15b3:101d", "15b3:101d")),
                        described(text.formatted("8086:1592", "8086:1592")))))
                .containsExactly("gone 01:00.0 +1 replaced by 01:00.0", "new 01:00.0 +1 for 01:00.0");
    }

    @Test
    void portsOfAnotherProcessorKeepWhatIsBelowThem() {
        String text = """
                host-bridge 00-ff
                  root-port 01.0 8086:%s
                    device 15b3:101d class ethernet
                """;
        assertThat(lines(Comparison.of(described(text.formatted("352a")), described(text.formatted("352b")))))
                .containsExactly("changed 00:01.0 vendor and device ID 8086:352a -> 8086:352b");
    }

    @Test
    void rootBusesAreMatchedByWhatIsBelowThemWhenTheirNumbersShift() {
        String text = """
                host-bridge 00-0f
                  device 00.0 8086:0998
                host-bridge %s
                  root-port 01.0 8086:352a
                    device 15b3:101d class ethernet
                host-bridge %s
                  root-port 01.0 8086:352a
                    device 144d:a826 class nvme
                """;
        Comparison comparison =
                Comparison.of(described(text.formatted("20-3f", "40-5f")), described(text.formatted("40-4f", "60-7f")));

        assertThat(lines(comparison))
                .filteredOn(line -> !line.startsWith("host"))
                .containsExactly("root 0000:20 -> 0000:40 +2", "root 0000:40 -> 0000:60 +2");
    }

    @Test
    void cardsThatChangedSidesMakeNoRootBusAnother() {
        String text = """
                host-bridge 20-3f
                  root-port 01.0 8086:352a
                    device %s class ethernet
                host-bridge 40-5f
                  root-port 01.0 8086:352a
                    device %s class ethernet
                """;
        assertThat(lines(Comparison.of(
                        described(text.formatted("15b3:101d", "8086:1592")),
                        described(text.formatted("8086:1592", "15b3:101d")))))
                .containsExactly("moved 21:00.0 -> 41:00.0 by KIND", "moved 41:00.0 -> 21:00.0 by KIND");
    }

    @Test
    void aSegmentThatADriverNumbersAnewIsTheSame() {
        String text = """
                host-bridge 0000:00-ff
                  device 0e.0 8086:9a0b class raid
                host-bridge %s:e0-ff
                  root-port 01.0 8086:9a09
                    device 144d:a826 class nvme
                """;
        assertThat(lines(Comparison.of(described(text.formatted("10000")), described(text.formatted("10001")))))
                .filteredOn(line -> !line.startsWith("host"))
                .containsExactly("root 10000:e0 -> 10001:e0 +2");
    }

    @Test
    void vfsAreOneChangeOfTheirPf() {
        Comparison comparison = Comparison.of(built(withVfs(0)), built(withVfs(8)));

        assertThat(lines(comparison)).containsExactly("vfs 01:00.0 0 -> 8 -0 +8");
        assertThat(comparison.changes(Change.VfsChanged.class).get(0).appeared())
                .startsWith(FunctionAddress.of("01:00.4"))
                .hasSize(8);
        assertThat(lines(Comparison.of(built(withVfs(8)), built(withVfs(3)))))
                .containsExactly("vfs 01:00.0 8 -> 3 -5 +0");
    }

    private static HostBuilder withVfs(int count) {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", port(1, 1, 1))
                .function(
                        "01:00.0",
                        count == 0
                                ? ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000)
                                        .srIov(new int[] {16, 16, 0, 4, 1, 0x1889}, 0x10)
                                : ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000)
                                        .srIovEnabled(16, count, 4, 1, 0x1889));
        for (int k = 0; k < count; k++) {
            host.function(
                    String.format("01:%02x.%d", (4 + k) >> 3, (4 + k) & 7), ConfigBuilder.virtualFunction(0x020000));
        }
        return host;
    }

    @Test
    void whatOneDoesNotTellIsNoDifference() {
        Topology before = built(withVfs(0));
        HostBuilder shorter = new HostBuilder()
                .provenance(new Provenance(
                        "synthetic",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false),
                        false))
                .rootBus(0, 0xff)
                .function("00:01.0", port(1, 1, 1).length(64))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000)
                                .srIov(16, 4, 1, 0x1889)
                                .length(64),
                        os -> os.driver("ice").numa(0).group(7));

        Comparison comparison = Comparison.of(before, built(shorter));

        assertThat(lines(comparison)).isEmpty();
        assertThat(comparison.notComparable())
                .extracting(NotComparable::what, NotComparable::unknownBefore, NotComparable::withoutRoot)
                .contains(
                        tuple(NotComparable.What.CAPABILITIES, false, true),
                        tuple(NotComparable.What.DRIVERS, true, false),
                        tuple(NotComparable.What.IOMMU_GROUPS, true, false));
    }

    @Test
    void groupsAreComparedByTheirMembers() {
        HostBuilder before = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", device(1), os -> os.group(1))
                .function("00:02.0", device(2), os -> os.group(2))
                .function("00:03.0", device(3), os -> os.group(2));
        HostBuilder after = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", device(1), os -> os.group(5))
                .function("00:02.0", device(2), os -> os.group(6))
                .function("00:03.0", device(3), os -> os.group(7));

        assertThat(lines(Comparison.of(built(before), built(after))))
                .containsExactly(
                        "host IOMMU group numbers as before -> other numbers for 1 function, with the same others in"
                                + " their groups",
                        "changed 00:02.0 IOMMU group 2, with 1 other -> 6, alone",
                        "changed 00:03.0 IOMMU group 2, with 1 other -> 7, alone");
    }

    private static ConfigBuilder device(int id) {
        return ConfigBuilder.device(0x8086, id, 0x088000);
    }

    @Test
    void factsOfOneFunctionAreToldTogether() {
        HostBuilder before = new HostBuilder()
                .provenance("synthetic", "db7", "6.1.0", "2026-11-20T09:30:00Z")
                .rootBus(0, 0xff)
                .function("00:01.0", port(1, 1, 1).acs(0x1f, 0x1d).ariForwarding(false))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802)
                                .link(5, 4, 5, 4)
                                .siov(64, 1, 1),
                        os -> os.driver("nvme")
                                .numa(0)
                                .state("D0", "active", 1, 0)
                                .resource(0, 0x1000, 0x4000, 0));
        HostBuilder after = new HostBuilder()
                .provenance("synthetic", "db7", "6.6.1", "2026-11-21T09:30:00Z")
                .rootBus(0, 0xff)
                .function("00:01.0", port(1, 1, 1).acs(0x1f, 0x00).ariForwarding(true))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802)
                                .revision(2)
                                .link(5, 4, 4, 2)
                                .siov(32, 1, 1)
                                .aer(),
                        os -> os.driver("vfio-pci")
                                .numa(1)
                                .state("D3hot", "suspended", 0, 0)
                                .resource(0, 0x9000, 0x8000, 0));

        assertThat(lines(Comparison.of(built(before), built(after))))
                .containsExactly(
                        "host kernel 6.1.0 -> 6.6.1",
                        "changed 00:01.0 ACS SV RR CR UF -> none; ARI forwarding off -> on",
                        "changed 01:00.0 revision 00 -> 02; link 32 GT/s x4 -> 16 GT/s x2; Total SDIs 64 -> 32; driver"
                                + " nvme -> vfio-pci; NUMA node 0 -> 1; power state D0 -> D3hot; AER (0001) none ->"
                                + " there; BAR 0 16 KiB -> 32 KiB");
    }

    @Test
    void differentMachinesAreSaidToBe() {
        String one = """
                host-bridge 00-ff
                  root-port 01.0 8086:352a
                    device 15b3:101d class ethernet
                  device 1f.0 8086:a2c1
                """;
        String other = """
                host-bridge 00-ff
                  root-port 03.0 1022:1483
                    device 144d:a826 class nvme
                  device 14.0 1022:790b
                """;
        Comparison comparison = Comparison.of(described(one), described(other));

        assertThat(comparison.likeness()).isEqualTo(new Likeness(0, 3, 3, 0, 0));
        assertThat(comparison.likeness().differentMachines()).isTrue();
        assertThat(Comparison.of(built(twoSlots(1, 2)), built(twoSlots(3, 4)))
                        .likeness()
                        .differentSpecimens())
                .isTrue();
        assertThat(Comparison.of(built(twoSlots(1, 2)), built(twoSlots(1, 4)))
                        .likeness()
                        .differentSpecimens())
                .isFalse();
    }

    @Test
    void aSwitchThatIsPulledGoesWithAllBelow() {
        String after = """
                host-bridge 00-ff
                  root-port 01.0 8086:352a x16 gen5 bus 01-01
                    device 15b3:101d class ethernet
                  root-port 02.0 8086:352a x16 gen5 bus 02-05
                """;
        assertThat(lines(Comparison.of(described(SWITCHES.formatted(1)), described(after))))
                .contains("gone 02:00.0 +5")
                .noneMatch(line -> line.startsWith("gone 0") && !line.startsWith("gone 02:00.0"));
    }

    @Test
    void aMovedSwitchTakesAllBelowAlong() {
        String before = """
                host-bridge 00-ff
                  root-port 01.0 8086:352a
                    switch 1000:c030
                      port 1000:c030
                        device 144d:a826 class nvme
                  root-port 02.0 8086:352a
                """;
        String after = """
                host-bridge 00-ff
                  root-port 01.0 8086:352a
                  root-port 02.0 8086:352a
                    switch 1000:c030
                      port 1000:c030
                        device 144d:a826 class nvme
                """;
        assertThat(lines(Comparison.of(described(before), described(after))))
                .contains("moved 01:00.0 -> 02:00.0 by KIND +2")
                .noneMatch(line -> line.startsWith("gone") || line.startsWith("new"));
    }

    @Test
    void parentsInALoopEndTheSearch() {
        HostBuilder loop = new HostBuilder()
                .rootBus(0, 0xff)
                .function(
                        "01:00.0",
                        ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 1, 2, 1, 2, 2),
                        os -> os.below("0000:02:00.0"))
                .function(
                        "02:00.0",
                        ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 1, 2, 2, 1, 1),
                        os -> os.below("0000:01:00.0"));

        assertThat(Comparison.of(built(loop), built(loop)).changes(Change.Moved.class))
                .isEmpty();
        assertThat(Comparison.of(built(loop), built(twoSlots(0, 0))).changes(Change.Gone.class))
                .isNotEmpty();
    }
}
