package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rules.Rules;
import ridscope.source.Fixtures;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

/** What {@code check} prints of sources of all kinds: numbers that agree with their nouns, and nothing too long to read. */
class CheckWordsTest {

    private static final List<Pattern> ODD = List.of(
            Pattern.compile(
                    "(?<![\\d,.:-])1 (possible |enabled )?"
                            + "(VFs|SDIs|functions|buses|bus numbers|rules|bridges|ports|PFs|Routing IDs|IOMMU groups|groups|errors)\\b"),
            Pattern.compile("(?<![\\d,.:-])0 (are|is) to"),
            Pattern.compile("\\b([\\d,]+) of the \\1 "),
            Pattern.compile("\\w\\(s\\)"),
            Pattern.compile("\\.\\. |  - $|\\bnull\\b|Optional"));

    /** A root port and two PFs, one with a VF, as {@code virsh nodedev-dumpxml} prints them. */
    private static final String LIBVIRT = """
            <nodedevs>
            %s%s%s%s</nodedevs>
            """.formatted(
                    device("00", "01.0", "0x060400", "", "<capability type='pci-bridge'/>", ""),
                    device("01", "00.0", "0x020000", "0000:00:01.0/", vf("virt_functions", "10"), group()),
                    device("01", "00.1", "0x020000", "0000:00:01.0/", "", group()),
                    device("01", "10.0", "0x020000", "0000:00:01.0/", vf("phys_function", "00"), ""));

    private static String device(String bus, String place, String type, String above, String capability, String group) {
        String slot = place.substring(0, 2);
        return """
                <device>
                  <name>pci_0000_%s_%s_%s</name>
                  <path>/sys/devices/pci0000:00/%s0000:%s:%s</path>
                  <capability type='pci'>
                    <class>%s</class>
                    <domain>0</domain><bus>%d</bus><slot>%d</slot><function>%s</function>
                    <product id='0x10c9'>82576</product><vendor id='0x8086'>Intel Corporation</vendor>
                    %s%s
                  </capability>
                </device>
                """.formatted(
                        bus,
                        slot,
                        place.substring(3),
                        above,
                        bus,
                        place,
                        type,
                        Integer.parseInt(bus, 16),
                        Integer.parseInt(slot, 16),
                        place.substring(3),
                        capability,
                        group);
    }

    private static String vf(String type, String slot) {
        return "<capability type='" + type + "'><address domain='0x0000' bus='0x01' slot='0x" + slot
                + "' function='0x0'/></capability>";
    }

    private static String group() {
        return "<iommuGroup number='2'><address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>"
                + "<address domain='0x0000' bus='0x01' slot='0x00' function='0x1'/></iommuGroup>";
    }

    private static List<Topology> hosts(Path file) throws Exception {
        return new SnapshotOpener()
                .open(new Source.OnDisk(file), Feedback.NONE).hosts().stream()
                        .map(CheckWordsTest::topology)
                        .toList();
    }

    private static Topology topology(HostSnapshot host) {
        return Enumerator.enumerate(host, Feedback.NONE);
    }

    private static String check(Topology host, boolean unchecked) throws Exception {
        StringBuilder out = new StringBuilder();
        FindingsText.write(Rules.check(host), host, unchecked, Glyphs.UNICODE, out);
        return out.toString();
    }

    private static void reads(Path file) throws Exception {
        for (Topology host : hosts(file)) {
            String text = check(host, false);
            for (Pattern odd : ODD) {
                assertThat(text.replaceAll("\\s+", " ")).doesNotContainPattern(odd);
            }
            String lacks = text.substring(Math.max(0, text.indexOf("What the snapshot lacks")));
            assertThat(lacks.lines().takeWhile(l -> !l.isBlank()).count()).isLessThan(14);
        }
    }

    static Stream<String> samples() {
        return SampleCorpus.names().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void ofSamples(String sample) throws Exception {
        reads(SampleCorpus.capture(sample));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qemu/m-siov/sysfs.tar.gz",
                "qemu/i-arm64/sysfs.tar.gz",
                "qemu/f-pxb/sysfs.tar.gz",
                "real/hex/derived__eudev-t60.vvvxxxx.txt",
                "real/hex/pciutils__cap-dvsec-cxl.txt",
                "real/hex/pciutils__tree-asus-p6t6.txt",
                "real/sysfs/nfd__testdata.tar.gz",
                "real/sysfs/hwloc__2pa-pcidomain32bits.tar.bz2",
                "real/text/z510__lspci_vvv.txt",
                "real/text/zbook-g5__lspci.txt",
                "real/text/nixos__minisforum-um790-pro.md"
            })
    void ofCaptures(String file) throws Exception {
        reads(Fixtures.path(file));
    }

    @Test
    void ofLibvirt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("nodes.xml");
        Files.writeString(file, LIBVIRT, StandardCharsets.UTF_8);

        reads(file);
        // Groups are told, the registers that would say why are not.
        assertThat(check(hosts(file).get(0), false))
                .contains("INFO GROUP_SHARED: IOMMU group 2 holds 2 functions")
                .contains("The registers that would tell why are not in\n    the snapshot.")
                .contains("Advice: They are functions of one device");
    }

    /** A plain listing lacks nearly everything: counted by what is missing and by topic, named when asked for. */
    @Test
    void whatAPlainListingLacksIsCounted() throws Exception {
        Topology host = hosts(Fixtures.path("real/text/zbook-g5__lspci.txt")).get(0);

        assertThat(check(host, false)).contains("""

                What the snapshot lacks (unknown is not absent):
                  not checked, configuration space was not read (34 functions): 14 rules on bridges and buses, 6 on
                  configuration space, 16 on SR-IOV and SIOV, 5 on ARI, 6 on isolation and links
                  not checked, the source does not tell which port is above (13 functions): ARI_REQUIRED_FUNCTION, GROUP_SHARED
                  not checked, the snapshot has no word on which functions are VFs (22 functions): VF_ORPHAN
                  not checked, the snapshot has no IOMMU groups of the kernel (34 functions): GROUP_UNEXPECTED
                  To know more: Capture the host again with root rights: sudo ridscope capture, or sudo lspci -D -nn -vv -xxxx.
                  --unchecked names the rules, --json tells the reason of each.
                """);
        assertThat(check(host, true))
                .contains("not read (34 functions): BUS_OVERLAP, RANGE_OUTSIDE_PARENT,", "LINK_LIMITED_BY_PARTNER\n")
                .doesNotContain("--unchecked");
    }
}
