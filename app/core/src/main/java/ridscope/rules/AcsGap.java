package ridscope.rules;

import ridscope.isolation.EffectiveAcs;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** A port that lets what is below it talk past the IOMMU. */
final class AcsGap extends AcsRule {

    private static final About ABOUT = new About(
            "ACS_GAP",
            "ports without effective ACS",
            "Linux groups by Source Validation, P2P Request Redirect, P2P Completion Redirect and Upstream "
                    + "Forwarding (mask 0x1d). Devices below such a port share an IOMMU group and cannot be given to "
                    + "different guests. Linux turns ACS on only if an IOMMU driver asks for it, and knows ports by "
                    + "vendor quirks that are isolated all the same.",
            "Put devices that must be separated below ports with ACS; without it only the word of the vendor "
                    + "tells whether the port isolates.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean concerns(RuleInput input, PciFunction function) {
        return EffectiveAcs.port(function) || function.role() == Role.UNKNOWN_BRIDGE;
    }

    @Override
    Severity severity() {
        return Severity.WARNING;
    }

    @Override
    String sentence() {
        return "does not isolate what is below it";
    }
}
