package ridscope.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.enumerate.Enumerator;
import ridscope.file.MemoryTree;
import ridscope.host.BootLog;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.RootBus;
import ridscope.job.Feedback;
import ridscope.testing.ConfigBuilder;
import ridscope.text.Diagnostic;

/** The collections that support engineers get, made up: what is in them about one host is put together. */
class ReportsTest {

    private static final String REPORT = "sosreport-db7-2026-11-24-abcdefg/";
    private static final String CARD = "sys/devices/pci0000:00/0000:00:01.0/0000:01:00.0/";
    private static final String LOG = """
            [    0.000000] Linux version 5.14.0-503.el9.x86_64 (mockbuild@x) #1 SMP
            [    1.000000] pci_bus 0000:00: root bus resource [bus 00-7f]
            [    1.100000] pci 0000:00:01.0: bridge window [mem size 0x00100000]: failed to assign
            [    2.000000] usb 1-1: new high-speed USB device
            """;

    @TempDir
    Path folder;

    /** Root port and NIC, the way lspci prints them. */
    private static String listing() {
        return "00:01.0 PCI bridge [0604]: Intel Corporation Example Root Port [8086:352a] (rev 04) (prog-if 00 [Normal decode])\n"
                + "\tPhysical Slot: 5\n"
                + rows(ConfigBuilder.bridge(0x8086, 0x352a, 0, 1, 1).build().toBytes())
                + "\n01:00.0 Ethernet controller [0200]: Intel Corporation Example NIC [8086:1592]\n"
                + "\tSubsystem: Intel Corporation Example Board [8086:0002]\n"
                + "\tKernel driver in use: ice\n"
                + rows(ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000)
                        .srIov(64, 256, 1, 0x1889)
                        .build()
                        .toBytes())
                + "\n";
    }

    private static String rows(byte[] bytes) {
        StringBuilder rows = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 16) {
            rows.append(String.format("%02x: ", at))
                    .append(HexFormat.ofDelimiter(" ").formatHex(bytes, at, at + 16))
                    .append('\n');
        }
        return rows.toString();
    }

    private static MemoryTree sosreport() {
        return new MemoryTree()
                .file(REPORT + "sos_commands/host/hostname", "db7.example.org\n")
                .file(
                        REPORT + "sos_commands/kernel/uname_-a",
                        "Linux db7 5.14.0-503.el9.x86_64 #1 SMP x86_64 GNU/Linux\n")
                .file(REPORT + "sos_commands/kernel/dmesg", LOG)
                .file(
                        REPORT + "sos_commands/logs/journalctl_--no-pager_--boot_-1",
                        "Nov 23 kernel: pci_bus 0000:00: x\n")
                .file(REPORT + "sos_commands/pci/lspci_-nnvv", listing())
                .file(REPORT + "sos_commands/pci/lspci_-tv", "-[0000:00]---01.0-[01]----00.0  Intel\n")
                .link(REPORT + "lspci", "sos_commands/pci/lspci_-nnvv")
                .file(REPORT + "etc/passwd", "root:x:0:0\n")
                .file(REPORT + "sys/module/ice/parameters/debug", "0\n");
    }

    @Test
    void aSosreportWithoutSysfsIsItsListing() throws Exception {
        HostSnapshot host = only(TreeHosts.of(sosreport()));
        assertThat(host.provenance().kind()).isEqualTo("lspci-hex");
        assertThat(host.provenance().host()).hasValue("db7.example.org");
        assertThat(host.provenance().kernel()).hasValue("5.14.0-503.el9.x86_64");
        assertThat(host.functions()).hasSize(2);
        assertThat(BootLog.parse(host.bootLog()).rootBuses())
                .extracting(r -> r.end().getAsInt())
                .containsExactly(0x7f);
        assertThat(Enumerator.enumerate(host, Feedback.NONE).logNotes()).hasSize(1);
        assertThat(Enumerator.enumerate(host, Feedback.NONE).hostBridges())
                .extracting(b -> b.buses() + " " + b.endAssumed())
                .containsExactly("[00-7f] false");
    }

    @Test
    void whatSysfsDoesNotHaveComesFromTheListing() throws Exception {
        MemoryTree report = sosreport();
        for (String attribute : List.of("vendor=0x8086", "device=0x1592", "class=0x020000", "numa_node=1")) {
            report.file(
                    REPORT + CARD + attribute.substring(0, attribute.indexOf('=')),
                    attribute.substring(attribute.indexOf('=') + 1));
        }
        report.link(REPORT + CARD + "driver", "../../../../bus/pci/drivers/vfio-pci");
        HostSnapshot host = only(TreeHosts.of(report));
        assertThat(host.provenance().kind()).isEqualTo("sysfs");
        assertThat(host.provenance().privileged()).hasValue(true);
        assertThat(host.rootBuses()).extracting(RootBus::bus).containsExactly(0);
        FunctionRecord card = host.functions().get(1);
        assertThat(card.config().length()).isEqualTo(4096);
        assertThat(card.os().driver()).as("sysfs is believed").hasValue("vfio-pci");
        assertThat(card.os().place().numaNode()).hasValue(1);
        assertThat(card.os().place().parent().orElseThrow().bridge()).isPresent();
        assertThat(card.os().names().device()).hasValue("Intel Corporation Example NIC");
        assertThat(host.functions().get(0).os().place().slot()).hasValue("5");
        assertThat(Enumerator.enumerate(host, Feedback.NONE).functions().stream()
                        .filter(f -> f.physicalFunction()))
                .hasSize(1);
    }

    @Test
    void aListingOfAnotherHostIsNotMixedIn() throws Exception {
        MemoryTree report = sosreport()
                .file(REPORT + CARD + "vendor", "0x15b3")
                .file(REPORT + CARD + "device", "0x101d")
                .file(REPORT + "sys/devices/pci0000:00/0000:00:01.0/vendor", "0x1022");
        HostSnapshot host = only(TreeHosts.of(report));
        assertThat(host.functions()).allMatch(f -> f.config().length() == 0);
        assertThat(host.diagnostics()).extracting(Diagnostic::id).containsExactly("SOURCE_IGNORED");
    }

    @Test
    void aSupportconfigIsTheListingsInItsSections() throws Exception {
        String hardware = """
                =============================================================================
                                     Support Utilities - Supportconfig
                =============================================================================

                #==[ Command ]======================================#
                # /sbin/hwinfo --short
                00:1f.0 this is not a listing

                #==[ Command ]======================================#
                # /sbin/lspci -nnvvxxxx
                """ + listing() + """

                #==[ Command ]======================================#
                # /usr/bin/lsusb
                00:1e.0 this neither
                """;
        MemoryTree tree = new MemoryTree()
                .file("scc_db8_261124_1335/hardware.txt", hardware)
                .file(
                        "scc_db8_261124_1335/boot.txt",
                        "#==[ Command ]======================================#\n# /bin/dmesg\n" + LOG)
                .file(
                        "scc_db8_261124_1335/basic-environment.txt",
                        "#==[ Command ]====#\n# /bin/uname -a\nLinux db8 5.14.21-150500-default #1 SMP x86_64 GNU/Linux\n");
        HostSnapshot host = only(TreeHosts.of(tree));
        assertThat(host.provenance().host()).hasValue("db8");
        assertThat(host.provenance().kernel()).hasValue("5.14.21-150500-default");
        assertThat(host.functions()).hasSize(2).allMatch(f -> f.config().length() >= 256);
        assertThat(host.bootLog()).hasSize(2);
    }

    @Test
    void aSupportconfigKeepsListingsInOtherFilesToo() throws Exception {
        String mark = "#==[ Command ]======================================#\n";
        String plugin = mark + "# /usr/bin/date\nTue\n\n" + mark + "# /sbin/lspci -nnvvxxxx\n" + listing();
        MemoryTree tree = new MemoryTree()
                .file("scc_db8/plugin-cards.txt", plugin)
                .file("scc_db8/sysfs.txt", mark + "# /bin/ls\n00:1e.0 Host bridge: this is no listing\n")
                .file("scc_db8/basic-environment.txt", mark + "# /bin/uname -a\nLinux db8 5.14.21 #1 SMP\n");
        HostSnapshot host = only(TreeHosts.of(tree));
        assertThat(host.provenance().host()).hasValue("db8");
        assertThat(host.functions()).hasSize(2);
        assertThat(host.functions().get(0).os().place().slot()).hasValue("5");
    }

    @Test
    void filesSideBySideAreHostsOfTheirOwn() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("dumps/db1.txt", listing())
                .file("dumps/db2.txt", listing())
                .file("dumps/dmesg.txt", LOG)
                .file("other/db3.txt", listing())
                .file("other/dmesg.txt", LOG);
        List<HostSnapshot> hosts = TreeHosts.of(tree);
        assertThat(hosts)
                .extracting(h -> h.provenance().host().orElse("?"))
                .containsExactly("dumps/db1.txt", "dumps/db2.txt", "other/db3.txt");
        assertThat(hosts).extracting(h -> h.bootLog().size()).containsExactly(0, 0, 2);
    }

    @Test
    void anUnpackedReportIsTheReport() throws Exception {
        Path commands = Files.createDirectories(folder.resolve(REPORT + "sos_commands/pci"));
        Files.writeString(commands.resolve("lspci_-nnvv"), listing());
        Files.createDirectories(folder.resolve(REPORT + "sos_commands/kernel"));
        Files.writeString(folder.resolve(REPORT + "sos_commands/kernel/dmesg"), LOG);
        Opened opened = new SnapshotOpener().open(new Source.OnDisk(folder), Feedback.NONE);
        assertThat(opened.hosts()).hasSize(1);
        assertThat(opened.hosts().get(0).functions()).hasSize(2);
        assertThat(opened.hosts().get(0).bootLog()).hasSize(2);
    }

    @Test
    void aLogPastedWithADumpIsItsBootLog() throws Exception {
        for (String text :
                List.of(LOG + listing(), listing() + "\n$ dmesg | grep pci\n" + LOG, quoted(LOG + listing()))) {
            HostSnapshot host = only(open(text));
            assertThat(host.bootLog()).hasSize(2).allMatch(line -> line.startsWith("[    1."));
            assertThat(host.provenance().kernel()).hasValue("5.14.0-503.el9.x86_64");
            assertThat(host.functions()).isEqualTo(only(open(listing())).functions());
        }
    }

    @Test
    void aLogAloneIsCalledThat() {
        assertThatThrownBy(() -> open(LOG))
                .hasMessage("content is a boot log: open it together with a dump of the same host, as in"
                        + " `ridscope show DUMP --boot-log LOG`.");
        assertThatThrownBy(() -> open("one line of a log\n[    1.0] pci 0000:00:01.0: x\n"))
                .hasMessageContaining("nothing RIDscope can read");
    }

    private static String quoted(String text) {
        return text.lines().map(line -> "> " + line + "\r\n").reduce("", String::concat);
    }

    private static List<HostSnapshot> open(String text) throws SnapshotException {
        Source source = new Source.Bytes("content", text.getBytes(StandardCharsets.UTF_8));
        return new SnapshotOpener().open(source, Feedback.NONE).hosts();
    }

    private static HostSnapshot only(List<HostSnapshot> hosts) {
        assertThat(hosts).hasSize(1);
        return hosts.get(0);
    }

    @Test
    void placesOfNameAndKernel() {
        Surroundings hwloc = new Surroundings(new MemoryTree()
                .file("proc/hwloc-nofile-info", "OSName: Linux\nHostName: db9\nOSRelease: 4.9.0-3-amd64\n"));
        assertThat(hwloc.host()).hasValue("db9");
        assertThat(hwloc.kernel()).hasValue("4.9.0-3-amd64");
        Surroundings copied = new Surroundings(new MemoryTree()
                .file("etc/hostname", "\n")
                .file("hostname", "db10\0\0")
                .file("proc/version", "Linux version 6.1.0-56-amd64 (debian-kernel@lists) #1"));
        assertThat(copied.host()).hasValue("db10");
        assertThat(copied.kernel()).hasValue("6.1.0-56-amd64");
        assertThat(new Surroundings(new MemoryTree()).host()).isEmpty();
    }
}
