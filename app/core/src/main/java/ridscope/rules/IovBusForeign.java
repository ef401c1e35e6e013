package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ridscope.rid.StridedRids;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.PciFunction;

/** VFs or SDIs on a bus behind a bridge that does not lead to their PF. */
final class IovBusForeign extends IovRule {

    private static final String SENT = "Completions for them are sent to the bridge that forwards the bus.";

    private static final String ATTACHED = " Linux even attaches such a VF to the bus of that bridge without a word.";

    private static final String FIRMWARE = "Give the port of the PF enough buses of its own, so that the other bridges "
            + "move up, in the firmware setup.";

    private static final About ABOUT =
            new About("IOV_BUS_FOREIGN", "PFs with VFs or SDIs on buses of other bridges", SENT + ATTACHED, FIRMWARE);

    private static final About VFS = new About(
            "IOV_BUS_FOREIGN",
            "PFs with VFs on buses of other bridges",
            SENT + ATTACHED,
            FIRMWARE,
            X86Boot.with("On x86, pci=assign-busses makes Linux do it."));

    private static final About SDIS = new About(
            "IOV_BUS_FOREIGN",
            "PFs with SDIs on buses of other bridges",
            SENT,
            FIRMWARE + " Only firmware helps: Linux reserves nothing for SDIs.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean concerns(IovPlacement placement) {
        return true;
    }

    @Override
    public List<X86Boot> boots() {
        return List.of(VFS.onX86());
    }

    @Override
    About about(Candidates set) {
        About about = set.vfs() ? VFS : SDIS;
        return set.rids().overflowCount() == 0 ? about : RidOverflow.seen(about);
    }

    @Override
    boolean hangsOnBridges(IovPlacement placement) {
        return placement.rids().last().bus() > placement.owner().bus();
    }

    @Override
    String aroundPf() {
        return "which bridges are around the PF";
    }

    /** Where nothing is known of the bridges around, VFs and SDIs on other buses may lie behind one of them. */
    @Override
    Stream<PciFunction> blind(RuleInput input, List<IovPlacement> hanging) {
        return input.hierarchy().blindBridges().stream();
    }

    @Override
    Optional<Hit> hit(Candidates set) {
        List<PciFunction> foreign = new ArrayList<>();
        StridedRids rids = set.rids();
        int first = -1;
        int count = 0;
        int last = (int) Math.min(0xff, rids.last().bus());
        for (int bus = set.pf().address().bus() + 1; bus <= last; bus++) {
            int before = rids.countUpTo(bus * 256L - 1);
            int here = rids.countUpTo(bus * 256L + 255) - before;
            Optional<PciFunction> owner = here == 0 ? Optional.empty() : stranger(set, bus);
            if (owner.isPresent()) {
                first = first < 0 ? before : first;
                count += here;
                if (!foreign.contains(owner.get())) {
                    foreign.add(owner.get());
                }
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(new Hit(count, first, rest(foreign, count), evidence(foreign)));
    }

    /** A bridge that forwards the bus and is not above the PF. */
    private static Optional<PciFunction> stranger(Candidates set, int bus) {
        return set.input().hierarchy().over(set.pf().address().segment(), bus).stream()
                .filter(b -> !b.address().equals(set.pf().address())
                        && !set.input().hierarchy().isAbove(b, set.pf()))
                .findFirst();
    }

    private static String rest(List<PciFunction> foreign, int count) {
        PciFunction first = foreign.get(0);
        return String.format(
                "%s on buses that %s %s%s not above the PF",
                count == 1 ? "lies" : "lie",
                first.address(),
                first.bridge().orElseThrow().range().orElseThrow(),
                foreign.size() == 1
                        ? " forwards, which is"
                        : " and " + (foreign.size() - 1) + " more forward, which are");
    }

    private static List<Evidence> evidence(List<PciFunction> foreign) {
        EvidenceList evidence = EvidenceList.none();
        foreign.stream().limit(4).forEach(evidence::buses);
        return evidence.list();
    }
}
