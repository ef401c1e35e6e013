package ridscope.desktop.document;

import java.util.Map;
import java.util.Optional;
import ridscope.draw.diagram.Target;
import ridscope.host.HostSnapshot;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;
import ridscope.topology.TopologyChange;

/**
 * One opened host. Immutable: opening or refreshing makes another one.
 *
 * @param snapshot the raw facts
 * @param topology the model made from them
 * @param ridMaps one per segment of the topology
 * @param findings what the rules say about it
 * @param summary what the status line says about it
 * @param names names for its functions
 * @param title short name of the source, such as the file's name
 * @param recognised what the source was recognised as, a sentence
 * @param change what differs from what was shown before; empty when just opened, present if this is a later reading of the same host, so that views
 *     keep what they show and where
 */
public record Document(
        HostSnapshot snapshot,
        Topology topology,
        Map<Segment, RidMap> ridMaps,
        HostFindings findings,
        HostSummary summary,
        DeviceNames names,
        String title,
        String recognised,
        Optional<TopologyChange> change) {

    public Document {
        ridMaps = Map.copyOf(ridMaps);
    }

    /** Only itself: whether two hold the same takes longer to find out than a picture may, and views follow every reading. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** The same as a later reading of a host that is shown already. */
    public Document later(TopologyChange since) {
        return new Document(
                snapshot, topology, ridMaps, findings, summary, names, title, recognised, Optional.of(since));
    }

    /** Whether this is a later reading of the host shown before. */
    public boolean isLater() {
        return change.isPresent();
    }

    /** What to mark; nothing if it was just opened. */
    public TopologyChange marked() {
        return change.orElse(TopologyChange.NONE);
    }

    /** One function of the topology. */
    public Optional<PciFunction> function(FunctionAddress address) {
        return topology.function(address);
    }

    /** The map of a segment; empty when the host has no such segment. */
    public Optional<RidMap> ridMap(Segment segment) {
        return Optional.ofNullable(ridMaps.get(segment));
    }

    /** Whether a target of some other document can be shown in this one. */
    public boolean holds(Target target) {
        if (target instanceof Target.OfFunction f) {
            return function(f.address()).isPresent();
        } else if (target instanceof Target.OfVfs vfs) {
            return function(vfs.pf()).isPresent();
        } else if (target instanceof Target.OfSdis sdis) {
            return function(sdis.pf()).isPresent();
        } else if (target instanceof Target.OfRid rid) {
            return ridMaps.containsKey(rid.address().segment());
        } else if (target instanceof Target.OfBuses buses) {
            return ridMaps.containsKey(buses.segment());
        }
        return false;
    }
}
