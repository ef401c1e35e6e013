package ridscope.draw.diagram;

import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/** What a mark stands for: what a click on it selects. */
public sealed interface Target {

    /** A function (also a port, a switch by its upstream port). */
    record OfFunction(FunctionAddress address) implements Target {}

    /** The VFs of a PF as a whole. */
    record OfVfs(FunctionAddress pf) implements Target {}

    /** The SDIs of a PF as a whole. */
    record OfSdis(FunctionAddress pf) implements Target {}

    /** One Routing ID, claimed or not. */
    record OfRid(FunctionAddress address) implements Target {}

    /** Buses of a segment: a reserved range, a row of the RID map, a host bridge's window. */
    record OfBuses(Segment segment, BusRange buses) implements Target {}

    /** A run of alike siblings of which not all are drawn one by one, named by the first of them. */
    record OfRun(FunctionAddress first) implements Target {}

    /** What folds or unfolds a node of the topology: a host bridge, a bridge, a device of several functions, a run. */
    record OfHandle(Target node) implements Target {}
}
