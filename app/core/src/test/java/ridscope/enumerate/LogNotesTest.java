package ridscope.enumerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.PortType;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.text.Diagnostic;
import ridscope.topology.LogNote;
import ridscope.topology.Topology;

/** Messages that the kernel really writes, and what they light up. */
class LogNotesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pci 0000:00:01.0: can't enable 8 VFs (bus 03 out of range of [bus 01]) | error VF_BEYOND_SUBORDINATE 00:01.0",
                "pci 0000:01:00.0: can't enable 512 VFs (bus 100 out of range of [bus fe-ff]) | error RID_OVERFLOW 01:00.0",
                "pci_bus 0000:02: busn_res: can not insert [bus 02] under [bus 01] (conflicts with (null) [bus 01]) | error BUS_OVERLAP 00:02.0",
                "pci_bus 0000:02: busn_res: can not insert [bus 43-41] under [bus 40-41] | error BUS_EXHAUSTED 00:02.0",
                "pci_bus 0000:02: busn_res: can not insert [bus 02-ff] under domain [bus 00-ff] (conflicts with (null) [bus 00-3f]) | error ROOT_WINDOW_OVERLAP 00:02.0",
                "pci_bus 0000:02: devices behind bridge are unusable because [bus 02] cannot be assigned for them | error RANGE_OUTSIDE_PARENT 00:02.0",
                "pcieport 0000:00:02.0: bridge has subordinate 02 but max busn 03 | warning RANGE_OUTSIDE_PARENT 00:02.0",
                "pcieport 0000:00:01.0: bridge has subordinate 01 but max busn 03 | warning VF_BEYOND_SUBORDINATE 00:01.0",
                "pci 0000:00:01.0: bridge configuration invalid ([bus 00-00]), reconfiguring | info BRIDGE_UNCONFIGURED 00:01.0",
                "pci 0000:01:00.0: bridge configuration invalid ([bus 01-05]), reconfiguring | error SECONDARY_NOT_ABOVE_PRIMARY 01:00.0",
                "pci 0000:01:00.0: bridge configuration invalid ([bus 09-08]), reconfiguring | error SUBORDINATE_BELOW_SECONDARY 01:00.0",
                "pci 0000:01:00.0: bridge configuration invalid ([bus 0a-0b]), reconfiguring | error PRIMARY_MISMATCH 01:00.0",
                "pci 0000:00:01.0: Primary bus is hard wired to 0 | info PRIMARY_HARDWIRED 00:01.0",
                "pcieport 0000:00:01.0: Hotplug bridge without secondary bus, ignoring | warning BRIDGE_UNCONFIGURED 00:01.0",
                "pcieport 0000:00:01.0: No bus number available for hot-added bridge | error HOTPLUG_NO_SPARE 00:01.0",
                "igb 0000:01:00.0: not enough MMIO resources for SR-IOV | error SRIOV_NO_MMIO 01:00.0",
                "pci 0000:01:00.0: VF BAR 0 [mem size 0x00100000 64bit]: failed to assign | warning SRIOV_NO_MMIO 01:00.0",
                "pci 0000:01:00.0: BAR 0 [mem size 0x00100000]: can't assign; no space | warning - 01:00.0",
                "pci 0000:01:00.0: BAR 7: no space for [mem size 0x00100000 64bit] | warning - 01:00.0",
                "pci 0000:00:01.0: bridge window [io  size 0x1000]: failed to assign | info - 00:01.0",
                "pci 0000:00:01.0: BAR 13: failed to assign [io  size 0x1000] | info - 00:01.0",
                "pci 0000:01:00.0: SDIs active at init, FLR may be needed | warning SIOV_ACTIVE_AT_INIT 01:00.0",
                "pci 0000:01:00.0: unknown header type 7f, ignoring device | warning HEADER_MISMATCH 01:00.0",
                "pci 0000:01:00.0: class 0x060400 doesn't match header type 00; ignoring class | warning HEADER_MISMATCH 01:00.0",
                "pci_bus 0000:02: extended config space not accessible | warning EXT_CONFIG_UNREADABLE 00:02.0",
                "nvme 0000:01:00.0: Unable to change power state from D3cold to D0, device inaccessible | error - 01:00.0",
                "pcieport 0000:00:01.0: AER: Corrected error received: 0000:01:00.0 | warning - 00:01.0 01:00.0",
                "pcieport 0000:00:01.0: AER: Multiple Uncorrected (Fatal) error received: 0000:01:00.0 | error - 00:01.0 01:00.0",
                "nvme 0000:01:00.0: PCIe Bus Error: severity=Corrected, type=Physical Layer, (Receiver ID) | warning - 01:00.0",
                "pcieport 0000:00:01.0: DPC: containment event, status:0x1f01 source:0x0000 | error - 00:01.0",
                "pcieport 0000:00:01.0: EEH: Frozen PHB#0-PE#1 detected | error - 00:01.0",
                "DMAR: [DMA Read] Request device [01:00.0] fault addr 0x0 | error - 01:00.0",
                "AMD-Vi: Event logged [IO_PAGE_FAULT device=0000:01:00.0 domain=0x000a address=0x0] | error - 01:00.0",
                "pci 0000:01:00.0: 31.504 Gb/s available PCIe bandwidth, limited by 8.0 GT/s PCIe x4 link at 0000:00:01.0 (capable of 63.008 Gb/s) | warning - 00:01.0 01:00.0",
                "ixgbe 0000:01:00.0: Enabling SR-IOV VFs using the module parameter is deprecated | info - 01:00.0",
                "igb: probe of 0000:01:00.0 failed with error -2 | error - 01:00.0",
            })
    void messagesThatMatterLightUpWhomTheyName(String message, String expected) {
        List<LogNote> notes = notes("[    2.0] " + message).logNotes();
        assertThat(notes).isNotEmpty().allMatch(n -> n.line().equals("[    2.0] " + message));
        List<String> subjects = new ArrayList<>();
        notes.forEach(n -> subjects.add(n.subject().rid().toString()));
        LogNote first = notes.get(0);
        assertThat(first.level().name().toLowerCase(Locale.ROOT) + " "
                        + first.finding().orElse("-") + " " + String.join(" ", subjects))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pci 0000:01:00.0: [8086:1521] type 00 class 0x020000 PCIe Endpoint",
                "pci 0000:01:00.0: BAR 0 [mem 0xfebd0000-0xfebd3fff 64bit]: assigned",
                "pci 0000:00:01.0: PCI bridge to [bus 01]",
                "pci_bus 0000:02: busn_res: [bus 02-ff] end is updated to 02",
                "pci_bus 0000:00: root bus resource [bus 00-fe]",
                "pcieport 0000:00:01.0: AER: enabled with IRQ 26",
                "pcieport 0000:00:01.0: DPC: error containment capabilities: Int Msg #0, RPExt+",
                "pci 0000:01:00.0: PME# supported from D0 D3hot D3cold",
                "igb 0000:01:00.0: 7 VFs allocated",
                "pcieport 0000:00:09.0: No bus number available for hot-added bridge",
                "pcieport 0001:00:01.0: No bus number available for hot-added bridge",
                "pcieport x0000:00:01.00: No bus number available for hot-added bridge",
                "systemd[1]: Failed to start 00:01.0",
            })
    void whatOnlyDescribesOrNamesNobodyHereLightsUpNothing(String message) {
        assertThat(notes("[    2.0] " + message).logNotes()).isEmpty();
    }

    @Test
    void aDeviceThatRepeatsItselfIsCutAndSaid() {
        String[] lines = new String[1000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "[ " + i + ".0] pcieport 0000:00:01.0: AER: Corrected error received: id=" + i;
        }
        lines[1] = "[ 1.0] pcieport 0000:00:01.0: AER: Corrected error received: id=0";
        lines[999] = "[ 999.0] pci 0000:01:00.0: Unable to change power state from D0 to D3hot";
        Topology topology = notes(lines);
        assertThat(topology.logNotes()).hasSize(8);
        assertThat(topology.logNotes(FunctionAddress.of("00:01.0"))).hasSize(7);
        assertThat(topology.logNotes(FunctionAddress.of("00:02.0"))).isEmpty();
        assertThat(topology.diagnostics())
                .contains(
                        Diagnostic.of(
                                "LOG_REPEATS",
                                "0000:00:01.0",
                                "The boot log has 999 messages of one kind about 0000:00:01.0; at most 8 that differ are kept."));
    }

    private static Topology notes(String... lines) {
        HostBuilder host = new HostBuilder()
                .rootBus(0)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1))
                .function("00:02.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 2, 2))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).srIov(8, 384, 2, 0x1889));
        for (String line : lines) {
            host.bootLog(line);
        }
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }
}
