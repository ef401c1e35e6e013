package ridscope.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.text.Diagnostic;

/**
 * What the kernel of one host said about PCI while it booted.
 *
 * @param lines lines about PCI in their order, without mail quoting; those of the last boot that says anything about PCI
 * @param kernel release of the kernel that wrote them, if it said so
 * @param boots how many boots the log covers; 0 if it is empty
 * @param left how many lines about PCI were left out because they are too many or too long
 */
public record BootLog(List<String> lines, Optional<String> kernel, int boots, long left) {

    /** No log. */
    public static final BootLog NONE = new BootLog(List.of(), Optional.empty(), 0, 0);

    private static final String IDS = "BOOT_LOG_";

    public BootLog {
        lines = List.copyOf(lines);
    }

    /** Reads a whole log, in any of the forms that dmesg, journalctl and syslog print. */
    public static BootLog parse(Iterable<String> lines) {
        BootLogReader reader = new BootLogReader();
        lines.forEach(reader::log);
        return reader.read();
    }

    /** The root buses it names, with the end of their windows and their NUMA nodes, by segment and bus. */
    public List<RootBus> rootBuses() {
        return RootBusLines.read(lines);
    }

    /**
     * The same host with this log instead of the one it had. Says so where the log covers several boots, was cut, or speaks of
     * other devices at the same addresses.
     */
    public HostSnapshot attach(HostSnapshot host) {
        if (lines.isEmpty()) {
            return host;
        }
        List<Diagnostic> diagnostics = new ArrayList<>(host.diagnostics());
        diagnostics.removeIf(d -> d.id().startsWith(IDS));
        diagnostics.addAll(about(host));
        Provenance p = host.provenance();
        Provenance told = new Provenance(
                p.kind(),
                p.host(),
                p.kernel().or(() -> kernel),
                p.capturedAt(),
                p.tool(),
                p.privileged(),
                p.thisMachine());
        return new HostSnapshot(
                told, host.rootBuses(), host.functions(), lines, host.slots(), host.numaNodes(), diagnostics);
    }

    private List<Diagnostic> about(HostSnapshot host) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (boots > 1) {
            diagnostics.add(Diagnostic.of(
                    IDS + "BOOTS",
                    "The boot log covers " + boots + " boots; the lines of the last one that speaks of PCI count."));
        }
        if (left > 0) {
            diagnostics.add(Diagnostic.of(
                    IDS + "CUT",
                    left + " lines about PCI in the boot log were left out, because they are too many or too long."));
        }
        int others = LoggedDevices.others(lines, host);
        if (others > 0) {
            diagnostics.add(Diagnostic.of(
                    IDS + "FOREIGN",
                    "The boot log speaks of other devices at the addresses of " + others
                            + " functions; it is probably of another host or another time."));
        }
        return diagnostics;
    }
}
