package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import ridscope.isolation.GroupComparison;
import ridscope.isolation.GroupDifference;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/** A kernel that groups otherwise than the registers let expect. */
final class GroupUnexpected implements Rule {

    private static final About ABOUT = new About(
            "GROUP_UNEXPECTED",
            "IOMMU groups that differ from what the registers let expect",
            "RIDscope computes groups from the registers as they read now. The kernel also has a list of "
                    + "devices that it believes to be isolated whatever they say, platforms have grouping of their "
                    + "own, newer kernels other rules, and groups are made once, when a device appears.",
            "Trust the kernel's groups for what can be given away; take the difference as a hint where "
                    + "isolation rests on a quirk.");

    @Override
    public About about() {
        return ABOUT;
    }

    private static final int NAMED = 16;

    @Override
    public List<Finding> check(RuleInput input) {
        GroupComparison comparison = GroupComparison.of(input.topology(), input.groups());
        List<Finding> findings = new ArrayList<>();
        comparison.differences().forEach(d -> findings.add(finding(input, d)));
        List<PciFunction> unknown = input.topology().functions().stream()
                .filter(f -> f.iommuGroup().isPresent())
                .filter(f ->
                        input.groups().of(f.address()).filter(g -> !g.certain()).isPresent())
                .toList();
        findings.addAll(input.groupsUnknown(ABOUT, unknown, "ACS registers"));
        if (!input.groupsTold() && !input.systemTold()) {
            findings.addAll(ABOUT.notTold(
                    List.copyOf(input.topology().functions()), "IOMMU groups of the kernel", About.FROM_SYSTEM));
        }
        return findings;
    }

    private static Finding finding(RuleInput input, GroupDifference d) {
        int functions = d.computed().stream().mapToInt(Set::size).sum();
        String title = String.format(
                Locale.ROOT,
                "The kernel has %,d functions in %s, the registers let expect %s: %s",
                functions,
                count(d.told().size()),
                count(d.computed().size()),
                d.first());
        EvidenceList evidence = EvidenceList.none();
        d.told().forEach((number, members) -> evidence.fact("kernel group " + number, text(members)));
        int index = 0;
        for (SortedSet<FunctionAddress> members : d.computed()) {
            evidence.fact("computed group " + ++index, text(members));
        }
        return ABOUT.finding(Severity.INFO, Subject.of(d.first()), title, why(input, d), evidence);
    }

    private static String count(int groups) {
        return String.format(Locale.ROOT, "%,d IOMMU group%s", groups, groups == 1 ? "" : "s");
    }

    private static String text(SortedSet<FunctionAddress> members) {
        return members.stream().limit(NAMED).map(FunctionAddress::toString).collect(Collectors.joining(" "))
                + (members.size() > NAMED ? " and others" : "");
    }

    /** Finer groups than expected are the sign of a quirk, coarser ones of something that the registers do not show. */
    private static String why(RuleInput input, GroupDifference d) {
        if (d.told().size() < d.computed().size()) {
            return "Coarser groups than expected come from grouping by the platform or a newer rule.";
        }
        List<String> merges = d.computed().stream()
                .flatMap(c -> input.groups().of(c.first()).stream())
                .flatMap(g -> g.merges().stream())
                .limit(2)
                .map(m -> m.sentence())
                .toList();
        return merges.isEmpty()
                ? ""
                : "By the registers, " + String.join("; ", merges)
                        + ". Finer groups than expected are the sign of a device that the kernel's list of quirks calls isolated.";
    }
}
