package ridscope.source.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ridscope.source.Texts.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.LinkSpeed;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.host.RootBus;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.source.Opened;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Texts;
import ridscope.text.Diagnostic;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Topology;

/** A console session and single devices, written by hand after libvirt's schema of node devices. */
class LibvirtReaderTest {

    private static HostSnapshot console() throws SnapshotException {
        return only(Texts.beside(LibvirtReaderTest.class, "console.txt"));
    }

    private static HostSnapshot only(String text) throws SnapshotException {
        List<HostSnapshot> hosts = Texts.read(new LibvirtReader(), text);
        assertThat(hosts).hasSize(1);
        return hosts.get(0);
    }

    /** A device on PCI; bus and slot are decimal in the format. */
    private static String pci(int bus, int slot, int function, String more) {
        String name = String.format("0000_%02x_%02x_%d", bus, slot, function);
        return "<device><name>pci_" + name + "</name><capability type='pci'><domain>0</domain><bus>" + bus
                + "</bus><slot>" + slot + "</slot><function>" + function
                + "</function><product id='0x1234'/><vendor id='0x8086'/>" + more + "</capability></device>\n";
    }

    @Test
    void aSessionIsRecognisedAndTheShellsLinesArePassedOver() throws Exception {
        Opened opened = new SnapshotOpener().open(Texts.source(Texts.beside(getClass(), "console.txt")), Feedback.NONE);
        assertThat(opened.kind()).isEqualTo("libvirt");
        assertThat(opened.recognised()).isEqualTo("node devices of libvirt in XML");
        assertThat(opened.hosts()).hasSize(1);
        assertThat(opened.hosts().get(0).functions())
                .extracting(f -> f.address().toString())
                .containsExactly(
                        "0000:00:02.0",
                        "0000:00:14.0",
                        "0000:00:17.0",
                        "0000:3a:00.0",
                        "0000:3b:00.1",
                        "0000:3b:10.3",
                        "0000:64:05.5",
                        "10000:00:02.0",
                        "10000:01:00.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<device><name>pci_0000_00_02_0</name></device>",
                "<?xml version='1.0'?>\n<nodedevs>\n<device>\n  <name>a</name>\n  <capability type=\"pci\">",
                "> <device>\n>   <name>pci_0000_00_02_0</name>\n>   <capability type='pci'>"
            })
    void aDeviceAloneInAWrapperOrInAMailIsRecognised(String text) {
        assertThat(Texts.recognise(new LibvirtReader(), text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .confidence())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<domain><devices><disk/></devices></domain>", "<device/>", "the <device> element"})
    void otherXmlIsNot(String text) {
        assertThat(Texts.recognise(new LibvirtReader(), text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .confidence())
                .isZero();
    }

    @Test
    void identityNamesAndDriver() throws Exception {
        OsFacts nic = function(console(), "0000:3b:00.1").os();
        assertThat(nic.identity())
                .isEqualTo(new OsFacts.Identity(
                        OptionalInt.of(0x8086),
                        OptionalInt.of(0x1528),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.of(0x020000),
                        OptionalInt.empty()));
        assertThat(nic.driver()).hasValue("ixgbe");
        assertThat(nic.names())
                .isEqualTo(new OsFacts.Names(
                        Optional.of("Intel Corporation"),
                        Optional.of("Ethernet Controller 10-Gigabit X540-AT2"),
                        Optional.empty()));
        assertThat(function(console(), "0000:00:02.0").os().names().device()).isEmpty();
    }

    @Test
    void theDirectoryTellsParentsAndRootBusesBehindVmdToo() throws Exception {
        HostSnapshot host = console();
        assertThat(host.functions())
                .extracting(f -> f.address() + " below "
                        + f.os().place()
                                .parent()
                                .orElseThrow()
                                .bridge()
                                .map(Object::toString)
                                .orElse("root"))
                .contains(
                        "0000:3a:00.0 below root",
                        "0000:3b:00.1 below 0000:3a:00.0",
                        "0000:3b:10.3 below 0000:3a:00.0",
                        "0000:64:05.5 below root",
                        "10000:00:02.0 below root",
                        "10000:01:00.0 below 10000:00:02.0");
        assertThat(host.rootBuses())
                .extracting(RootBus::segment, RootBus::bus)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Segment.ZERO, 0),
                        org.assertj.core.groups.Tuple.tuple(Segment.ZERO, 0x3a),
                        org.assertj.core.groups.Tuple.tuple(Segment.ZERO, 0x64),
                        org.assertj.core.groups.Tuple.tuple(new Segment(0x10000), 0));
    }

    @Test
    void functionsKnownFromDirectoriesOnlyAreSaidToBe() throws Exception {
        assertThat(console().diagnostics())
                .containsExactly(Diagnostic.of(
                        "SOURCE_PARTIAL",
                        "0000:00:14.0",
                        "Of 4 functions only the address is known, because another device is below; its element is not in"
                                + " the file"));
        Topology topology = Enumerator.enumerate(console(), Feedback.NONE);
        PciFunction above =
                topology.function(FunctionAddress.of("10000:00:02.0")).orElseThrow();
        assertThat(above.role()).isEqualTo(Role.UNKNOWN_BRIDGE);
        assertThat(above.identity().vendor()).isEmpty();
    }

    @Test
    void virtualFunctionsAreCountedInTheOrderOfTheirLinks() throws Exception {
        OsFacts.SrIovAttributes pf = function(console(), "0000:3b:00.1").os().sriov();
        assertThat(pf.totalVfs()).hasValue(63);
        assertThat(pf.numVfs()).hasValue(2);
        assertThat(pf.offset()).isEmpty();
        assertThat(pf.virtualFunctions())
                .isEqualTo(Map.of(
                        0, FunctionAddress.of("0000:3b:10.1"),
                        1, FunctionAddress.of("0000:3b:10.3")));
        Topology topology = Enumerator.enumerate(console(), Feedback.NONE);
        PciFunction vf = topology.function(FunctionAddress.of("0000:3b:10.3")).orElseThrow();
        assertThat(vf.virtual().orElseThrow().index()).isEqualTo(1);
        assertThat(vf.virtual().orElseThrow().physicalFunction()).isEqualTo(FunctionAddress.of("0000:3b:00.1"));
    }

    @Test
    void anElementWithoutAddressesSaysNothingAboutHowManyAreEnabled() throws Exception {
        OsFacts.SrIovAttributes pf = function(
                        only(pci(3, 0, 0, "<capability type='virt_functions' maxCount='16'/>")), "03:00.0")
                .os()
                .sriov();
        assertThat(pf.totalVfs()).hasValue(16);
        assertThat(pf.numVfs()).isEmpty();
    }

    @Test
    void aGroupIsKnownOfAllItsMembers() throws Exception {
        HostSnapshot host = console();
        assertThat(function(host, "0000:3b:00.1").os().place().iommuGroup()).hasValue(31);
        assertThat(function(host, "0000:3b:10.3").os().place().iommuGroup())
                .as("has no element of its own")
                .hasValue(31);
        assertThat(function(host, "0000:3a:00.0").os().place().iommuGroup()).isEmpty();
    }

    @Test
    void linksHaveSpeedsInGigatransfers() throws Exception {
        OsFacts nic = function(console(), "0000:3b:00.1").os();
        assertThat(nic.link())
                .hasValue(new OsFacts.LinkAttributes(
                        Optional.of("2.5 GT/s"), Optional.of("4"), Optional.of("8 GT/s"), Optional.of("8")));
        Topology topology = Enumerator.enumerate(console(), Feedback.NONE);
        var link = topology.function(FunctionAddress.of("0000:3b:00.1"))
                .orElseThrow()
                .express()
                .link()
                .orElseThrow();
        assertThat(link.speed()).hasValue(new LinkSpeed(1));
        assertThat(link.maxSpeed()).hasValue(new LinkSpeed(3));
        assertThat(link.width()).hasValue(4);
        assertThat(topology.function(FunctionAddress.of("0000:3a:00.0"))
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.ROOT_PORT);
        assertThat(topology.function(FunctionAddress.of("0000:3b:10.3"))
                        .orElseThrow()
                        .express()
                        .link())
                .as("a VF has width 0, which is no link")
                .isEmpty();
    }

    @Test
    void theLayoutOfTheHeaderIsToldOfBridgesOnly() throws Exception {
        assertThat(function(console(), "0000:3a:00.0").listing().layout()).hasValue(1);
        assertThat(function(console(), "0000:3b:00.1").listing().layout()).isEmpty();
        HostSnapshot laptop = only(pci(3, 6, 0, "<capability type='cardbus-bridge'/>"));
        assertThat(function(laptop, "03:06.0").listing().layout()).hasValue(2);
    }

    @Test
    void otherDevicesAreGivenToTheFunctionTheyStandOn() throws Exception {
        HostSnapshot host = console();
        assertThat(function(host, "0000:3b:00.1").os().devices())
                .containsExactly(new OsFacts.OsDevice("net", "ens1f1"));
        assertThat(function(host, "0000:00:02.0").os().devices())
                .containsExactly(new OsFacts.OsDevice("drm", "renderD128"));
        assertThat(function(host, "0000:00:17.0").os().devices()).containsExactly(new OsFacts.OsDevice("block", "sda"));
        assertThat(host.functions().stream().flatMap(f -> f.os().devices().stream()))
                .as("virbr0 and the USB device are on no function")
                .hasSize(3);
    }

    /** Before version 0.9 there were no directories, and names could be those of hal. */
    @Test
    void withoutDirectoriesTheNamesOfParentsTell() throws Exception {
        HostSnapshot host = only("<device><name>pci_8086_27c5</name><parent>computer</parent><capability type='pci'>"
                + "<domain>0</domain><bus>0</bus><slot>31</slot><function>2</function>"
                + "<product id='0x27c5'/><vendor id='0x8086'/></capability></device>"
                + "<device><name>pci_8086_27c5_scsi_host</name><parent>pci_8086_27c5</parent>"
                + "<capability type='scsi_host'><host>0</host></capability></device>"
                + "<device><name>storage_serial_1</name><parent>pci_8086_27c5_scsi_host</parent>"
                + "<capability type='storage'><block>/dev/sdj</block></capability></device>"
                + "<device><name>x</name><parent>pci_0000_00_1c_4</parent><capability type='pci'>"
                + "<domain>0</domain><bus>2</bus><slot>0</slot><function>0</function></capability></device>");
        assertThat(function(host, "00:1f.2").os().place().parent()).hasValue(OsFacts.Parent.ROOT);
        assertThat(function(host, "00:1f.2").os().devices()).containsExactly(new OsFacts.OsDevice("block", "sdj"));
        assertThat(function(host, "02:00.0").os().place().parent())
                .hasValue(new OsFacts.Parent(Optional.of(FunctionAddress.of("00:1c.4"))));
        assertThat(host.functions()).hasSize(3);
    }

    @Test
    void aDamagedDeviceIsLeftOutAndTheRestIsRead() throws Exception {
        HostSnapshot host = only(pci(1, 0, 0, "") + "<device>\n<name>b</nam>\n</device>\n" + pci(2, 0, 0, ""));
        assertThat(host.functions()).hasSize(2);
        assertThat(host.diagnostics())
                .containsExactly(Diagnostic.of(
                        "XML_BROKEN",
                        "The device that begins in line 2 is no well-formed XML from line 3 on and is left out"));
    }

    @Test
    void aFileCutInTheMiddleGivesWhatStandsBefore() throws Exception {
        HostSnapshot host = only(pci(1, 0, 0, "") + pci(2, 0, 0, "").substring(0, 60));
        assertThat(host.functions()).hasSize(1);
        assertThat(host.diagnostics())
                .extracting(Diagnostic::text)
                .containsExactly("The device that begins in line 2 breaks off in line 2 and is left out");
    }

    @Test
    void devicesPrintedTwiceAreOneHostAndContradictingOnesAreTwo() throws Exception {
        assertThat(only(pci(1, 0, 0, "") + pci(1, 0, 0, "") + pci(2, 0, 0, "")).functions())
                .hasSize(2);
        List<HostSnapshot> two = Texts.read(
                new LibvirtReader(),
                pci(0, 0, 0, "")
                        + pci(1, 0, 0, "<numa node='0'/>")
                        + pci(0, 0, 0, "")
                        + pci(1, 0, 0, "<numa node='1'/>")
                        + pci(2, 0, 0, ""));
        assertThat(two).extracting(h -> h.functions().size()).containsExactly(2, 3);
    }

    @Test
    void nothingUsableIsSaidInASentence() {
        assertThatThrownBy(() ->
                        Texts.read(new LibvirtReader(), "<device><name>net_lo</name><capability type='net'/></device>"))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("given has node devices of libvirt, but none on PCI; add those that"
                        + " `virsh nodedev-list --cap pci` names.");
        assertThatThrownBy(() -> Texts.read(new LibvirtReader(), "<device>\n<name>pci"))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(
                        "given has a node device of libvirt that breaks off in line 2, and no PCI function besides.");
    }

    @Test
    void numbersOutOfRangeMakeNoAddress() throws Exception {
        HostSnapshot host = only(pci(1, 0, 0, "") + pci(256, 0, 0, "") + pci(1, 32, 0, "") + pci(1, 0, 8, ""));
        assertThat(host.functions()).hasSize(1);
        assertThat(host.diagnostics())
                .extracting(Diagnostic::text)
                .containsExactly("3 PCI devices without a readable address are left out");
    }
}
