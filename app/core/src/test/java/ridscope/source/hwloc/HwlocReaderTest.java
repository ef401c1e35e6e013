package ridscope.source.hwloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ridscope.source.Texts.function;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.OsFacts;
import ridscope.host.RootBus;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.source.Opened;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Texts;
import ridscope.text.Diagnostic;
import ridscope.topology.Role;
import ridscope.topology.Topology;

/** Files written by hand after the formats of hwloc 1, 2 and 3. */
class HwlocReaderTest {

    private static HostSnapshot host(String file) throws SnapshotException {
        List<HostSnapshot> hosts = Texts.read(new HwlocReader(), Texts.beside(HwlocReaderTest.class, file));
        assertThat(hosts).hasSize(1);
        return hosts.get(0);
    }

    @ParameterizedTest
    @CsvSource({"format1.xml, 1", "format2.xml, 2", "format3.xml, 3"})
    void theFormatIsRecognisedInWords(String file, String version) throws Exception {
        Opened opened =
                new SnapshotOpener().open(Texts.source(Texts.beside(HwlocReaderTest.class, file)), Feedback.NONE);
        assertThat(opened.kind()).isEqualTo("hwloc");
        assertThat(opened.recognised()).isEqualTo("topology of hwloc in XML, format " + version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<topology>",
                "<topologydiff version=\"2.0\"><object type=\"x\"/>",
                "a <topology> of words <object of interest",
                "<device>\n <name>pci_0000_00_00_0</name>",
                "\0<topology><object type=\"Machine\">"
            })
    void otherTextsAreLeftToOthers(String text) {
        assertThat(Texts.recognise(new HwlocReader(), text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Recognition.NO);
    }

    @Test
    void hostKernelAndToolStandInTheInfos() throws Exception {
        for (String file : List.of("format1.xml", "format2.xml", "format3.xml")) {
            assertThat(host(file).provenance().kind()).isEqualTo("hwloc");
            assertThat(host(file).provenance().privileged()).isEmpty();
        }
        assertThat(host("format1.xml").provenance().host()).hasValue("old1");
        assertThat(host("format1.xml").provenance().tool()).isEmpty();
        assertThat(host("format2.xml").provenance().host()).hasValue("db7");
        assertThat(host("format2.xml").provenance().kernel()).hasValue("6.18.2");
        assertThat(host("format2.xml").provenance().tool()).hasValue("hwloc 2.9.0");
        assertThat(host("format3.xml").provenance().host()).hasValue("new3");
        assertThat(host("format3.xml").provenance().kernel()).hasValue("6.12.9");
    }

    @Test
    void identityIsWhatTheTypeSays() throws Exception {
        OsFacts nic = function(host("format2.xml"), "0000:01:00.0").os();
        assertThat(nic.identity())
                .isEqualTo(new OsFacts.Identity(
                        OptionalInt.of(0x8086),
                        OptionalInt.of(0x1592),
                        OptionalInt.of(0x8086),
                        OptionalInt.of(0x0002),
                        OptionalInt.empty(),
                        OptionalInt.of(0x0200),
                        OptionalInt.of(2)));
        assertThat(nic.names().vendor()).hasValue("Intel Corporation");
        assertThat(nic.names().device()).hasValue("Ethernet Controller E810-C for QSFP");

        OsFacts.Identity port =
                function(host("format2.xml"), "0000:00:01.0").os().identity();
        assertThat(port.subsystemVendor()).as("0000:0000 is no subsystem").isEmpty();
        assertThat(port.subsystemDevice()).isEmpty();
    }

    /** Four digits are a class and no more; the programming interface is not 00 for want of it. */
    @Test
    void onlyFormat3TellsTheProgrammingInterface() throws Exception {
        OsFacts.Identity memory =
                function(host("format3.xml"), "0000:00:03.0").os().identity();
        assertThat(memory.classCode()).hasValue(0x050210);
        assertThat(memory.shortClass()).isEmpty();
        for (FunctionRecord f : host("format1.xml").functions()) {
            assertThat(f.os().identity().classCode()).isEmpty();
            assertThat(f.os().identity().shortClass()).isPresent();
        }
    }

    @Test
    void nestingGivesParentsWhereTheBusIsTheBridgesOwn() throws Exception {
        HostSnapshot host = host("format2.xml");
        assertThat(host.functions())
                .extracting(f -> f.address() + " below "
                        + f.os().place()
                                .parent()
                                .orElseThrow()
                                .bridge()
                                .map(Object::toString)
                                .orElse("root"))
                .containsExactly(
                        "0000:00:00.0 below root",
                        "0000:00:01.0 below root",
                        "0000:00:1f.0 below root",
                        "0000:01:00.0 below 0000:00:01.0",
                        "0000:40:00.0 below root",
                        "10001:80:01.0 below root",
                        "10001:81:00.0 below 10001:80:01.0");
        assertThat(function(host, "0000:00:01.0").os().buses()).hasValue(new OsFacts.KernelBuses(1, 4));
        assertThat(host.diagnostics()).isEmpty();
    }

    /** The span of a host bridge ends at the highest bus in use; the window it decodes is not in the file. */
    @Test
    void rootBusesAreNamedWithoutTheEndOfTheirWindow() throws Exception {
        assertThat(host("format2.xml").rootBuses())
                .containsExactly(
                        new RootBus(Segment.ZERO, 0, OptionalInt.empty(), OptionalInt.of(0)),
                        new RootBus(new Segment(0x10001), 0x80, OptionalInt.empty(), OptionalInt.of(1)),
                        new RootBus(Segment.ZERO, 0x40, OptionalInt.empty(), OptionalInt.empty()));
    }

    @Test
    void numaNodesHaveTheirCpusAndAreNearWhatIsNestedWithThem() throws Exception {
        assertThat(host("format2.xml").numaNodes())
                .containsExactly(new NumaNode(0, Optional.of("0-15")), new NumaNode(1, Optional.of("16-33")));
        assertThat(function(host("format2.xml"), "0000:01:00.0").os().place().numaNode())
                .hasValue(0);
        assertThat(function(host("format2.xml"), "10001:81:00.0").os().place().numaNode())
                .hasValue(1);
        assertThat(function(host("format2.xml"), "0000:40:00.0").os().place().numaNode())
                .as("beside the whole machine, which has two nodes")
                .isEmpty();
    }

    @Test
    void format1NestsInNodesAndTellsWhichCpusAreOnline() throws Exception {
        assertThat(host("format1.xml").numaNodes())
                .containsExactly(new NumaNode(0, Optional.of("0-1")), new NumaNode(2, Optional.of("2-3")));
        assertThat(function(host("format1.xml"), "0000:02:00.0").os().place().numaNode())
                .hasValue(0);
    }

    @Test
    void osDevicesAreCalledAsInSysfs() throws Exception {
        assertThat(devices("format2.xml", "0000:01:00.0")).containsExactly("net ens5f0", "infiniband irdma0");
        assertThat(devices("format2.xml", "10001:81:00.0"))
                .containsExactly("drm card1", "drm renderD129", "coproc cuda0");
        assertThat(devices("format2.xml", "0000:40:00.0")).containsExactly("block nvme0n1");
        assertThat(devices("format1.xml", "0000:02:00.0")).containsExactly("net eth0");
        assertThat(devices("format3.xml", "0000:00:02.0")).containsExactly("drm card0", "gpu ze0", "coproc opencl0d0");
        assertThat(devices("format3.xml", "0000:00:03.0")).containsExactly("block mem0");
        assertThat(devices("format3.xml", "0000:00:04.0"))
                .containsExactly("net ib0", "infiniband mlx5_0", "dma dma0chan0");
    }

    private static List<String> devices(String file, String address) throws SnapshotException {
        return function(host(file), address).os().devices().stream()
                .map(d -> d.kind() + " " + d.name())
                .toList();
    }

    /** 31.5 GB/s are 16 GT/s x16 and 32 GT/s x8: no speed follows, only that the function is PCIe. */
    @Test
    void aBandwidthIsNoSpeed() throws Exception {
        FunctionRecord nic = function(host("format2.xml"), "0000:01:00.0");
        assertThat(nic.listing().lines()).containsExactly("pci_link_speed=\"31.507692\"");
        OsFacts.LinkAttributes link = nic.os().link().orElseThrow();
        assertThat(link.maxSpeed()).isEmpty();
        assertThat(link.currentSpeed()).isEmpty();
        assertThat(link.currentWidth()).isEmpty();
        assertThat(function(host("format2.xml"), "0000:40:00.0").os().link()).isEmpty();

        Topology topology = Enumerator.enumerate(host("format2.xml"), Feedback.NONE);
        assertThat(topology.function(FunctionAddress.of("0000:01:00.0"))
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.ENDPOINT);
        assertThat(topology.function(FunctionAddress.of("0000:01:00.0"))
                        .orElseThrow()
                        .express()
                        .link())
                .isEmpty();
        assertThat(topology.function(FunctionAddress.of("0000:00:01.0"))
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.ROOT_PORT);
    }

    @Test
    void aSlotIsOfTheObjectThatNamesIt() throws Exception {
        assertThat(function(host("format2.xml"), "0000:00:01.0").os().place().slot())
                .hasValue("5");
        assertThat(function(host("format2.xml"), "0000:01:00.0").os().place().slot())
                .isEmpty();
    }

    private static String machine(String objects) {
        return "<topology version=\"2.0\"><object type=\"Machine\" nodeset=\"0x00000001\">" + objects
                + "</object></topology>";
    }

    private static String pci(String address, String code) {
        return "<object type=\"PCIDev\" pci_busid=\"" + address + "\" pci_type=\"" + code
                + " [8086:1234] [0000:0000] 00\"/>";
    }

    private static HostSnapshot only(String text) throws SnapshotException {
        return Texts.read(new HwlocReader(), text).get(0);
    }

    @Test
    void aBridgeLeftOutIsNotReplacedByTheOneAboveIt() throws Exception {
        HostSnapshot host = only(machine("<object type=\"Bridge\" bridge_type=\"0-1\" bridge_pci=\"0000:[00-05]\">"
                + pci("0000:00:00.0", "0600")
                + "<object type=\"Bridge\" bridge_type=\"1-1\" bridge_pci=\"0000:[01-05]\" pci_busid=\"0000:00:01.0\""
                + " pci_type=\"0604 [8086:1901] [0000:0000] 07\">" + pci("0000:03:00.0", "0200")
                + pci("0000:03:00.1", "0200") + pci("0000:01:00.0", "0604") + "</object></object>"));
        assertThat(function(host, "0000:03:00.0").os().place().parent()).isEmpty();
        assertThat(function(host, "0000:01:00.0").os().place().parent())
                .hasValue(new OsFacts.Parent(Optional.of(FunctionAddress.of("0000:00:01.0"))));
        assertThat(host.diagnostics())
                .containsExactly(Diagnostic.of(
                        "BRIDGES_LEFT_OUT",
                        "0000:03:00.0",
                        "2 functions on bus 03: listed below bridge 0000:00:01.0, which leads to bus 01; the file leaves"
                                + " out the bridge between, or these are VFs, so nothing is above them here"));
    }

    @Test
    void withoutAnyBridgesNothingIsSaidAboutParents() throws Exception {
        HostSnapshot host = only(machine(pci("0000:00:1f.0", "0601") + pci("0000:17:00.0", "0200")));
        assertThat(host.rootBuses()).isEmpty();
        assertThat(host.functions()).allMatch(f -> f.os().place().parent().isEmpty());
        assertThat(host.diagnostics())
                .extracting(Diagnostic::text)
                .containsExactly("2 functions without any bridge above: hwloc was asked to leave bridges out");
    }

    /** A CardBus bridge is no bridge to hwloc, so the card behind it seems to hang on a host bridge of its own. */
    @Test
    void theHostBridgeThatStandsForAnUnreadBridgeIsNone() throws Exception {
        HostSnapshot host = only(machine("<object type=\"Bridge\" bridge_type=\"0-1\" bridge_pci=\"0000:[00-00]\">"
                + pci("0000:00:00.0", "0600") + pci("0000:00:0b.0", "0607") + "</object>"
                + "<object type=\"Bridge\" bridge_type=\"0-1\" bridge_pci=\"0000:[15-15]\">"
                + pci("0000:15:00.0", "0280") + "</object>"
                + "<object type=\"Bridge\" bridge_type=\"0-1\" bridge_pci=\"0000:[ff-ff]\">"
                + pci("0000:ff:00.0", "0600") + "</object>"));
        assertThat(host.rootBuses()).extracting(RootBus::bus).containsExactly(0, 0xff);
        assertThat(function(host, "0000:15:00.0").os().place().parent()).isEmpty();
        assertThat(function(host, "0000:ff:00.0").os().place().parent()).hasValue(OsFacts.Parent.ROOT);
    }

    @Test
    void aListOfImportantFunctionsOnlyIsCalledSo() throws Exception {
        String some = pci("0000:01:00.0", "0200") + pci("0000:02:00.0", "0108") + pci("0000:03:00.0", "0302");
        assertThat(only(machine(some)).diagnostics()).extracting(Diagnostic::id).contains("SOURCE_FILTERED");
        assertThat(only(machine(some + pci("0000:00:14.0", "0c03"))).diagnostics())
                .extracting(Diagnostic::id)
                .doesNotContain("SOURCE_FILTERED");
    }

    @Test
    void aNodeThatIsNotListedIsNone() throws Exception {
        assertThat(function(only(machine(pci("0000:00:00.0", "0600"))), "0000:00:00.0")
                        .os()
                        .place()
                        .numaNode())
                .isEmpty();
    }

    @Test
    void severalTopologiesAreSeveralHosts() throws Exception {
        List<HostSnapshot> hosts = Texts.read(
                new HwlocReader(),
                Texts.beside(getClass(), "format1.xml") + "\n" + machine("") + "\n"
                        + Texts.beside(getClass(), "format2.xml"));
        assertThat(hosts).extracting(h -> h.provenance().host().orElse("?")).containsExactly("old1", "db7");
    }

    @Test
    void aFileCutInTheMiddleGivesWhatStandsBefore() throws Exception {
        String whole = Texts.beside(getClass(), "format2.xml");
        HostSnapshot host = only(whole.substring(0, whole.indexOf("nvme0n1")));
        assertThat(host.functions()).hasSize(7);
        assertThat(host.diagnostics())
                .containsExactly(Diagnostic.of("XML_BROKEN", "The topology breaks off in line 47"));
    }

    @Test
    void nothingUsableIsSaidInASentence() {
        assertThatThrownBy(() -> Texts.read(new HwlocReader(), machine("")))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("given is a topology of hwloc without PCI functions;"
                        + " write it with `lstopo --whole-io --of xml FILE`.");
        assertThatThrownBy(() -> Texts.read(new HwlocReader(), "<topology>\n<object type=\"Mach"))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("given is a topology of hwloc that breaks off in line 2, before any PCI function;"
                        + " it was probably cut while it was copied.");
    }

    @Test
    void oddObjectsAreCountedAndLeftOut() throws Exception {
        HostSnapshot host = only(machine(pci("0000:00:00.0", "0600") + pci("0000:00:00.0", "0600")
                + pci("0000:00:20.0", "0200") + pci("nonsense", "x") + pci("0000:00:03.0", "garbage")
                + "<object type=\"Bridge\" bridge_type=\"1-1\" bridge_pci=\"0000:[zz]\" pci_busid=\"0000:00:02.0\"/>"
                + "<object type=\"OSDev\" osdev_type=\"2\"/><object/>"));
        assertThat(host.functions())
                .extracting(f -> f.address().toString())
                .containsExactly("0000:00:00.0", "0000:00:02.0", "0000:00:03.0");
        assertThat(host.diagnostics())
                .extracting(Diagnostic::id)
                .containsExactly("DUPLICATE_RID", "BRIDGES_LEFT_OUT", "XML_ODD");
        assertThat(function(host, "0000:00:03.0").os().identity()).isEqualTo(OsFacts.Identity.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x00000001 | 0",
                "0x0000000f,0xffffffff | 0-35",
                "0x80000000,,0x00000005 | 0,2,95",
                "0x0 | ''",
                "0xf...f | none",
                "0xf...f,0x00000001 | none",
                "0x1ffffffff | none",
                "zebra | none"
            })
    void setsArePrintedAsLinuxPrintsThem(String set, String list) {
        assertThat(Bitmap.parse(set).map(Bitmap::list).orElse("none")).isEqualTo(list);
    }
}
