package ridscope.rules;

import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;

/** An SIOV capability without SDIs. */
final class SiovEmpty extends SiovRule {

    private static final About ABOUT = new About(
            "SIOV_EMPTY",
            "SIOV capabilities without SDIs",
            "The capability is there and offers nothing; the SIOV series takes that for success and ignores " + "it.",
            "If the device should have SDIs: look for a firmware option of the device.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction pf, Siov siov) {
        return siov.capability().totalSdis() > 0
                ? Optional.empty()
                : Optional.of(ABOUT.finding(
                        Severity.INFO,
                        pf,
                        pf.address() + " has an SIOV capability with Total SDIs 0",
                        EvidenceList.none().siov(pf)));
    }
}
