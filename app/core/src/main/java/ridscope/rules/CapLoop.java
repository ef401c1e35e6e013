package ridscope.rules;

import ridscope.config.CapabilityList.Walked;
import ridscope.topology.PciFunction;

/** A capability list that returns to itself. */
final class CapLoop extends DiagnosticRule {

    private static final About ABOUT = new About(
            "CAP_LOOP",
            "capability lists that return to themselves",
            "Linux gives up after a fixed number of steps; capabilities behind the loop are not found.",
            "Ask the vendor of the device for new firmware; read again after a reset, since a device that "
                    + "hangs reads like this too.");

    CapLoop() {
        super(ABOUT, Severity.WARNING);
    }

    @Override
    boolean lacks(PciFunction f) {
        return f.capabilities().standard() == Walked.UNKNOWN || f.capabilities().extended() == Walked.UNKNOWN;
    }
}
