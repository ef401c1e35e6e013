package ridscope.source.machine;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;

/**
 * A bus that functions are put on.
 *
 * @param segment its segment
 * @param bus its number
 * @param limit the last bus number that what is below may use
 * @param numaNode of everything on it
 * @param parent the bridge above; empty on a root bus
 * @param port the port above as it is described; empty on a root bus
 */
record Place(
        Segment segment,
        int bus,
        int limit,
        OptionalInt numaNode,
        Optional<FunctionAddress> parent,
        Optional<Element> port) {

    FunctionAddress address(int devfn) {
        return new FunctionAddress(segment, RoutingId.of(bus, devfn));
    }

    /** The bus below a bridge on this one. */
    Place below(int devfn, int secondary, int last, Element bridge) {
        return new Place(segment, secondary, last, numaNode, Optional.of(address(devfn)), Optional.of(bridge));
    }
}
