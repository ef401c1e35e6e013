package ridscope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.IovPlacement;
import ridscope.text.Diagnostic;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * A host as a text tree, one function a line; the VFs and the SDIs of a PF are folded to a line each. Every function of the
 * topology is printed or folded exactly once, also those that no bridge leads to. The same topology gives the same text.
 */
public final class TextTree {

    private final Topology topology;
    private final Glyphs glyphs;
    private final TreeDetail detail;
    private final FunctionWords words;
    private final StateWords state;
    private final IovWords iov;
    private final Optional<RegisterLines> registers;
    private final Optional<Set<FunctionAddress>> wanted;
    private final Set<FunctionAddress> printed = new HashSet<>();

    private TextTree(
            Topology topology,
            Collection<IovPlacement> placements,
            DeviceNames names,
            Glyphs glyphs,
            TreeDetail detail) {
        this.topology = topology;
        this.glyphs = glyphs;
        this.detail = detail;
        words = new FunctionWords(topology, names, detail);
        state = new StateWords(topology);
        iov = new IovWords(topology, placements);
        registers = detail.registers().map(RegisterLines::new);
        wanted = detail.where().map(result -> withBridges(topology, result.matches()));
    }

    /**
     * Writes the whole tree.
     *
     * @param placements those of the RID maps of all segments
     * @throws IOException if the output fails
     */
    public static void write(
            Topology topology, Collection<IovPlacement> placements, DeviceNames names, Glyphs glyphs, Appendable out)
            throws IOException {
        write(topology, placements, names, glyphs, TreeDetail.USUAL, out);
    }

    /**
     * The same with more detail.
     *
     * @throws IOException if the output fails
     */
    public static void write(
            Topology topology,
            Collection<IovPlacement> placements,
            DeviceNames names,
            Glyphs glyphs,
            TreeDetail detail,
            Appendable out)
            throws IOException {
        new TextTree(topology, placements, names, glyphs, detail).all(out);
    }

    private static Set<FunctionAddress> withBridges(Topology topology, Set<FunctionAddress> matches) {
        Set<FunctionAddress> all = new HashSet<>(matches);
        for (FunctionAddress match : matches) {
            topology.function(match)
                    .ifPresent(f -> topology.pathToRoot(f).forEach(bridge -> all.add(bridge.address())));
        }
        return all;
    }

    private void all(Appendable out) throws IOException {
        for (String line : Summary.lines(topology)) {
            line(out, line);
        }
        if (detail.where().isPresent()) {
            line(
                    out,
                    "of " + Words.count(topology.functions().size(), "function") + " "
                            + detail.where().get().summary());
        }
        for (HostBridge bridge : topology.hostBridges()) {
            List<PciFunction> below = visible(topology.onRootBus(bridge));
            if (wanted.isEmpty() || !below.isEmpty()) {
                line(out, "");
                line(out, heading(bridge));
                children(out, "", List.of(), below, bridge.segment());
            }
        }
        undecoded(out);
        if (wanted.isEmpty()) {
            diagnostics(out);
        }
    }

    private String heading(HostBridge bridge) {
        String text = bridge.segment() + ":" + Words.hex(bridge.rootBus(), 2) + " " + bridge.buses() + " host bridge";
        if (bridge.invented()) {
            text += ", assumed: nothing names this root bus";
        } else if (bridge.endAssumed()) {
            text += ", end of the window assumed";
        }
        if (bridge.numaNode().isPresent()) {
            int node = bridge.numaNode().getAsInt();
            text += " · NUMA node " + node + (detail.verbose() ? cpus(node) : "");
        }
        return text
                + RoutingWords.dma(topology, bridge.segment())
                        .map(d -> " · " + d)
                        .orElse("");
    }

    private String cpus(int node) {
        return topology.numaNodes().stream()
                .filter(n -> n.node() == node)
                .flatMap(n -> n.cpus().stream())
                .map(cpus -> cpus.isEmpty() ? " without CPUs" : " with CPUs " + cpus)
                .findFirst()
                .orElse("");
    }

