package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;
import ridscope.config.layout.RegisterLayouts;
import ridscope.diff.Comparison;
import ridscope.diff.FindingChanges;
import ridscope.diff.Hosts;
import ridscope.diff.RegisterChange;
import ridscope.diff.RegisterChanges;
import ridscope.names.DeviceNames;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.report.table.AddressTable;
import ridscope.rules.Finding;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** A comparison as text, JSON and tables. */
class DiffReportTest {

    private static final String BEFORE = """
            host "rack node"
            host-bridge 00-ff
              root-port 01.0 8086:352a x16 gen5 ari bus 01-01
                device 8086:1592 "E810" class ethernet ari vfs 8
              root-port 02.0 8086:352a x16 gen5 bus 02-05
                switch 1000:c030 x16 gen5 "PEX"
                  port 1000:c030 x8 gen5
                    device 144d:a826 "SSD" class nvme
                  port 1000:c030 x8 gen5
              root-port 03.0 8086:352a x16 gen5
                device 15b3:101d "DPU" class ethernet
            """;

    private static final String AFTER = """
            host "rack node"
            host-bridge 00-ff
              root-port 01.0 8086:352a x16 gen5 ari bus 01-02
                device 8086:1592 "E810" class ethernet ari vfs 16
              root-port 02.0 8086:352a x16 gen5 bus 03-06
                switch 1000:c030 x16 gen5 "PEX"
                  port 1000:c030 x8 gen5
                  port 1000:c030 x8 gen5
                    device 144d:a826 "SSD" class nvme
              root-port 03.0 8086:352a x16 gen5
                device 15b3:a2d6 "Other DPU" class ethernet
            """;

    private static final String TEXT = """
            4 functions have other addresses · 1 moved · 1 gone · 1 new · 2 changed · 1 new finding · 8 of 9 functions match
            before  host rack node · source machine by description, not a real machine
            after   host rack node · source machine by description, not a real machine

            Renumbered
              bridge 00:02.0 now [03-06], was [02-05] · 3 functions renumbered with it
              bridge 00:03.0 now [07-07], was [06-06] · nothing renumbered with it

            Moved
              04:00.0 → 06:00.0 · Non-Volatile memory controller: SSD · moved below 04:01.0 (the only one of its kind, no\
             serial number to tell)

            Replaced
              06:00.0 · Ethernet controller: DPU · replaced by Ethernet controller: Other DPU at 07:00.0

            Changed
              00:01.0 · root port, Device 8086:352a
                  bus range  [01-01] → [01-02]
              01:00.0 · Ethernet controller: E810
                  TotalVFs    8 → 16
                  InitialVFs  8 → 16

            Findings
              new   INFO RANGE_RESERVED_UNUSED: 00:01.0
            """;

    private static final DeviceNames NAMES = new StandardDeviceNames(PciIds.EMPTY);

    @Test
    void readsAtAGlance() throws IOException {
        assertThat(text(report(Hosts.described(BEFORE), Hosts.described(AFTER))))
                .isEqualTo(TEXT);
    }

    @Test
    void saysThatNothingDiffers() throws IOException {
        assertThat(text(report(Hosts.described(BEFORE), Hosts.described(BEFORE))))
                .startsWith("no difference · 9 functions compared\nbefore  host rack node");
    }

    @Test
    void tellsOfRegistersButNotOfThoseThatChangeByThemselves() throws IOException {
        Topology before = Hosts.built(registers(0x0000, 0x00000000L, 0));
        Topology after = Hosts.built(registers(0x0040, 0xffffffffL, 0x1000));
        Comparison comparison = Comparison.of(before, after);
        List<RegisterChange> changes = RegisterChanges.of(comparison, RegisterLayouts.bundled());

        assertThat(changes)
                .extracting(c -> c.part() + ": " + c.name() + " = " + c.before() + " → " + c.after())
                .containsExactly("PCI Express: Link Control, Common Clock Configuration = no → yes");
        assertThat(text(new DiffReport(comparison, FindingChanges.of(comparison), changes)))
                .startsWith("1 register field · 2 of 2 functions match")
                .contains("""

                        Registers
                          01:00.0 · Non-Volatile memory controller: Device 144d:a826
                              PCI Express: Link Control, Common Clock Configuration = no → yes
                        """);
    }

