package ridscope.host;

import java.util.ArrayList;
import java.util.List;
import ridscope.text.Diagnostic;

/**
 * Everything one source knew about one host, uninterpreted. Saving and opening gives the equal snapshot.
 *
 * @param provenance where it comes from
 * @param rootBuses root buses the source named; may be empty
 * @param functions one record per function in address order; two with the same address are possible in a bad dump
 * @param bootLog PCI lines of the boot log, if any
 * @param slots physical slots the system lists
 * @param numaNodes NUMA nodes the system lists, ascending
 * @param diagnostics what was odd about the input
 */
public record HostSnapshot(
        Provenance provenance,
        List<RootBus> rootBuses,
        List<FunctionRecord> functions,
        List<String> bootLog,
        List<SlotRecord> slots,
        List<NumaNode> numaNodes,
        List<Diagnostic> diagnostics) {

    /** From a source that lists no NUMA nodes. */
    public HostSnapshot(
            Provenance provenance,
            List<RootBus> rootBuses,
            List<FunctionRecord> functions,
            List<String> bootLog,
            List<SlotRecord> slots,
            List<Diagnostic> diagnostics) {
        this(provenance, rootBuses, functions, bootLog, slots, List.of(), diagnostics);
    }

    public HostSnapshot {
        rootBuses = List.copyOf(rootBuses);
        functions = List.copyOf(functions);
        bootLog = List.copyOf(bootLog);
        slots = List.copyOf(slots);
        numaNodes = List.copyOf(numaNodes);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * The same host, of which more is odd.
     *
     * @param more what; comes behind what is known
     */
    public HostSnapshot with(List<Diagnostic> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(more);
        return new HostSnapshot(provenance, rootBuses, functions, bootLog, slots, numaNodes, all);
    }

    /** The same host, of which is known otherwise where it comes from. */
    public HostSnapshot from(Provenance other) {
        return new HostSnapshot(other, rootBuses, functions, bootLog, slots, numaNodes, diagnostics);
    }
}