    /** VFs are folded into the line below their PF, where that PF is known and nobody wants to see their registers. */
    private List<PciFunction> visible(Collection<PciFunction> functions) {
        List<PciFunction> visible = new ArrayList<>();
        for (PciFunction function : functions) {
            if (wanted.filter(w -> !w.contains(function.address())).isPresent()) {
                continue;
            }
            boolean folded = registers.isEmpty()
                    && wanted.isEmpty()
                    && function.virtual()
                            .flatMap(v -> topology.function(v.physicalFunction()))
                            .isPresent();
            if (folded) {
                printed.add(function.address());
            } else {
                visible.add(function);
            }
        }
        return visible;
    }

    private void children(
            Appendable out, String indent, List<String> notes, List<PciFunction> functions, Segment segment)
            throws IOException {
        for (int i = 0; i < notes.size(); i++) {
            boolean last = functions.isEmpty() && i == notes.size() - 1;
            line(out, indent + (last ? "└─ " : "├─ ") + notes.get(i));
        }
        for (int i = 0; i < functions.size(); i++) {
            PciFunction function = functions.get(i);
            boolean last = i == functions.size() - 1;
            if (printed.add(function.address())) {
                line(out, indent + (last ? "└─ " : "├─ ") + words.line(function, segment));
                List<PciFunction> below = visible(topology.below(function));
                List<String> own = notes(function);
                String deeper = indent + (last ? "   " : "│  ");
                registers(out, deeper + (below.isEmpty() && own.isEmpty() ? "   " : "│  "), function);
                children(out, deeper, own, below, segment);
            }
        }
    }

    private void registers(Appendable out, String indent, PciFunction function) throws IOException {
        if (registers.isPresent()) {
            for (String line : registers.get().of(function)) {
                line(out, indent + line);
            }
        }
    }

    private List<String> notes(PciFunction function) {
        List<String> notes = new ArrayList<>();
        if (detail.where()
                .filter(w -> !w.matches().contains(function.address()))
                .isPresent()) {
            return notes;
        }
        if (detail.verbose()) {
            words.subsystem(function).ifPresent(notes::add);
            notes.addAll(state.lines(function));
        }
        notes.addAll(iov.lines(function));
        if (detail.verbose()) {
            topology.logNotes(function.address()).forEach(note -> notes.add("boot log: " + note.line()));
        }
        return notes;
    }

    private void undecoded(Appendable out) throws IOException {
        List<PciFunction> left = topology.functions().stream()
                .filter(f -> !printed.contains(f.address()))
                .filter(f -> wanted.isEmpty() || wanted.get().contains(f.address()))
                .toList();
        for (Segment segment : topology.segments()) {
            undecoded(
                    out,
                    segment,
                    left.stream()
                            .filter(f -> f.address().segment().equals(segment))
                            .toList());
        }
    }

    private void undecoded(Appendable out, Segment segment, List<PciFunction> left) throws IOException {
        if (left.isEmpty()) {
            return;
        }
        line(out, "");
        String functions = Words.count(left.size(), "function");
        line(
                out,
                topology.rangesUnknown(segment)
                        ? segment + " place not readable: " + functions + " on buses that some bridge may lead to"
                        : segment + " below no host bridge: " + functions + " nobody decodes");
        List<PciFunction> tops = left.stream()
                .filter(f -> f.parent().flatMap(topology::function).isEmpty())
                .toList();
        children(out, "", List.of(), visible(tops), segment);
        // What is left now hangs below itself: print such a ring from its lowest address rather than not at all.
        for (PciFunction function : left) {
            if (!printed.contains(function.address())) {
                children(out, "", List.of(), visible(List.of(function)), segment);
            }
        }
    }

    private void diagnostics(Appendable out) throws IOException {
        List<Diagnostic> found = topology.diagnostics();
        if (found.isEmpty()) {
            return;
        }
        line(out, "");
        line(out, Words.count(found.size(), "diagnostic"));
        for (Diagnostic diagnostic : found) {
            String subject = diagnostic.subject().map(s -> " " + s).orElse("");
            line(out, "  " + diagnostic.id() + subject + ": " + diagnostic.text());
        }
    }

    private void line(Appendable out, String text) throws IOException {
        out.append(glyphs.render(text)).append('\n');
    }
}