    /** A device with values in Link Control, Uncorrectable Error Status and the Status register of its header. */
    private static HostBuilder registers(int linkControl, long errors, int status) {
        ConfigBuilder device = ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802)
                .link(5, 4, 5, 4)
                .aer();
        ConfigSpace built = device.build();
        int express = CapabilityWalk.walk(built).standard(0x10).orElseThrow().offset();
        int aer = CapabilityWalk.walk(built).extended(0x01).orElseThrow().offset();
        device.u16(express + 0x10, linkControl)
                .u32(aer + 4, errors)
                .u16(0x06, built.u16(0x06).getAsInt() | status);
        return new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", Hosts.port(1, 1, 1))
                .function("01:00.0", device);
    }

    @Test
    void findingsAreToldByRuleAndSubjectWhereverThatIsNow() throws IOException {
        String text = """
                host-bridge 00-ff
                  root-port 01.0 8086:352a bus 01-0%s
                  root-port 02.0 8086:352a bus 0%s-0%s
                    device 8086:1592 class ethernet vfs 64 offset 256 stride 1
                """;
        Topology fits = Hosts.described(text.formatted(1, 2, 3));
        Topology moved = Hosts.described(text.formatted(1, 4, 5));
        Topology tight = Hosts.described(text.formatted(1, 4, 4));

        assertThat(report(fits, moved).findings().same()).isTrue();
        DiffReport report = report(fits, tight);
        assertThat(report.findings().appeared())
                .extracting(Finding::id)
                .contains("VF_BEYOND_SUBORDINATE")
                .isNotEmpty();
        assertThat(text(report)).contains("  new   WARNING VF_BEYOND_SUBORDINATE: 04:00.0\n");
        assertThat(report(tight, fits).findings().gone())
                .extracting(Finding::id)
                .contains("VF_BEYOND_SUBORDINATE");
    }

    @Test
    void whatOnlyOneTellsIsSaid() throws IOException {
        HostBuilder driven = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.device(0x8086, 1, 0x088000), os -> os.driver("x"));
        HostBuilder silent =
                new HostBuilder().rootBus(0, 0xff).function("00:01.0", ConfigBuilder.device(0x8086, 1, 0x088000));

        assertThat(text(report(Hosts.built(driven), Hosts.built(silent)))).endsWith("""

                Not comparable (unknown is no difference)
                  drivers of 1 function: not told by after
                """);
    }

    @Test
    void longListsAreCutShort() throws IOException {
        String text =
                "host-bridge %04x:00-ff\n  root-port 01.0 8086:352a times 30\n    device 15b3:%s class ethernet\n";
        String before = text.formatted(0, "0001") + text.formatted(1, "0001");
        String after = text.formatted(0, "0002") + text.formatted(1, "0002");
        String many = text(report(Hosts.described(before), Hosts.described(after)));

        assertThat(many)
                .contains("\n\nReplaced\n  0000:01:00.0 · ")
                .contains("\n  and 20 more (--json lists all)\n")
                .doesNotContain("0001:1e:00.0");
    }

    @Test
    void cellsOfTablesAreQuotedAsTheFormatWants() {
        String text = """
                host-bridge 00-ff
                  root-port 01.0 8086:352a bus 0%s-09
                    device 8086:1592 "dual, | port" class ethernet
                """;
        Comparison comparison = Comparison.of(Hosts.described(text.formatted(1)), Hosts.described(text.formatted(2)));

        assertThat(AddressTable.csv(comparison, NAMES))
                .endsWith("0000:01:00.0,0000:02:00.0,\"Ethernet controller: dual, | port\"\n");
        assertThat(AddressTable.markdown(comparison, NAMES))
                .endsWith("| 0000:01:00.0 | 0000:02:00.0 | Ethernet controller: dual, \\| port |\n");
        assertThat(AddressTable.text(comparison, NAMES))
                .isEqualTo("0000:01:00.0  0000:02:00.0  Ethernet controller: dual, | port\n");
    }

    private static DiffReport report(Topology before, Topology after) {
        Comparison comparison = Comparison.of(before, after);
        return new DiffReport(comparison, FindingChanges.of(comparison), List.of());
    }

    private static String text(DiffReport report) throws IOException {
        StringBuilder out = new StringBuilder();
        DiffText.write(report, NAMES, Glyphs.UNICODE, out);
        return out.toString();
    }
}
