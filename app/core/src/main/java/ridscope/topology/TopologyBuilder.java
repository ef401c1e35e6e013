package ridscope.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ridscope.host.NumaNode;
import ridscope.host.Provenance;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;

/** Collects a topology, then freezes it. Not thread-safe. */
public final class TopologyBuilder {

    final Provenance provenance;
    final List<HostBridge> hostBridges = new ArrayList<>();
    final Map<FunctionAddress, PciFunction> functions = new TreeMap<>();
    final List<Switch> switches = new ArrayList<>();
    final Map<FunctionAddress, Link> links = new TreeMap<>();
    final Set<Slot> slots = new LinkedHashSet<>();
    final List<NumaNode> numaNodes = new ArrayList<>();
    final List<LogNote> logNotes = new ArrayList<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();

    public TopologyBuilder(Provenance provenance) {
        this.provenance = provenance;
    }

    public TopologyBuilder add(HostBridge hostBridge) {
        hostBridges.add(hostBridge);
        return this;
    }

    /** Replaces an earlier function with the same address. */
    public TopologyBuilder add(PciFunction function) {
        functions.put(function.address(), function);
        return this;
    }

    public TopologyBuilder add(Switch pcieSwitch) {
        switches.add(pcieSwitch);
        return this;
    }

    public TopologyBuilder add(Link link) {
        links.put(link.device(), link);
        return this;
    }

    /** A slot, with or without a port above; an equal one replaces the earlier. */
    public TopologyBuilder add(Slot slot) {
        slots.add(slot);
        return this;
    }

    public TopologyBuilder add(NumaNode node) {
        numaNodes.add(node);
        return this;
    }

    /** Notes keep their order. */
    public TopologyBuilder add(LogNote note) {
        logNotes.add(note);
        return this;
    }

    public TopologyBuilder add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        return this;
    }

    /** The frozen result; the builder may go on. */
    public Topology build() {
        return new Topology(this);
    }
}
