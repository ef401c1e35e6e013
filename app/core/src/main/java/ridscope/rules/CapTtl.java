package ridscope.rules;

import ridscope.config.CapabilityList.Walked;
import ridscope.topology.PciFunction;

/** A capability list longer than there is room for. */
final class CapTtl extends DiagnosticRule {

    private static final About ABOUT = new About(
            "CAP_TTL",
            "capability lists that do not end",
            "The list goes on after as many entries as fit into the configuration space; Linux stops there.",
            "Ask the vendor of the device for new firmware.");

    CapTtl() {
        super(ABOUT, Severity.WARNING);
    }

    @Override
    boolean lacks(PciFunction f) {
        return f.capabilities().standard() == Walked.UNKNOWN || f.capabilities().extended() == Walked.UNKNOWN;
    }
}
