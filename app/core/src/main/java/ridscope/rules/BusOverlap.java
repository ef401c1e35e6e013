package ridscope.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;

/** Two bridges forward the same bus, and neither is above the other. */
final class BusOverlap implements Rule {

    private static final About ABOUT = new About(
            "BUS_OVERLAP",
            "pairs of bridges whose bus ranges overlap",
            "A bus number must be forwarded by one chain of bridges only; completions and messages for the "
                    + "shared numbers go to one of the two and are lost for the other. Linux logs 'busn_res: can not "
                    + "insert … conflicts with' and goes on.",
            "Update the firmware.",
            "On x86, pci=assign-busses lets Linux renumber; look at the plan first.");

    /** A segment has 255 buses below its bridges; more pairs than this only a damaged dump has. */
    private static final long LIMIT = 1 << 20;

    private static final int MOST = 4096;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        input.topology().segments().forEach(s -> check(input, s, findings));
        findings.addAll(ABOUT.notChecked(input.hierarchy().blindBridges(), "bus numbers"));
        return findings;
    }

    /** By rising first bus, so that whoever starts beyond the end of a range ends the search for it. */
    private static void check(RuleInput input, Segment segment, List<Finding> findings) {
        List<PciFunction> bridges = input.hierarchy().bridges(segment).stream()
                .filter(b -> range(b).isPresent())
                .sorted(Comparator.comparing((PciFunction b) -> range(b).orElseThrow())
                        .thenComparing(PciFunction::address))
                .toList();
        long looks = 0;
        for (int i = 0; i < bridges.size(); i++) {
            PciFunction first = bridges.get(i);
            BusRange range = range(first).orElseThrow();
            for (int j = i + 1; j < bridges.size(); j++) {
                PciFunction second = bridges.get(j);
                BusRange other = range(second).orElseThrow();
                if (other.first() > range.last() || looks++ > LIMIT || findings.size() >= MOST) {
                    break;
                }
                boolean nested = input.hierarchy().isAbove(first, second)
                        || input.hierarchy().isAbove(second, first);
                if (!nested) {
                    findings.add(finding(first, range, second, other));
                }
            }
        }
    }

    private static Finding finding(PciFunction a, BusRange rangeA, PciFunction b, BusRange rangeB) {
        boolean inOrder = a.address().compareTo(b.address()) < 0;
        PciFunction low = inOrder ? a : b;
        PciFunction high = inOrder ? b : a;
        BusRange shared = new BusRange(rangeB.first(), Math.min(rangeA.last(), rangeB.last()));
        String title = String.format(
                "%s %s and %s %s both forward bus %s",
                low.address(),
                inOrder ? rangeA : rangeB,
                high.address(),
                inOrder ? rangeB : rangeA,
                shared.size() == 1 ? String.format("%02x", shared.first()) : shared.toString());
        return ABOUT.finding(
                Severity.ERROR, high, title, EvidenceList.none().buses(low).buses(high));
    }

    private static Optional<BusRange> range(PciFunction bridge) {
        return bridge.bridge().flatMap(BridgeBuses::range);
    }
}
