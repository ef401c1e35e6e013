package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Switch;

/** Devices in different groups that can reach each other through their switch. */
final class GroupTooNarrow implements Rule {

    private static final About ABOUT = new About(
            "GROUP_TOO_NARROW",
            "switches whose devices are grouped apart although they can reach each other",
            "Downstream ports usually have different device numbers, so Linux does not put them into one "
                    + "group even where no ACS keeps a request from turning round in the switch. A series of 2025 "
                    + "mends that.",
            "Do not give devices below this switch to guests that do not trust each other.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (Switch s : input.topology().switches()) {
            List<PciFunction> ports = s.downstreamPorts().stream()
                    .flatMap(a -> input.topology().function(a).stream())
                    .filter(p -> !input.topology().below(p).isEmpty())
                    .toList();
            List<PciFunction> unread = ports.stream()
                    .filter(p -> input.groupingAcs().of(p).isolated().isEmpty())
                    .toList();
            Optional<PciFunction> open =
                    ports.stream().filter(p -> input.groupingAcs().of(p).no()).findFirst();
            if (ports.size() > 1 && !unread.isEmpty()) {
                unknown.addAll(unread);
            } else if (ports.size() > 1 && open.isPresent()) {
                check(input, ports, open.get()).ifPresent(findings::add);
            }
        }
        input.physical().stream().filter(f -> f.role() == Role.UNKNOWN_BRIDGE).forEach(unknown::add);
        findings.addAll(ABOUT.notChecked(unknown, "ACS registers"));
        return findings;
    }

    /** Two functions below different ports, one of which is open, that are not in one group. */
    private static Optional<Finding> check(RuleInput input, List<PciFunction> ports, PciFunction open) {
        PciFunction mine = input.topology().below(open).get(0);
        for (PciFunction port : ports) {
            if (port.address().equals(open.address())) {
                continue;
            }
            PciFunction other = input.topology().below(port).get(0);
            if (apart(input, mine, other)) {
                boolean inOrder = mine.address().compareTo(other.address()) < 0;
                String title = String.format(
                        "%s and %s %s different IOMMU groups, but %s lets them reach each other: %s",
                        (inOrder ? mine : other).address(),
                        (inOrder ? other : mine).address(),
                        input.groupsTold() ? "are in" : "would with an IOMMU on be in",
                        open.address(),
                        input.groupingAcs().of(open).reason().words());
                EvidenceList evidence = EvidenceList.none().acs(open).acs(port);
                for (PciFunction f : List.of(mine, other)) {
                    f.iommuGroup().ifPresent(g -> evidence.fact(f.address() + " IOMMU group", g));
                }
                return Optional.of(ABOUT.finding(
                        Severity.WARNING, input.hierarchy().above(open).orElse(open), title, evidence));
            }
        }
        return Optional.empty();
    }

    private static boolean apart(RuleInput input, PciFunction a, PciFunction b) {
        if (a.iommuGroup().isPresent() && b.iommuGroup().isPresent()) {
            return a.iommuGroup().getAsInt() != b.iommuGroup().getAsInt();
        }
        return !input.groups().of(a.address()).equals(input.groups().of(b.address()));
    }
}
