package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.config.layout.RegisterLayouts;
import ridscope.diff.Comparison;
import ridscope.diff.Fate;
import ridscope.diff.FindingChanges;
import ridscope.diff.Hosts;
import ridscope.diff.RegisterChanges;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** A comparison function by function. */
class DiffTableTest {

    private static final String BEFORE = """
            host-bridge 00-ff
              root-port 01.0 8086:352a x16 gen5 ari bus 01-01
                device 8086:1592 "NIC" class ethernet ari vfs 8
              root-port 02.0 8086:352a x16 gen5
                device 144d:a826 "SSD" class nvme
              root-port 03.0 8086:352a x16 gen5 slot 3
                device 10de:2330 "GPU" class gpu
              root-port 04.0 8086:352a x16 gen5 slot 4
              root-port 05.0 8086:352a x16 gen5
                device 15b3:101d "DPU" class ethernet
            """;

    private static final String AFTER = """
            host-bridge 00-ff
              root-port 01.0 8086:352a x16 gen5 ari bus 01-02
                device 8086:1592 "NIC" class ethernet ari vfs 16
              root-port 02.0 8086:352a x16 gen5
                device 144d:a826 "SSD" class nvme
              root-port 03.0 8086:352a x16 gen5 slot 3
              root-port 04.0 8086:352a x16 gen5 slot 4
                device 10de:2330 "GPU" class gpu
              root-port 05.0 8086:352a x16 gen5
                device 1af4:1041 "Other" class ethernet
            """;

    private static DiffTable table(Topology before, Topology after, boolean registers) {
        Comparison comparison = Comparison.of(before, after);
        DiffReport report = new DiffReport(
                comparison, FindingChanges.of(comparison), RegisterChanges.of(comparison, RegisterLayouts.bundled()));
        return DiffTable.of(report, new StandardDeviceNames(PciIds.EMPTY), registers);
    }

    private static List<String> lines(DiffTable table) {
        return table.rows().stream()
                .filter(row -> row.fate() != Fate.SAME)
                .map(row -> row.fate().id() + " "
                        + row.before().map(a -> a.rid().toString()).orElse("-") + " "
                        + row.after().map(a -> a.rid().toString()).orElse("-") + " | " + row.what() + " | "
                        + row.matchedBy())
                .toList();
    }

    @Test
    void everyFunctionIsARowWithWhatBecameOfIt() {
        DiffTable table = table(Hosts.described(BEFORE), Hosts.described(AFTER), false);
        assertThat(lines(table))
                .containsExactly(
                        "changed 00:01.0 00:01.0 | bus range [01-01] → [01-02] | path",
                        "changed 00:02.0 00:02.0 | bus range [02-02] → [03-03] | path",
                        "changed 00:03.0 00:03.0 | bus range [03-03] → [04-04] | path",
                        "changed 00:04.0 00:04.0 | bus range [04-04] → [05-05] | path",
                        "changed 00:05.0 00:05.0 | bus range [05-05] → [06-06] | path",
                        "changed 01:00.0 01:00.0 | TotalVFs 8 → 16; InitialVFs 8 → 16 | path",
                        "renumbered 02:00.0 03:00.0 | bridge 00:02.0 now [03-03], was [02-02] | path",
                        "moved 03:00.0 05:00.0 | moved to another slot, from 3 to 4 | only one of its kind",
                        "gone 05:00.0 - | replaced by Ethernet controller: Other at 06:00.0 | ",
                        "new - 06:00.0 | replaces Ethernet controller: DPU at 05:00.0 | ");
        int functions = Hosts.described(BEFORE).functions().size();
        assertThat(table.rows()).hasSize(functions + 1);
        assertThat(table.rows().stream()
                        .map(row -> table.fate(row).orElseThrow().fate()))
                .containsExactlyElementsOf(
                        table.rows().stream().map(DiffRow::fate).toList());
    }

    @Test
    void behindARowStandFactsFindingsAndWhatIsKnownOfAGoneFunction() {
        DiffTable table = table(Hosts.described(BEFORE), Hosts.described(AFTER), false);
        DiffRow nic = row(table, "01:00.0");
        assertThat(table.of(nic))
                .contains(new Difference(Difference.Kind.FACT, "TotalVFs", "8", "16"))
                .anyMatch(d -> d.kind() == Difference.Kind.REGISTER
                        && d.what().endsWith("(SR-IOV): TotalVFs")
                        && d.before().contains("8"));
        DiffRow gone = row(table, "05:00.0");
        assertThat(table.of(gone))
                .contains(new Difference(Difference.Kind.FACT, "vendor and device ID", "15b3:101d", ""))
                .allMatch(d -> d.after().isEmpty());
    }

    @Test
    void findingsStandWithTheirFunctionOnTheSideThatHasThem() {
        DiffTable table = table(Hosts.described(AFTER), Hosts.described(BEFORE), false);
        List<Difference> all =
                table.rows().stream().flatMap(r -> table.of(r).stream()).toList();
        assertThat(all)
                .filteredOn(d -> d.kind() == Difference.Kind.FINDING)
                .isNotEmpty()
                .allMatch(d -> d.before().isEmpty() != d.after().isEmpty());
    }

    @Test
    void registersAloneCountOnlyWhenAskedFor() {
        Topology before = aspm(0);
        Topology after = aspm(2);
        DiffTable without = table(before, after, false);
        assertThat(lines(without)).isEmpty();
        assertThat(without.of(row(without, "01:00.0")))
                .extracting(Difference::kind)
                .containsOnly(Difference.Kind.REGISTER);
        assertThat(lines(table(before, after, true))).singleElement().asString().endsWith("| 1 register field | path");
    }

    private static Topology aspm(int control) {
        return Hosts.built(new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", Hosts.port(1, 1, 1))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x15b3, 0x101d, 0x020000).u16(4, 0x0002 | control << 1)));
    }

    private static DiffRow row(DiffTable table, String before) {
        return table.rows().stream()
                .filter(r -> r.before().equals(Optional.of(FunctionAddress.of(before))))
                .findFirst()
                .orElseThrow();
    }
}
