package ridscope.topology;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;

/**
 * A root bus and its bus window.
 *
 * @param segment its segment
 * @param buses the bus window; first is the root bus
 * @param endAssumed whether the end of the window is a guess (0xFF, or one below the next root bus)
 * @param numaNode NUMA node, where known
 * @param invented whether nothing named this root bus and it had to be assumed from the functions found
 */
public record HostBridge(Segment segment, BusRange buses, boolean endAssumed, OptionalInt numaNode, boolean invented) {

    /** The root bus number. */
    public int rootBus() {
        return buses.first();
    }

    /** What of the window is a guess, in words: {@code assumed} or {@code end assumed}; empty where all of it is known. */
    public Optional<String> guess() {
        if (invented) {
            return Optional.of("assumed");
        }
        return endAssumed ? Optional.of("end assumed") : Optional.empty();
    }
}
