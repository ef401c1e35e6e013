package ridscope.report;

import java.util.ArrayList;
import java.util.List;
import ridscope.host.Provenance;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/** The head of the tree: where it comes from, how much there is, what could not be read. */
final class Summary {

    private Summary() {}

    static List<String> lines(Topology topology) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(" · ", origin(topology.provenance())));
        lines.add(String.join(" · ", counts(topology)));
        lines.addAll(MissingFacts.sentences(topology));
        return lines;
    }

    /** Host, kernel, source, time and rights, in the order in which they are told. */
    static List<String> origin(Provenance provenance) {
        List<String> parts = new ArrayList<>();
        parts.add(provenance.host().map(h -> "host " + h).orElse("host unknown"));
        provenance.kernel().ifPresent(k -> parts.add("kernel " + k));
        parts.add("source " + provenance.kind()
                + provenance.tool().map(t -> " by " + t).orElse(""));
        provenance.capturedAt().ifPresent(t -> parts.add("captured " + t));
        provenance.privileged().ifPresent(p -> parts.add(p ? "read with root rights" : "read without root rights"));
        return parts;
    }

    private static List<String> counts(Topology topology) {
        int present = 0;
        int enabled = 0;
        int bridges = 0;
        int vfs = 0;
        int sdis = 0;
        for (PciFunction function : topology.functions()) {
            present += function.virtual().isPresent() ? 1 : 0;
            enabled += enabledVfs(topology, function);
            bridges += function.role().bridge() ? 1 : 0;
            vfs += function.sriov().map(s -> s.totalVfs()).orElse(0);
            sdis += function.siov().flatMap(s -> s.sdis()).map(s -> s.count()).orElse(0);
        }
        List<String> parts = new ArrayList<>();
        parts.add(Words.count(topology.functions().size(), "function"));
        add(parts, bridges, "bridge");
        add(parts, topology.switches().size(), "switch");
        enabled = Math.max(enabled, present);
        if (vfs > 0 || enabled > 0) {
            String here = present == enabled ? "" : ", " + Words.grouped(present) + " in this snapshot";
            parts.add(Words.count(enabled, "VF") + " of " + Words.grouped(Math.max(vfs, enabled)) + " possible" + here);
        }
        add(parts, sdis, "SDI");
        unknown(topology, parts);
        parts.add(Words.count(topology.segments().size(), "segment"));
        return parts;
    }

    /** By the registers of a PF, as the line of its VFs says; where they tell nothing usable, those that answered. */
    private static int enabledVfs(Topology topology, PciFunction pf) {
        return pf.sriov()
                .filter(s -> s.problems().isEmpty())
                .map(SrIov::enabledVfs)
                .orElseGet(() -> topology.virtualFunctionsOf(pf).size());
    }

    /** Bridges have neither. A PF whose VFs the operating system tells may still have SDIs, which only its registers tell. */
    private static void unknown(Topology topology, List<String> parts) {
        List<PciFunction> unreadable = topology.unreadableTotals();
        long both = unreadable.stream()
                .filter(f -> f.vfsUnknown() && f.sdisUnknown())
                .count();
        long vfs = unreadable.stream().filter(PciFunction::vfsUnknown).count() - both;
        long all = topology.functions().stream().filter(Summary::mayBePf).count();
        unknown(parts, "VFs and SDIs", both, all);
        unknown(parts, "VFs", vfs, all);
        unknown(parts, "SDIs", unreadable.size() - both - vfs, all);
    }

    private static void unknown(List<String> parts, String what, long functions, long all) {
        if (functions > 0) {
            parts.add(what + of(functions, all) + " unknown");
        }
    }

    private static boolean mayBePf(PciFunction function) {
        return function.virtual().isEmpty() && !function.role().bridge();
    }

    private static String of(long part, long all) {
        return part == all ? "" : " of " + Words.count(part, "function");
    }

    private static void add(List<String> parts, int count, String noun) {
        if (count > 0) {
            parts.add(Words.count(count, noun));
        }
    }
}
