package ridscope.host;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of a boot log may be shown to others: those of the kernel's PCI and IOMMU code, which speak of addresses and
 * registers. What drivers say of their devices may hold anything, and so may the command line. The name of the host that a
 * syslog daemon puts in front is cut off.
 */
final class KeptLogLines {

    private static final Pattern SYSLOG = Pattern.compile("^(?:<\\d{1,3}>)?.{0,160}? kernel(?:\\[\\d+\\])?: ");

    /** What dmesg and journalctl print before a message. */
    private static final String BEFORE = "^(?:<\\d{1,3}>)?(?:[a-z]+ *:[a-z]+ *: ?)?(?:\\[[^\\]]{1,40}\\] )?";

    private static final String ADDRESS = "[0-9a-f]{4,8}:[0-9a-f]{2}(?::[01][0-9a-f]\\.[0-7])?";

    private static final Pattern OURS = Pattern.compile(BEFORE
            + "(?:(?:pci|pci_bus|pcieport|pciehp|shpchp|aer|dpc|vmd|vfio-pci) " + ADDRESS + ": "
            + "|[\\w.-]{1,40} " + ADDRESS + ": (?:AER|DPC|PCIe Bus Error|BAR \\d|VF BAR|ASPM|"
            + "can't change power state|Unable to change power state|not enough MMIO resources"
            + "|.{0,40}available PCIe bandwidth|Adding to iommu group)"
            + "|acpi PNP0A0[38]:[0-9A-F]{2}: |acpiphp: |ACPI: PCI |ACPI: bus type PCI|PCI host bridge to bus "
            + "|PCI: |PCI-DMA: |PCI Interrupt |PCI_|EDAC PCI|[\\w.@:-]{1,60}: (?:ECAM|host bridge |PCI host bridge)"
            + "|DMAR: |DMAR-IR: |AMD-Vi: |iommu: |arm-smmu(?:-v3)? |EEH: |pcieport |pci )");

    private static final Pattern COMMAND_LINE = Pattern.compile("(?i)command line|BOOT_IMAGE=|Hardware name|DMI:");

    private KeptLogLines() {}

    static List<String> of(List<String> lines, Secrets secrets) {
        return lines.stream()
                .map(KeptLogLines::withoutHost)
                .filter(line ->
                        OURS.matcher(line).find() && !COMMAND_LINE.matcher(line).find())
                .map(secrets::scrub)
                .toList();
    }

    private static String withoutHost(String line) {
        Matcher syslog = SYSLOG.matcher(line);
        return syslog.find() ? line.substring(syslog.end()) : line;
    }
}
