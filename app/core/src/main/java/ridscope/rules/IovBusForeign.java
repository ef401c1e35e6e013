package ridscope.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import ridscope.rid.BusRange;
import ridscope.rid.StridedRids;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.PciFunction;

/** VFs or SDIs on a bus behind a bridge that does not lead to their PF. */
final class IovBusForeign extends IovRule {

    private static final About ABOUT = new About(
            "IOV_BUS_FOREIGN",
            "PFs with VFs or SDIs on buses of other bridges",
            "Completions for them are sent to that other bridge. Linux even attaches such a VF to the other "
                    + "bridge's bus without a word.",
            "Give the port of the PF enough buses of its own, so that the other bridges move up: firmware "
                    + "setup, or pci=assign-busses (x86).");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean concerns(IovPlacement placement) {
        return true;
    }

    @Override
    Optional<Hit> hit(Set set) {
        List<PciFunction> foreign = new ArrayList<>();
        BitSet buses = new BitSet(256);
        for (PciFunction bridge : set.input().hierarchy().bridges(set.pf().address().segment())) {
            Optional<BusRange> range = bridge.bridge().flatMap(b -> b.range());
            boolean mine = set.input().hierarchy().isAbove(bridge, set.pf()) || bridge == set.pf();
            if (range.isPresent() && !mine && touches(set, range.get(), buses)) {
                foreign.add(bridge);
            }
        }
        int first = -1;
        int count = 0;
        for (int bus = buses.nextSetBit(0); bus >= 0; bus = buses.nextSetBit(bus + 1)) {
            int before = set.rids().countUpTo(bus * 256L - 1);
            first = first < 0 ? before : first;
            count += set.rids().countUpTo(bus * 256L + 255) - before;
        }
        return count == 0 ? Optional.empty() : Optional.of(new Hit(count, first, rest(foreign, count), evidence(foreign)));
    }

    /** Marks the buses of the range on which something of the set lies. */
    private static boolean touches(Set set, BusRange range, BitSet buses) {
        boolean any = false;
        for (int bus = range.first(); bus <= range.last(); bus++) {
            StridedRids rids = set.rids();
            boolean there = bus != set.pf().address().bus()
                    && rids.countUpTo(bus * 256L + 255) > rids.countUpTo(bus * 256L - 1);
            if (there) {
                buses.set(bus);
                any = true;
            }
        }
        return any;
    }

    private static String rest(List<PciFunction> foreign, int count) {
        PciFunction first = foreign.get(0);
        String others = foreign.size() == 1 ? "" : " and " + (foreign.size() - 1) + " more";
        return String.format("%s on buses that %s %s%s forwards, which is not above the PF",
                count == 1 ? "lies" : "lie", first.address(), first.bridge().orElseThrow().range().orElseThrow(), others);
    }

    private static List<Evidence> evidence(List<PciFunction> foreign) {
        EvidenceList evidence = EvidenceList.none();
        foreign.stream().limit(4).forEach(evidence::buses);
        return evidence.list();
    }
}
