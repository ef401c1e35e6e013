package ridscope.plan;

import ridscope.text.Numbers;
import ridscope.topology.PciFunction;

/** What to do when VFs cannot be enabled. */
final class EnableAdvice {

    private static final String OTHER_FIRMWARE =
            "Fewer does not help: ask the vendor of the device for firmware with other SR-IOV registers";

    private EnableAdvice() {}

    /** @param largest the most VFs that could be enabled in the plan */
    static String of(EnableCheck.Outcome outcome, int largest, Part pf) {
        return switch (outcome) {
            case NO_PF ->
                pf.known
                                .flatMap(PciFunction::sriov)
                                .filter(s -> s.totalVfs() > 0)
                                .isPresent()
                        ? OTHER_FIRMWARE
                        : "Name a PF: ridscope show lists the VFs that a function has below it";
            case NO_MEMORY_RANGE ->
                "Turn on 'Above 4G decoding' and the like in the firmware setup, or boot with pci=realloc";
            case INITIAL_MISMATCH, LINK_TO_NOTHING, LINK_TO_NO_PF -> OTHER_FIRMWARE;
            case NO_BUS ->
                (largest > 0
                                ? "Take at most " + Numbers.count(largest, "VF") + ", or have"
                                : "Fewer does not help, not even one fits: have")
                        + " firmware leave more numbers behind " + pf.bus.above();
            default -> largest > 0 ? "Take at most " + Numbers.count(largest, "VF") : "Take none here";
        };
    }
}
