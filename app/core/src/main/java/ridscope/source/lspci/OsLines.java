package ridscope.source.lspci;

import java.util.BitSet;
import java.util.Optional;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.text.Numbers;

/**
 * Reads what lspci has from the operating system: driver, slot, NUMA node, IOMMU group, address ranges, names. Only lines that
 * start like one of these become Strings, since a dump has many others.
 */
final class OsLines {

    private static final String STARTS = "SKPNIFRMEC[";

    private final OsFactsBuilder os;
    private final BitSet ranges = new BitSet();
    private Optional<String> subsystem = Optional.empty();
    private boolean accessDenied;
    private boolean inCapability;
    private boolean inSrIov;

    OsLines(OsFactsBuilder os) {
        this.os = os;
    }

    void read(TextBlock text) {
        for (int line = 0; line < text.count(); line++) {
            if (STARTS.indexOf(text.first(line)) >= 0) {
                read(text, line);
            }
        }
    }

    private void read(TextBlock text, int line) {
        if (text.startsWith(line, "Capabilities: ")) {
            inCapability = true;
            inSrIov = text.text(line).contains("Single Root I/O Virtualization");
            accessDenied |= text.startsWith(line, "Capabilities: <access denied>")
                    || text.startsWith(line, "Capabilities: <available only to root>");
        } else if (text.startsWith(line, "Kernel ")) {
            inCapability = false;
            valueOf(text.text(line), "Kernel driver in use: ").ifPresent(driver -> os.driver(Optional.of(driver)));
        } else if (inSrIov && text.startsWith(line, "Region ")) {
            Region.ofVf(text.text(line)).ifPresent(this::range);
        } else if (!inCapability) {
            own(text.text(line));
        }
    }

    private void own(String line) {
        valueOf(line, "Subsystem: ").ifPresent(this::subsystem);
        valueOf(line, "Physical Slot: ").ifPresent(slot -> os.slot(Optional.of(slot)));
        valueOf(line, "NUMA node: ").ifPresent(node -> os.numaNode(Numbers.decimal(node)));
        valueOf(line, "IOMMU group: ").ifPresent(group -> os.iommuGroup(Numbers.decimal(group)));
        valueOf(line, "Flags: ").ifPresent(this::flags);
        Region.of(line).ifPresent(this::range);
    }

    private static Optional<String> valueOf(String line, String key) {
        return line.startsWith(key)
                ? Optional.of(line.substring(key.length()).strip()).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    /** Each range once: two with one number are a text put together from two. */
    private void range(OsFacts.Resource resource) {
        if (!ranges.get(resource.index())) {
            ranges.set(resource.index());
            os.resource(resource);
        }
    }

    private void flags(String flags) {
        for (String flag : flags.split(", ")) {
            valueOf(flag, "NUMA node ").ifPresent(node -> os.numaNode(Numbers.decimal(node)));
            valueOf(flag, "IOMMU group ").ifPresent(group -> os.iommuGroup(Numbers.decimal(group)));
        }
    }

    private void subsystem(String text) {
        Ids ids = Ids.find(text);
        os.subsystemVendor(ids.vendor()).subsystemDevice(ids.device());
        boolean nameless = ids.text().isEmpty()
                || ids.text().startsWith("Device ")
                || ids.text().equals("Device");
        subsystem = nameless ? Optional.empty() : Optional.of(ids.text());
    }

    Optional<String> subsystem() {
        return subsystem;
    }

    boolean accessDenied() {
        return accessDenied;
    }
}
