package ridscope.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.OsFacts.Resource;
import ridscope.host.OsFacts.State;
import ridscope.host.OsFactsBuilder;
import ridscope.host.Provenance;
import ridscope.host.SlotRecord;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;

/** What the operating system says besides driver and group: power, vectors, CPUs, address ranges. */
class SystemCardTest {

    private static Inspected inspected(OsFactsBuilder os) {
        FunctionRecord nic = new FunctionRecord(
                FunctionAddress.of("00:03.0"),
                ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).build(),
                0,
                os.build());
        HostSnapshot snapshot = new HostSnapshot(
                Provenance.of("sysfs"),
                List.of(),
                List.of(nic),
                List.of(),
                List.of(),
                List.of(new NumaNode(0, Optional.of("0-15,32-47")), new NumaNode(1, Optional.of(""))),
                List.of());
        return new Inspected(snapshot).select("00:03.0");
    }

    private static State state(String power, String runtime, int vectors) {
        return new State(
                Optional.ofNullable(power), Optional.ofNullable(runtime), OptionalInt.of(vectors), OptionalInt.empty());
    }

    @Test
    void aSleepingDeviceStandsOut() {
        Inspected inspected = inspected(new OsFactsBuilder().state(state("D3hot", "suspended", 0)));

        assertThat(inspected.fact("system", "Power").value()).isEqualTo(Value.warning("D3hot, suspended"));
        assertThat(inspected.text("system", "Interrupt vectors")).isEqualTo("0 in use, MSI-X table has 32");
        assertThat(inspected.origin("system", "Power")).isEqualTo("sysfs power_state");
    }

    @Test
    void anAwakeOneDoesNot() {
        assertThat(inspected(new OsFactsBuilder().state(state("D0", "active", 8)))
                        .fact("system", "Power")
                        .value())
                .isEqualTo(Value.mono("D0, active"));
    }

    @ParameterizedTest
    @CsvSource({"0, '0, CPUs 0-15,32-47'", "1, '1, no CPUs'", "2, 2"})
    void aNodeHasItsCpusBesideIt(int node, String words) {
        assertThat(inspected(new OsFactsBuilder().numaNode(OptionalInt.of(node)))
                        .text("system", "NUMA node"))
                .isEqualTo(words);
    }

    @Test
    void addressRangesSayWhatTheyAreForAndHowLarge() {
        Inspected inspected = inspected(new OsFactsBuilder()
                .resource(resource(0, 0xfffffff000000000L, 0x2000000, 0x14220c))
                .resource(resource(2, 0xe000, 0x20, 0x40101))
                .resource(resource(7, 0x380000000000L, 0x100000, 0x40200))
                .resource(new Resource(8, OptionalLong.empty(), OptionalLong.of(0x4000), OptionalLong.empty())));

        assertThat(inspected.card("resources").facts())
                .extracting(fact -> fact.label() + ": " + fact.value().text())
                .containsExactly(
                        "BAR0: 0xfffffff000000000, 32 MiB, prefetchable",
                        "BAR2: 0xe000, 32 bytes, I/O",
                        "VF BAR0, all VFs: 0x380000000000, 1 MiB",
                        "VF BAR1, all VFs: not assigned, 16 KiB");
    }

    @Test
    void aPfTellsWhatEachVfGets() {
        FunctionRecord nic = new FunctionRecord(
                FunctionAddress.of("00:03.0"),
                ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000)
                        .srIov(8, 128, 2, 0x10ca)
                        .build(),
                0,
                new OsFactsBuilder()
                        .resource(resource(7, 0x8000_0000L, 0x20000, 0x40200))
                        .build());
        Inspected inspected = new Inspected(new HostSnapshot(
                        Provenance.of("sysfs"), List.of(), List.of(nic), List.of(), List.of(), List.of()))
                .select("00:03.0");

        assertThat(inspected.text("sriov", "VF BAR0")).isEqualTo("16 KiB each, VF 0 at 0x80000000, 128 KiB in all");
    }

    @Test
    void aSlotSaysWhetherItHasPower() {
        FunctionRecord port = new FunctionRecord(
                FunctionAddress.of("00:01.0"),
                ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1)
                        .slot(7, true, false)
                        .build(),
                0,
                new OsFactsBuilder().build());
        SlotRecord slot = new SlotRecord(
                "7",
                "0000:01:00",
                Optional.of(false),
                Optional.of(false),
                Optional.of("8.0 GT/s PCIe"),
                Optional.of("32.0 GT/s PCIe"));
        Inspected inspected = new Inspected(new HostSnapshot(
                        Provenance.of("sysfs"), List.of(), List.of(port), List.of(), List.of(slot), List.of()))
                .select("00:01.0");

        assertThat(inspected.fact("bridge", "Slot power").value()).isEqualTo(Value.warning("off"));
        assertThat(inspected.text("bridge", "Slot speed")).isEqualTo("8.0 GT/s PCIe, at most 32.0 GT/s PCIe");
    }

    @Test
    void theBootLogIsQuotedWithWhatItIsASignOf() {
        FunctionRecord nic = new FunctionRecord(
                FunctionAddress.of("00:03.0"),
                ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).build(),
                0,
                new OsFactsBuilder().build());
        String line = "[ 9.1] igb 0000:00:03.0: can't enable 256 VFs (bus 03 out of range of [bus 00])";
        Inspected inspected = new Inspected(new HostSnapshot(
                        Provenance.of("sysfs"), List.of(), List.of(nic), List.of(line), List.of(), List.of()))
                .select("00:03.0");

        assertThat(inspected.fact("boot-log", "Error").value().text()).isEqualTo(line);
        assertThat(inspected.origin("boot-log", "Error")).isEqualTo("VF_BEYOND_SUBORDINATE");
    }

    private static Resource resource(int index, long start, long size, long flags) {
        return new Resource(index, OptionalLong.of(start), OptionalLong.of(size), OptionalLong.of(flags));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 bytes",
        "1536, 1536 bytes",
        "2048, 2 KiB",
        "1099511627776, 1 TiB",
        "-9223372036854775808, 8 EiB"
    })
    void sizesAreWholeNumbersOfTheLargestUnit(long bytes, String words) {
        assertThat(Words.size(bytes)).isEqualTo(words);
    }
}
