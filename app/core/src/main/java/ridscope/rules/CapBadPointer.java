package ridscope.rules;

import ridscope.config.CapabilityList.Walked;
import ridscope.topology.PciFunction;

/** A capability list that leads out of its area. */
final class CapBadPointer extends DiagnosticRule {

    private static final About ABOUT = new About(
            "CAP_BAD_POINTER",
            "capability lists with a pointer out of their area",
            "Linux stops there; capabilities behind the pointer are not found.",
            "Ask the vendor of the device for new firmware; a device that was reset or powered down while "
                    + "it was read looks like this too.");

    CapBadPointer() {
        super(ABOUT, Severity.WARNING);
    }

    @Override
    boolean lacks(PciFunction f) {
        return f.capabilities().standard() == Walked.UNKNOWN || f.capabilities().extended() == Walked.UNKNOWN;
    }
}
