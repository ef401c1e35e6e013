package ridscope.enumerate;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;
import ridscope.topology.Role;
import ridscope.topology.Switch;
import ridscope.topology.Topology;
import ridscope.topology.TopologyBuilder;

/** Turns a snapshot into a topology. Bad input gives a smaller tree and diagnostics, never an exception. */
public final class Enumerator {

    private static final int REPORT_EVERY = 512;

    private final HostSnapshot snapshot;
    private final Feedback feedback;
    private final List<Diagnostic> diagnostics;
    private final NavigableMap<FunctionAddress, Draft> drafts = new TreeMap<>();

    private Enumerator(HostSnapshot snapshot, Feedback feedback) {
        this.snapshot = snapshot;
        this.feedback = feedback;
        diagnostics = new ArrayList<>(snapshot.diagnostics());
    }

    /**
     * The model of one host.
     *
     * @throws ridscope.job.CancelledException if the caller no longer wants it
     */
    public static Topology enumerate(HostSnapshot snapshot, Feedback feedback) {
        return new Enumerator(snapshot, feedback).run();
    }

    private Topology run() {
        readRecords();
        new VirtualFunctions(drafts, diagnostics).find();
        RootBuses roots = new RootBuses(snapshot, drafts, diagnostics);
        Parents parents = new Parents(drafts, roots.named(), diagnostics);
        parents.find();
        roots.settle(parents);
        feedback.checkCancelled();
        Roles.decide(drafts.values());
        drafts.values().forEach(d -> d.link = LinkEnds.of(d));
        TopologyBuilder builder = new TopologyBuilder(snapshot.provenance());
        roots.hostBridges().forEach(builder::add);
        addPorts(builder);
        drafts.values().forEach(d -> builder.add(d.freeze()));
        LogNotes.find(snapshot.bootLog(), drafts, diagnostics).forEach(builder::add);
        diagnostics.forEach(builder::add);
        snapshot.numaNodes().forEach(builder::add);
        feedback.checkCancelled();
        return builder.build();
    }

    private void readRecords() {
        int done = 0;
        for (FunctionRecord record : snapshot.functions()) {
            if (done++ % REPORT_EVERY == 0) {
                feedback.checkCancelled();
                feedback.progress(done, snapshot.functions().size());
            }
            if (drafts.containsKey(record.address())) {
                diagnostics.add(Diagnostic.of(
                        "DUPLICATE_RID", record.address(), "The snapshot has it more than once; the first one counts"));
            } else {
                drafts.put(record.address(), DraftReader.read(record, diagnostics));
            }
        }
    }

    private void addPorts(TopologyBuilder builder) {
        Slots slots = new Slots(snapshot.slots());
        for (Draft draft : drafts.values()) {
            if (draft.role.downstreamPort()) {
                Links.below(draft).ifPresent(builder::add);
                slots.below(draft).ifPresent(builder::add);
            } else if (draft.role == Role.UPSTREAM_PORT) {
                builder.add(new Switch(
                        draft.address,
                        draft.children.stream()
                                .filter(c -> c.role == Role.DOWNSTREAM_PORT)
                                .map(c -> c.address)
                                .sorted()
                                .toList()));
            }
        }
        slots.labelConventional(drafts.values());
        drafts.values().forEach(d -> d.slot.filter(s -> s.port().isEmpty()).ifPresent(builder::add));
        slots.others().forEach(builder::add);
    }
}
