package ridscope.rules;

import ridscope.config.CapabilityList.Walked;
import ridscope.topology.PciFunction;

/** An extended capability header that reads all ones. */
final class ExtcapAllOnes extends DiagnosticRule {

    private static final About ABOUT = new About(
            "EXTCAP_ALL_ONES",
            "extended capability lists that end in all ones",
            "The device, or a bridge above it, stopped answering in the middle of the list; what follows is "
                    + "unknown.",
            "Read again; if it stays, the function or its link is down, or extended configuration access is "
                    + "blocked.");

    ExtcapAllOnes() {
        super(ABOUT, Severity.WARNING);
    }

    @Override
    boolean lacks(PciFunction f) {
        return f.capabilities().extended() == Walked.UNKNOWN;
    }
}
