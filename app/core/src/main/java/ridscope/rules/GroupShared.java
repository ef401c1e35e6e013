package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ridscope.isolation.IommuGroup;
import ridscope.topology.PciFunction;

/** Functions that can only be given away together. */
final class GroupShared implements Rule {

    private static final About ABOUT = new About(
            "GROUP_SHARED",
            "IOMMU groups with several devices",
            "All functions of a group go to one guest, or stay with the host.",
            "Where they must be separated, look at what they share.");

    @Override
    public About about() {
        return ABOUT;
    }

    private static final int NAMED = 16;

    /** Base class. */
    private static final int BRIDGES = 0x06;

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        if (input.groupsTold()) {
            kernelGroups(input)
                    .forEach((number, members) -> finding(input, "IOMMU group " + number + " holds", members)
                            .ifPresent(findings::add));
            return findings;
        }
        List<PciFunction> unknown = new ArrayList<>();
        for (IommuGroup group : input.groups().groups()) {
            List<PciFunction> members = group.members().stream()
                    .flatMap(a -> input.topology().function(a).stream())
                    .toList();
            if (group.certain()) {
                finding(input, "With an IOMMU on, one group would hold", members)
                        .ifPresent(findings::add);
            } else {
                unknown.addAll(members);
            }
        }
        findings.addAll(input.groupsUnknown(ABOUT, unknown, "ACS registers, nor IOMMU groups"));
        return findings;
    }

    private static SortedMap<Integer, List<PciFunction>> kernelGroups(RuleInput input) {
        SortedMap<Integer, List<PciFunction>> groups = new TreeMap<>();
        for (PciFunction f : input.topology().functions()) {
            f.iommuGroup()
                    .ifPresent(g ->
                            groups.computeIfAbsent(g, k -> new ArrayList<>()).add(f));
        }
        return groups;
    }

    private static Optional<Finding> finding(RuleInput input, String start, List<PciFunction> members) {
        List<PciFunction> devices =
                members.stream().filter(f -> !f.role().bridge()).toList();
        if (devices.size() < 2 || devices.stream().allMatch(GroupShared::chipset)) {
            return Optional.empty();
        }
        String names =
                devices.stream().limit(4).map(f -> f.address().toString()).collect(Collectors.joining(", "));
        String title = String.format(
                Locale.ROOT,
                "%s %,d functions that are not PCI-to-PCI bridges: %s%s",
                start,
                devices.size(),
                names,
                devices.size() > 4 ? " and others" : "");
        EvidenceList evidence = EvidenceList.none();
        members.stream()
                .limit(NAMED)
                .forEach(f -> evidence.fact(
                        f.address().toString(),
                        f.role().id()
                                + (f.iommuGroup().isPresent()
                                        ? ", group " + f.iommuGroup().getAsInt()
                                        : "")));
        return Optional.of(ABOUT.advising(new SharedPath(input, devices).advice())
                .finding(Severity.INFO, Subject.of(devices.get(0)), title, why(input, devices.get(0)), evidence));
    }

    /** Host and ISA bridges: nobody gives them away. */
    private static boolean chipset(PciFunction f) {
        OptionalInt type = f.identity().baseAndSubclass();
        return type.isPresent() && type.getAsInt() >> 8 == BRIDGES;
    }

    /** The first merge of the computed group. */
    private static String why(RuleInput input, PciFunction function) {
        Optional<IommuGroup> computed = input.groups().of(function.address());
        if (computed.filter(IommuGroup::certain).isEmpty()) {
            return "The registers that would tell why are not in the snapshot.";
        }
        return computed.flatMap(IommuGroup::firstMerge)
                .map(m -> "The reason: " + m.sentence() + ".")
                .orElse("The registers do not show why; a quirk or a driver of the platform may.");
    }
}
