package ridscope.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.text.Diagnostic;

class BootLogTest {

    private static final String WINDOW = "pci_bus 0000:40: root bus resource [bus 40-7f]";

    /** How the same message looks in what people paste. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[    2.633770] ",
                "[  +0.000012] ",
                "[Nov24 13:35] ",
                "[Tue Nov 24 13:35:00 2026] ",
                "<6>[    2.633770] ",
                "kern  :info  : [    2.633770] ",
                "kern  :info  : [Tue Nov 24 13:35:00 2026] ",
                "2026-11-24T13:35:00,123456+01:00 ",
                "Nov 24 13:35:00 db7 kernel: ",
                "Nov 24 13:35:00.123456 db7 kernel: ",
                "Nov 24 13:35:00 db7 kernel: [    2.633770] ",
                "2026-11-24T13:35:00+0100 db7 kernel: ",
                "2026-11-24T13:35:00.123456+01:00 db7 kernel: [    2.633770] ",
                "Tue 2026-11-24 13:35:00 CET db7 kernel: ",
                "[    2.633770] db7 kernel: ",
                "> [    2.633770] ",
                "> > Nov 24 13:35:00 db7 kernel: ",
                "",
            })
    void aKernelLineIsKnownInEachForm(String prefix) {
        assertThat(BootLogReader.isKernelLine(prefix + WINDOW)).isTrue();
        BootLogReader mixed = new BootLogReader();
        mixed.mixed("not a line of a log, but about PCI");
        mixed.mixed(prefix + WINDOW + "\r");
        assertThat(mixed.read().rootBuses())
                .extracting(RootBus::toString)
                .containsExactly("RootBus[segment=0000, bus=64, end=OptionalInt[127], numaNode=OptionalInt.empty]");
        assertThat(mixed.read().lines()).containsExactly((prefix + WINDOW).replaceFirst("^[> ]+", ""));
        assertThat(BootLog.parse(List.of(prefix + WINDOW + "\r"))).isEqualTo(mixed.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00:00.0 Host bridge: Intel Corporation 440FX (rev 02)",
                "0000:00:00.0 0600: 8086:1237",
                "\tKernel driver in use: pcieport",
                "00: 86 80 c0 29 03 01 00 00",
                "[1b36:0008] is the device",
                "# dmesg | grep pci",
                "## [Logs](pci.md) of the kernel",
                "the kernel: it says pci",
            })
    void whatIsNoLogIsNotTakenForOne(String line) {
        assertThat(BootLogReader.isKernelLine(line)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pci_bus 0000:00: root bus resource [bus 00-fe]                     | 0 | 254",
                "pci_bus 0000:ff: root bus resource [bus ff]                        | 255 | 255",
                "ACPI: PCI Root Bridge [PC01] (domain 0000 [bus 16-63])             | 22 | 99",
                "ACPI: PCI Root Bridge [UNC0] (domain 0000 [bus 7f])                | 127 | 127",
                "ACPI: PCI Root Bridge [PCI0] (0000:00)                             | 0 | -1",
                "PCI host bridge to bus 0000:03                                     | 3 | -1",
                "pci-host-generic 4010000000.pcie: PCI host bridge to bus 0000:00   | 0 | -1",
                "pci_bus 0000:20: No busn resource found for root bus, will use [bus 20-ff] | 32 | 255",
                "pci_bus 0000:20: on NUMA node 1                                    | 32 | -1",
            })
    void rootBusesAreNamedInManyWays(String line, int bus, int end) {
        assertThat(BootLog.parse(List.of("[    1.0] " + line)).rootBuses())
                .extracting(RootBus::bus, r -> r.end().orElse(-1))
                .containsExactly(tuple(bus, end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pci_bus 0000:02: busn_res: [bus 02-ff] end is updated to 02",
                "pci_bus 0000:00: root bus resource [mem 0x10000000-0x3efeffff]",
                "pci_bus 0000:00: root bus resource [bus 01-ff]",
                "PCI: MMCONFIG for domain 0000 [bus 00-ff] at [mem 0xb0000000-0xbfffffff]",
                "pci_bus 0000:00: Unknown NUMA node; performance will be reduced",
            })
    void otherLinesNameNone(String line) {
        assertThat(BootLog.parse(List.of(line)).rootBuses()).isEmpty();
    }

    @Test
    void whatTheBusSaysCountsBeforeWhatFirmwareSaid() {
        BootLog log = BootLog.parse(List.of(
                "[    1.1] pci-host-generic 4010000000.pcie: ECAM at [mem 0x4010000000-0x401fffffff] for [bus 00-3f]",
                "[    1.2] pci-host-generic 4010000000.pcie: PCI host bridge to bus 0001:00",
                "[    1.3] ACPI: PCI Root Bridge [PCI0] (domain 0000 [bus 00-ff])",
                "[    1.4] pci_bus 0000:00: root bus resource [bus 00-7f]",
                "[    1.5] pci_bus 0000:00: on NUMA node 1 (pxm 3)",
                "[    1.6] pci_bus 0002:00: No busn resource found for root bus, will use [bus 00-ff]",
                "[    1.7] pci_bus 0002:01: busn_res: [bus 01-ff] end is updated to 01",
                "[    1.8] pci_bus 0002:00: busn_res: [bus 00-ff] end is updated to 04",
                "[    1.9] pci_bus 10000:e0: root bus resource [bus e0-ff]"));
        assertThat(log.rootBuses())
                .extracting(r -> r.segment() + ":" + r.bus() + "-" + r.end().orElse(-1) + "@"
                        + r.numaNode().orElse(-1))
                .containsExactly("0000:0-127@1", "0001:0-63@-1", "0002:0-4@-1", "10000:224-255@-1");
    }

    @Test
    void ofSeveralBootsTheLastThatSpeaksOfPciCounts() {
        List<String> journal = List.of(
                "-- Boot 0123456789abcdef0123456789abcdef --",
                "Nov 23 09:00:00 db7 kernel: Linux version 6.1.0 (build@host) #1",
                "Nov 23 09:00:01 db7 kernel: pci_bus 0000:00: root bus resource [bus 00-3f]",
                "-- Boot 1123456789abcdef0123456789abcdef --",
                "Nov 24 09:00:00 db7 kernel: Linux version 6.12.0 (build@host) #1",
                "Nov 24 09:00:01 db7 kernel: pci_bus 0000:00: root bus resource [bus 00-7f]",
                "-- Boot 2123456789abcdef0123456789abcdef --",
                "Nov 25 09:00:00 db7 kernel: Linux version 6.13.0 (build@host) #1",
                "Nov 25 09:00:00 db7 systemd[1]: Started.");
        BootLog log = BootLog.parse(journal);
        assertThat(log.boots()).isEqualTo(3);
        assertThat(log.kernel()).hasValue("6.12.0");
        assertThat(log.rootBuses()).extracting(r -> r.end().getAsInt()).containsExactly(0x7f);
        assertThat(ids(log.attach(host().build()))).containsExactly("BOOT_LOG_BOOTS");
        assertThat(log.attach(host().build()).provenance().kernel()).hasValue("6.12.0");
    }

    @Test
    void dmesgAndSyslogOfSeveralBootsAreToldApartByTheKernelsFirstLine() {
        BootLog log = BootLog.parse(List.of(
                "[    0.000000] Linux version 6.1.0-56-amd64 (x)",
                "[    1.000000] pci 0000:00:01.0: one",
                "[    0.000000] Linux version 6.1.0-57-amd64 (x)",
                "[    1.000000] pci 0000:00:01.0: two"));
        assertThat(log.lines()).containsExactly("[    1.000000] pci 0000:00:01.0: two");
        assertThat(log.boots()).isEqualTo(2);
        assertThat(BootLog.parse(List.of("x", "pci", "-- Reboot --", "", "-- Reboot --", "pci 2")))
                .isEqualTo(new BootLog(List.of("pci 2"), Optional.empty(), 2, 0));
    }

    @Test
    void onlyLinesAboutPciAreKeptAndAbsurdOnesNot() {
        BootLog log = BootLog.parse(List.of(
                "[    0.1] Command line: quiet",
                "[    0.2] DMAR: IOMMU enabled",
                "[    0.3] nvme 10000:01:00.0: hello",
                "[    0.4] pci " + "x".repeat(10_000_000)));
        assertThat(log.lines()).containsExactly("[    0.2] DMAR: IOMMU enabled", "[    0.3] nvme 10000:01:00.0: hello");
        assertThat(log.left()).isOne();
        assertThat(ids(log.attach(host().build()))).containsExactly("BOOT_LOG_CUT");
    }

    @Test
    void aLogOfAnotherHostIsSaid() {
        BootLog same = BootLog.parse(List.of(
                "pci 0000:00:01.0: [8086:0001] type 01 class 0x060400",
                "pci 0000:01:00.0: [8086:1592] type 00 class 0"));
        BootLog other = BootLog.parse(List.of(
                "pci 0000:00:01.0: [8086:0001] type 01 class 0x060400",
                "pci 0000:01:00.0: [15b3:101d] type 00 class 0x020000",
                "pci 0000:02:00.0: [15b3:101d] type 00 class 0x020000"));
        assertThat(ids(same.attach(host().build()))).isEmpty();
        HostSnapshot attached = other.attach(host().build());
        assertThat(ids(attached)).containsExactly("BOOT_LOG_FOREIGN");
        assertThat(ids(same.attach(attached))).isEmpty();
        assertThat(BootLog.NONE.attach(attached)).isEqualTo(attached);
    }

    @Test
    void anyTextIsReadWithoutHarm() {
        Random random = new Random(7);
        String[] words = {
            "pci_bus ",
            "0000:",
            "10000:e0",
            ": root bus resource ",
            "[bus ",
            "ff-",
            "]",
            "PCI Root Bridge [",
            "-- Boot ",
            "(domain ",
            "Linux version ",
            "ECAM at ",
            " for [bus 00-ff]",
            "\0",
            "kernel: ",
            "\u20ac",
            "end is updated to "
        };
        for (int round = 0; round < 2_000; round++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                StringBuilder line = new StringBuilder();
                for (int w = 0; w < 8; w++) {
                    line.append(words[random.nextInt(words.length)]);
                }
                lines.add(line.toString());
            }
            assertThat(BootLog.parse(lines).rootBuses()).allMatch(r -> r.bus() <= 0xff && inRange(r.end()));
        }
    }

    private static boolean inRange(OptionalInt end) {
        return end.isEmpty() || end.getAsInt() >= 0 && end.getAsInt() <= 0xff;
    }

    private static HostBuilder host() {
        return new HostBuilder()
                .function("00:01.0", ConfigBuilder.bridge(0x8086, 1, 0, 1, 2))
                .function("01:00.0", ConfigBuilder.device(0x8086, 0x1592, 0x020000))
                .function("02:00.0", ConfigBuilder.device(0x8086, 0x1593, 0x020000));
    }

    private static List<String> ids(HostSnapshot host) {
        return host.diagnostics().stream().map(Diagnostic::id).toList();
    }
}
