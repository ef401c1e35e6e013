package ridscope.ridmap;

import java.util.List;
import java.util.Optional;
import ridscope.rid.FunctionAddress;
import ridscope.topology.HostBridge;

/**
 * How requests and completions for one bus are routed.
 *
 * @param bus 0 to 255
 * @param state what is known of the bus
 * @param hostBridge the host bridge whose window holds the bus
 * @param bridges the bridges that forward it, from the root down; more than one chain overlapping is a conflict elsewhere
 */
public record BusRouting(int bus, State state, Optional<HostBridge> hostBridge, List<FunctionAddress> bridges) {

    /** State of a bus. */
    public enum State {
        /** A root bus, or a bus with functions or enabled VFs on it. */
        USED,
        /** Inside some bridge's range with nobody on it; so is the secondary bus of an empty slot. */
        RESERVED,
        /** In a host bridge's window, but no bridge forwards it. */
        FREE,
        /** In nobody's window. */
        UNROUTED,
        /** One of the bridges whose ranges the source does not tell may forward it, or none. */
        UNKNOWN
    }

    public BusRouting {
        bridges = List.copyOf(bridges);
    }
}
