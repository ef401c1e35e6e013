package ridscope.rules;

import ridscope.ridmap.Claim.Kind;
import ridscope.ridmap.IovPlacement;

/** VFs on buses that the bridge above does not forward. */
final class VfBeyondSubordinate extends BeyondSubordinate {

    private static final About ABOUT = new About(
            "VF_BEYOND_SUBORDINATE",
            "PFs with VFs beyond the buses of their port",
            "Linux refuses to enable so many VFs: 'can't enable … VFs (bus … out of range of [bus …])', "
                    + "ENOMEM. Completions would not find the way back.",
            "Give the port more buses in the firmware setup, or enable fewer VFs.",
            "On x86, pci=assign-busses lets Linux reserve what SR-IOV needs.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean concerns(IovPlacement placement) {
        return placement.kind() == Kind.POSSIBLE_VF;
    }

    @Override
    boolean aboutSdis() {
        return false;
    }
}
