package ridscope.rules;

import java.util.Locale;
import java.util.Optional;
import ridscope.plan.Wishes;
import ridscope.rid.BusRange;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim.Kind;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;

/** SDIs on other buses than the PF, which no kernel keeps free for them. */
final class SiovUnreserved extends SiovRule {

    private static final About ABOUT = new About(
            "SIOV_UNRESERVED",
            "PFs with SDIs on buses that nothing reserves for them",
            "Linux reserves no bus for SDIs unless it has the SIOV series, which is not merged: at the next "
                    + "renumbering or hot-add the numbers may go to another bridge.",
            "Have firmware give the port enough buses; see the plan with the SIOV series for what "
                    + "would be needed.");

    private static final String KEEP =
            "Do not boot with pci=assign-busses (x86): Linux would then give its buses to others.";

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction pf, Siov siov) {
        Optional<StridedRids> sdis = siov.sdis();
        if (sdis.isEmpty() || sdis.get().extraBuses() == 0) {
            return Optional.empty();
        }
        Optional<PciFunction> port = input.hierarchy().above(pf);
        Optional<BusRange> routed = port.isPresent()
                ? port.flatMap(PciFunction::bridge).flatMap(b -> b.range())
                : input.topology().hostBridgeOf(pf).map(HostBridge::buses);
        boolean inside = routed.filter(r -> r.contains(sdis.get().last().bus())).isPresent();
        String range = routed.map(r -> " " + r).orElse("");
        String who = port.map(p -> p.address() + range).orElse("the root window" + range);
        String title = String.format(
                Locale.ROOT,
                "The %s of %s %d bus%s more, up to %s; %s %s, and Linux reserves none for them",
                sdis.get().count() == 1
                        ? "only SDI"
                        : String.format(Locale.ROOT, "%,d SDIs", sdis.get().count()),
                pf.address() + (sdis.get().count() == 1 ? " needs" : " need"),
                sdis.get().extraBuses(),
                sdis.get().extraBuses() == 1 ? "" : "es",
                RidOverflow.bus(sdis.get().last().bus()),
                who,
                told(input, pf, routed.isPresent(), inside));
        EvidenceList evidence = EvidenceList.none().siov(pf);
        port.ifPresent(evidence::buses);
        return Optional.of(advising(input, pf, sdis.get()).finding(Severity.WARNING, pf, title, evidence));
    }

    /** Where the SDIs would lose buses by it, nobody shall boot with {@code pci=assign-busses}. */
    private static About advising(RuleInput input, PciFunction pf, StridedRids sdis) {
        About about = sdis.overflowCount() == 0 ? ABOUT : RidOverflow.seen(ABOUT);
        boolean loses = input.renumbering().possible()
                && input.renumbering().cost(Wishes.DEFAULT_HPBUSSIZE).losses().stream()
                        .anyMatch(l -> l.kind() == Kind.SDI && l.pf().equals(pf.address()));
        return loses ? about.advising(about.advice() + " " + KEEP) : about;
    }

    private static String told(RuleInput input, PciFunction pf, boolean routed, boolean inside) {
        if (!routed || input.parentless(pf)) {
            return "is not known to have them";
        }
        return inside ? "happens to have them" : "does not have them";
    }
}
