package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim;
import ridscope.ridmap.IovPlacement;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.text.Diagnostic;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

class TextTreeTest {

    private static final int NVME = 0x010802;

    @Test
    void aPortADeviceAndItsLink() throws Exception {
        HostBuilder host = new HostBuilder()
                .provenance("lspci-hex", "db7", "6.18.2", "2026-11-20T09:30:00Z")
                .rootBus(0, 0x3f)
                .function("00:01.0", port(1, 4).link(5, 4, 4, 4).slot(3, true, true))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x144d, 0xa826, NVME).link(5, 4, 4, 4),
                        os -> os.driver("nvme")
                                .device("nvme", "nvme0")
                                .group(12)
                                .names("Samsung", "PM174X"));

        assertThat(tree(host.build(), Glyphs.UNICODE)).isEqualTo("""
                host db7 · kernel 6.18.2 · source lspci-hex · captured 2026-11-20T09:30:00Z · read with root rights
                2 functions · 1 bridge · 1 segment
                source tells no NUMA nodes

                0000:00 [00-3f] host bridge
                └─ 00:01.0 [01-04] root port · hot-plug slot 3 · unnamed
                   └─ 01:00.0 endpoint · 16 GT/s x4, below capability: 32 GT/s x4 · PM174X · nvme (nvme0) · IOMMU group 12
                """);
    }

    @Test
    void vfsAndSdisAreFoldedToOneLineEach() throws Exception {
        StridedRids vfs = new StridedRids(rid("01:00.0"), 128, 2, 8);
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(1, 1).ariForwarding(true))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).srIovEnabled(64, 8, 128, 2, 0x1889))
                .virtualFunctions(
                        vfs,
                        0x020000,
                        (k, os) -> os.ids(0x8086, 0x1889, 0x020000).driver(k < 3 ? "iavf" : "vfio-pci"))
                .function("00:02.0", port(12, 12))
                .function(
                        "0c:00.0",
                        ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000).siov(512, 1, 1));
        IovPlacement sdis = new IovPlacement(
                FunctionAddress.of("0c:00.0"),
                Claim.Kind.SDI,
                new StridedRids(rid("0c:00.0"), 1, 1, 512),
                0,
                Optional.of(new BusRange(12, 12)),
                257,
                OptionalInt.of(255),
                1);

        String tree = tree(host.build(), Glyphs.UNICODE, sdis);

        assertThat(tree)
                .contains("│     └─ 64 VFs 01:10.0–01:1f.6 · 8 enabled · iavf × 3 · vfio-pci × 5\n")
                .contains("      └─ 512 SDIs 0c:00.1–0e:00.0 · 257 outside [0c-0c] · 1 claimed by others too\n")
                .doesNotContain("01:10.2")
                .contains("12 functions · 2 bridges · 8 VFs of 64 possible · 512 SDIs · 1 segment");
    }

    @Test
    void enabledVfsThatTheDumpLacksAreSaid() throws Exception {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", port(1, 1))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x8086, 0x10c9, 0x020000).srIovEnabled(8, 7, 384, 2, 0x10ca));

        assertThat(tree(host.build(), Glyphs.UNICODE))
                .contains("8 VFs 02:10.0–02:11.6 · 7 enabled, 0 in this snapshot")
                .contains("2 functions · 1 bridge · 7 VFs of 8 possible, 0 in this snapshot · ");
    }

    @Test
    void whatLandsBeyondTheLastRidIsSaidWithoutWrapping() throws Exception {
        HostBuilder host = new HostBuilder()
                .rootBus(0xf0, 0xff)
                .function(
                        "f0:00.0",
                        ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000).siov(1024, 256, 4));
        IovPlacement sdis = new IovPlacement(
                FunctionAddress.of("f0:00.0"),
                Claim.Kind.SDI,
                new StridedRids(rid("f0:00.0"), 256, 4, 1024),
                0,
                Optional.of(new BusRange(0xf0, 0xff)),
                64,
                OptionalInt.of(960),
                0);

        assertThat(tree(host.build(), Glyphs.UNICODE, sdis))
                .contains("1,024 SDIs f1:00.0–0x100fc (beyond ffff) · 64 outside [f0-ff] · 64 beyond RID ffff\n");
    }

    @Test
    void emptySlotsAndMissingKnowledgeAreInWords() throws Exception {
        HostBuilder host = new HostBuilder()
                .provenance(new Provenance(
                        "sysfs",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false),
                        false))
                .rootBus(0)
                .function("00:01.0", port(1, 4).slot(7, true, false))
                .function("00:02.0", port(0, 0))
                .function(
                        "00:03.0", ConfigBuilder.endpoint(0x144d, 0xa826, NVME).length(64));

        assertThat(tree(host.build(), Glyphs.UNICODE)).isEqualTo("""
                host unknown · source sysfs · read without root rights
                3 functions · 2 bridges · VFs and SDIs unknown · 1 segment
                capabilities of 0000:00:03.0 not readable: snapshot without root rights
                kind of 0000:00:03.0 (port, endpoint or conventional) not readable: it stands in the capabilities
                source tells no NUMA nodes, IOMMU groups, drivers; ends of root bus windows are assumed

                0000:00 [00-ff] host bridge, end of the window assumed
                ├─ 00:01.0 [01-04] root port · hot-plug slot 7, empty · unnamed
                ├─ 00:02.0 root port, no bus numbers assigned · unnamed
                └─ 00:03.0 kind not readable · unnamed
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00:00.0 | host bridge · Maker Hub (rev 02) | host bridge [0600] · Maker Hub [8086:09a2] (rev 02)",
                "00:01.0 | root port · Device 8086:352a | root port [0604] · Device [8086:352a]",
                "00:1e.0 | PCI bridge · Device 8086:244e | PCI bridge [0604] · Device [8086:244e]",
                "00:1f.0 | conventional · ISA bridge: Device 8086:1234 | conventional · ISA bridge [0601]: Device [8086:1234]",
                "01:00.0 | endpoint · Ethernet controller: Intel E810-C | endpoint · Ethernet controller [0200]: Intel E810-C [8086:1592]",
            })
    void eachFactIsSaidOnceAndIdsOnDemand(String address, String usual, String withIds) throws Exception {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0x3f)
                .function(
                        "00:00.0", ConfigBuilder.hostBridge(0x8086, 0x09a2).revision(2), os -> os.names("Maker", "Hub"))
                .function("00:01.0", port(1, 1))
                .function("00:1e.0", ConfigBuilder.bridge(0x8086, 0x244e, 0, 2, 2))
                .function("00:1f.0", ConfigBuilder.device(0x8086, 0x1234, 0x060100))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).subsystem(0x8086, 2),
                        os -> os.names("Intel", "E810-C"))
                .build();

        assertThat(detailed(host, TreeDetail.USUAL))
                .containsPattern(end(address, usual))
                .doesNotContain("subsystem");
        assertThat(detailed(host, new TreeDetail(true, false))).containsPattern(end(address, withIds));
        assertThat(detailed(host, new TreeDetail(false, true))).contains("   └─ subsystem [8086:0002]\n");
    }

    private static String end(String address, String text) {
        return "─ " + address + "( \\[..-..\\])? " + Pattern.quote(text) + "\n";
    }

    private static String detailed(HostSnapshot host, TreeDetail detail) throws IOException {
        StringBuilder out = new StringBuilder();
        TextTree.write(
                Enumerator.enumerate(host, Feedback.NONE),
                List.of(),
                new StandardDeviceNames(PciIds.EMPTY),
                Glyphs.UNICODE,
                detail,
                out);
        return out.toString();
    }

    @Test
    void aVmdSegmentSaysWhatTheIommuSees() throws Exception {
        HostBuilder host = new HostBuilder()
                .function("0000:00:01.0", port(1, 1))
                .function("10000:e1:00.0", ConfigBuilder.endpoint(0x144d, 0xa826, NVME));

        assertThat(tree(host.build(), Glyphs.UNICODE).lines().filter(l -> l.contains("VMD endpoint's RID")))
                .singleElement()
                .asString()
                .startsWith("10000:");
    }

    @Test
    void whatCannotBeReadIsUnknownAndNotZero() throws Exception {
        ConfigBuilder plain = ConfigBuilder.endpoint(0x144d, 0xa826, NVME);

        assertThat(counts(new HostBuilder().function("00:01.0", plain))).isEqualTo("1 function · 1 segment");
        assertThat(counts(new HostBuilder().function("00:01.0", plain.length(64))))
                .isEqualTo("1 function · VFs and SDIs unknown · 1 segment");
        assertThat(counts(new HostBuilder().function("00:01.0", plain.length(256))))
                .isEqualTo("1 function · VFs and SDIs unknown · 1 segment");
        assertThat(counts(new HostBuilder()
                        .function("00:01.0", plain.length(64), os -> os.sriov(64, 0, -1, -1, -1))
                        .function("00:02.0", plain.length(64))))
                .isEqualTo("2 functions · 0 VFs of 64 possible · VFs and SDIs of 1 function unknown"
                        + " · SDIs of 1 function unknown · 1 segment");
    }

    private static String counts(HostBuilder host) throws IOException {
        return tree(host.build(), Glyphs.UNICODE).lines().toList().get(1);
    }

    @Test
    void diagnosticsStandAtTheEnd() throws Exception {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.device(0x8086, 0x1234, 0x020000))
                .diagnostic(Diagnostic.of("CAP_LOOP", "0000:00:01.0", "the list comes back to 0x40"))
                .diagnostic(Diagnostic.of("TRUNCATED", "the dump ends in the middle of a row"));

        assertThat(tree(host.build(), Glyphs.UNICODE)).endsWith("""

                2 diagnostics
                  CAP_LOOP 0000:00:01.0: the list comes back to 0x40
                  TRUNCATED: the dump ends in the middle of a row
                """);
    }

    @Test
    void withoutUnicodeEverythingIsAscii() throws Exception {
        String tree = tree(FlagshipHost.snapshot(), Glyphs.ASCII);

        assertThat(tree).contains("|  `- 0b:00.0 endpoint - 16 GT/s x4").contains("64 VFs 03:10.0-03:1f.6 - 8 enabled");
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(tree)).isTrue();
        assertThat(tree).doesNotContain("?");
    }

    @Test
    void everyFunctionIsPrintedOrFoldedOnceAndTwiceTheSame() throws Exception {
        Topology topology = Enumerator.enumerate(FlagshipHost.snapshot(), Feedback.NONE);

        String tree = tree(FlagshipHost.snapshot(), Glyphs.UNICODE);

        for (PciFunction function : topology.functions()) {
            int expected = function.virtual().isPresent() ? 0 : 1;
            assertThat(tree.split("─ " + function.address().rid() + " ", -1))
                    .as("%s", function.address())
                    .hasSize(expected + 1);
        }
        assertThat(tree(FlagshipHost.snapshot(), Glyphs.UNICODE)).isEqualTo(tree);
    }

    @Test
    void functionsThatNoBridgeLeadsToAreNotLost() throws Exception {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x0f)
                .function("00:01.0", port(1, 1))
                .function("40:00.0", ConfigBuilder.device(0x8086, 0x1234, 0x020000))
                .function("40:01.0", ConfigBuilder.device(0x8086, 0x1234, 0x020000));

        assertThat(tree(host.build(), Glyphs.UNICODE)).contains("─ 40:00.0 ", "─ 40:01.0 ");
    }

    private static ConfigBuilder port(int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, secondary, subordinate);
    }

    private static RoutingId rid(String text) {
        return RoutingId.parse(text).orElseThrow();
    }

    private static String tree(HostSnapshot host, Glyphs glyphs, IovPlacement... placements) throws IOException {
        StringBuilder out = new StringBuilder();
        Topology topology = Enumerator.enumerate(host, Feedback.NONE);
        TextTree.write(topology, List.of(placements), new SnapshotNamesOnly(), glyphs, out);
        return out.toString();
    }
}
