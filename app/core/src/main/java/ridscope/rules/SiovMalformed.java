package ridscope.rules;

import java.util.Locale;
import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;

/** An SIOV capability that places no SDI. */
final class SiovMalformed extends SiovRule {

    private static final About ABOUT = new About(
            "SIOV_MALFORMED",
            "SIOV capabilities that cannot be used",
            "With First SDI Offset 0 an SDI would be the PF itself, with SDI Stride 0 all would be one. The "
                    + "SIOV series ignores such a capability without a message.",
            "Ask the vendor of the device for new firmware.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction pf, Siov siov) {
        int total = siov.capability().totalSdis();
        if (total == 0 || siov.usable()) {
            return Optional.empty();
        }
        String title = String.format(
                Locale.ROOT,
                "%s cannot place its %,d SDI%s: %s",
                pf.address(),
                total,
                total == 1 ? "" : "s",
                String.join("; ", siov.problems()));
        return Optional.of(
                ABOUT.finding(Severity.ERROR, pf, title, EvidenceList.none().siov(pf)));
    }
}
