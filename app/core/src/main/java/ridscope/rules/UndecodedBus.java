package ridscope.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ridscope.topology.PciFunction;

/** Functions on a bus that no bridge leads to. */
final class UndecodedBus extends DiagnosticRule {

    private static final About ABOUT = new About(
            "UNDECODED_BUS",
            "buses with functions to which no bridge leads",
            "No register explains how requests get there: a bridge is missing from the dump, or somebody "
                    + "changed its numbers after the scan.",
            "Capture all functions of the host at one time; if that is what this is, look at the bridges "
                    + "around that number.");

    UndecodedBus() {
        super(ABOUT, Severity.ERROR);
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>(super.check(input));
        Set<Subject> seen = new HashSet<>();
        for (PciFunction vf : input.topology().functions()) {
            stranded(input, vf).filter(seen::add).ifPresent(bus -> findings.add(finding(vf, bus)));
        }
        findings.addAll(ABOUT.notChecked(input.hierarchy().blindBridges(), "bus numbers"));
        if (!input.systemTold()) {
            findings.addAll(ABOUT.notTold(strays(input), "PF of what seems to be a VF", About.FROM_SYSTEM));
        }
        return findings;
    }

    @Override
    void evidence(RuleInput input, PciFunction f, EvidenceList evidence) {
        around(input, Subject.of(f.address().segment(), f.address().bus()), evidence);
    }

    /** Bridges that forward the bus without having it as their own. */
    private static void around(RuleInput input, Subject bus, EvidenceList evidence) {
        input.hierarchy().over(bus.segment().orElseThrow(), bus.bus().orElseThrow()).stream()
                .limit(4)
                .forEach(evidence::buses);
    }

    /** Without IDs of their own, as VFs are, and no PF explains them. */
    private static List<PciFunction> strays(RuleInput input) {
        return input.topology().functions().stream()
                .filter(f -> f.virtual().isEmpty() && f.config().u16(0).equals(OptionalInt.of(0xffff)))
                .toList();
    }

    /** The bus of a VF beyond the last bus its PF's port forwards, when no other bridge leads there either. */
    private static Optional<Subject> stranded(RuleInput input, PciFunction vf) {
        int bus = vf.address().bus();
        Optional<PciFunction> pf = vf.virtual().flatMap(v -> input.topology().function(v.physicalFunction()));
        if (pf.isEmpty() || bus == pf.get().address().bus()) {
            return Optional.empty();
        }
        OptionalInt limit = limit(input, pf.get());
        boolean decoded = limit.isEmpty()
                || limit.getAsInt() >= bus
                || input.topology().hostBridges(vf.address().segment()).stream().anyMatch(h -> h.rootBus() == bus)
                || input.hierarchy().bridges(vf.address().segment()).stream()
                        .anyMatch(b -> b.bridge().orElseThrow().secondary() == bus);
        return decoded ? Optional.empty() : Optional.of(Subject.of(vf.address().segment(), bus));
    }

    private static OptionalInt limit(RuleInput input, PciFunction pf) {
        Optional<PciFunction> above = input.hierarchy().above(pf);
        if (above.isPresent()) {
            return above.get()
                    .bridge()
                    .map(b -> OptionalInt.of(b.subordinate()))
                    .orElse(OptionalInt.empty());
        }
        return input.topology()
                .hostBridgeOf(pf)
                .map(h -> OptionalInt.of(h.buses().last()))
                .orElse(OptionalInt.empty());
    }

    private static Finding finding(PciFunction vf, Subject bus) {
        String title = String.format(
                "Bus %s has the VF %s, but no bridge has it as its secondary bus and the port of its PF ends before it",
                bus, vf.address());
        return ABOUT.finding(Severity.ERROR, bus, title, EvidenceList.none());
    }
}
