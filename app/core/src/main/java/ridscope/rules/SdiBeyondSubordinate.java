package ridscope.rules;

import ridscope.ridmap.Claim.Kind;
import ridscope.ridmap.IovPlacement;

/** SDIs on buses that the bridge above does not forward. */
final class SdiBeyondSubordinate extends BeyondSubordinate {

    private static final About ABOUT = new About(
            "SDI_BEYOND_SUBORDINATE",
            "PFs with SDIs beyond the buses of their port",
            "Requests of such an SDI leave, but their completions return by Routing ID and are not "
                    + "forwarded to it. No kernel without the SIOV series reserves buses for SDIs, and none says so "
                    + "at boot.",
            "Give the port more buses in the firmware setup, or limit the number of SDIs that the device "
                    + "hands out.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean concerns(IovPlacement placement) {
        return placement.kind() == Kind.SDI;
    }

    @Override
    boolean aboutVfs() {
        return false;
    }
}
