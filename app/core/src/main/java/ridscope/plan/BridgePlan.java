package ridscope.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ridscope.rid.FunctionAddress;

/**
 * One bridge of a plan.
 *
 * @param address where it is today; of one that is only thought to be plugged in: where it would be
 * @param plugged whether it is only thought to be plugged in
 * @param now its registers today; empty where they are unknown or it is not there yet
 * @param planned its registers afterwards; 0 and 0 when it gets no numbers
 * @param kernelStart first bus of the range that the kernel keeps for it, which can differ from the registers; empty without
 * @param kernelEnd last bus of it
 * @param reserves numbers set aside behind its secondary bus, and why
 * @param kept whether its registers are left as they are
 * @param guessed whether what is planned is a guess, because the source does not tell what would be kept
 * @param parent the bridge above; empty on a root bus
 * @param rootBus the root bus above, 0 to 255
 */
public record BridgePlan(
        FunctionAddress address,
        boolean plugged,
        Optional<BusNumbers> now,
        BusNumbers planned,
        OptionalLong kernelStart,
        OptionalLong kernelEnd,
        List<Reserve> reserves,
        boolean kept,
        boolean guessed,
        Optional<FunctionAddress> parent,
        int rootBus) {

    public BridgePlan {
        reserves = List.copyOf(reserves);
    }

    /** How many numbers are set aside in all. */
    public long reserved() {
        return reserves.stream().mapToLong(Reserve::buses).sum();
    }

    /**
     * Numbers set aside.
     *
     * @param kind what for
     * @param buses how many; negative where the SIOV series' arithmetic wraps
     * @param why in words
     */
    public record Reserve(Kind kind, long buses, String why) {

        /** What numbers are set aside for. */
        public enum Kind {
            /** VFs or SDIs of PFs on the secondary bus. */
            IOV,
            /** Cards to come below a hot-plug port. */
            HOTPLUG,
            /** Cards to come in a CardBus socket. */
            CARDBUS
        }
    }
}
