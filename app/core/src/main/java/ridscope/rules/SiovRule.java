package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;

/** A rule about the SIOV capability of one function at a time. */
abstract class SiovRule implements Rule {

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (PciFunction f : input.physical()) {
            f.siov().flatMap(s -> check(input, f, s)).ifPresent(findings::add);
            if (f.sdisUnknown() && !f.role().bridge()) {
                unknown.add(f);
            }
        }
        findings.addAll(about().notChecked(unknown, "SIOV registers"));
        return findings;
    }

    abstract Optional<Finding> check(RuleInput input, PciFunction pf, Siov siov);
}
