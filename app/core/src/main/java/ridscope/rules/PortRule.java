package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** A rule about a port with a link below it and the functions on the bus of that link. */
abstract class PortRule implements Rule {

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (PciFunction port : input.physical()) {
            if (!port.role().downstreamPort() && port.role() != Role.UNKNOWN_BRIDGE) {
                continue;
            }
            List<PciFunction> below = input.topology().below(port).stream()
                    .filter(f -> f.virtual().isEmpty())
                    .toList();
            if (below.isEmpty()) {
                if (port.bridge().isEmpty()) {
                    unknown.add(port);
                }
                continue;
            }
            if (!port.role().known() || lacks(input, port, below)) {
                unknown.add(port);
            } else {
                check(input, port, below).ifPresent(findings::add);
            }
        }
        findings.addAll(about().notChecked(unknown, needs()));
        findings.addAll(about().unplaced(input.portless(), About.PORT));
        return findings;
    }

    /** @param below at least one physical function in address order */
    abstract Optional<Finding> check(RuleInput input, PciFunction port, List<PciFunction> below);

    /** Whether something the rule needs is not in the snapshot. */
    abstract boolean lacks(RuleInput input, PciFunction port, List<PciFunction> below);

    /** What that is, in words. */
    abstract String needs();

    static Optional<PciFunction> functionZero(List<PciFunction> below) {
        return Optional.of(below.get(0)).filter(f -> f.address().rid().devfn() == 0);
    }
}
