package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;

/** A rule about the SR-IOV capability of one PF at a time; capabilities without VFs do not count. */
abstract class SrIovRule implements Rule {

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (PciFunction f : input.physical()) {
            f.sriov()
                    .filter(s -> s.totalVfs() > 0)
                    .flatMap(s -> check(input, f, s))
                    .ifPresent(findings::add);
            boolean blind = f.vfsUnknown() && !f.role().bridge();
            if (blind || f.sriov().filter(s -> s.totalVfs() > 0 && lacks(f, s)).isPresent()) {
                unknown.add(f);
            }
        }
        findings.addAll(about().notChecked(unknown, needs()));
        return findings;
    }

    abstract Optional<Finding> check(RuleInput input, PciFunction pf, SrIov sriov);

    /** Whether something this rule needs of a PF is not in the snapshot. */
    abstract boolean lacks(PciFunction pf, SrIov sriov);

    /** What it needs, in words. */
    abstract String needs();
}
