package ridscope.plan;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;

/** Whether the VFs and SDIs of each PF have a place after the plan: those wished for, and what the others could have. */
final class WishCheck {

    private final PlanRun run;
    private final Unknowns unknowns;
    private final VfCheck vfs;
    private final SdiCheck sdis;
    private final CardCheck cards;

    WishCheck(PlanRun run, Unknowns unknowns) {
        this.run = run;
        this.unknowns = unknowns;
        RoutedCheck routed = new RoutedCheck(run);
        UnplacedCheck unplaced = new UnplacedCheck(run);
        vfs = new VfCheck(run, unknowns, routed, unplaced);
        sdis = new SdiCheck(run, unknowns, routed, unplaced);
        cards = new CardCheck(run, unknowns, routed);
    }

    void run() {
        Collisions collisions = new Collisions(run.machine(), run.log(), run.failures());
        for (Part part : run.machine().parts()) {
            Optional<FunctionAddress> address = part.known.map(PciFunction::address);
            Integer wishedVfs = address.map(a -> run.wishes().vfs().get(a)).orElse(null);
            SdiWish wishedSdis = address.map(a -> run.wishes().sdis().get(a)).orElse(null);
            if (part.bus == null) {
                notFound(part, wishedVfs, wishedSdis);
            } else {
                vfs.check(part, wishedVfs).ifPresent(collisions::add);
                sdis.check(part, wishedSdis).ifPresent(collisions::add);
            }
            cards.check(part, collisions);
        }
        elsewhere();
        new AriCheck(run).run();
        if (!run.wishes().anyAsked()) {
            unknowns.whole().forEach(run.failures()::undecided);
        }
        if (unknowns.guessed()) {
            run.failures().guessed(run.machine().segment(), unknowns.whole());
        }
        collisions.find();
    }

    private void notFound(Part part, Integer wishedVfs, SdiWish wishedSdis) {
        if (!asked(wishedVfs, wishedSdis)) {
            return;
        }
        Optional<PlanGap> gap = unknowns.place(part, false);
        if (gap.isPresent()) {
            run.failures().undecided(gap.get());
            return;
        }
        PlanSubject above = part.above == null ? part.subject() : part.above.subject();
        run.failures()
                .add(new PlanFailure(
                        above,
                        part.subject(),
                        "Linux would not find " + part.subject() + ": no bus number leads to it",
                        "",
                        "Have firmware number the bridges above it apart"));
    }

    private static boolean asked(Integer vfs, SdiWish sdis) {
        return vfs != null && vfs > 0 || sdis != null && sdis.total() > 0;
    }

    /** Wishes on functions that hang below no known root bus, or that are no functions of their own to Linux. */
    private void elsewhere() {
        Set<FunctionAddress> named = new TreeSet<>(run.wishes().vfs().keySet());
        named.addAll(run.wishes().sdis().keySet());
        named.addAll(run.wishes().cards().keySet());
        for (FunctionAddress address : named) {
            boolean here = address.segment().equals(run.machine().segment())
                    && run.machine().part(address).isEmpty();
            boolean asked = run.wishes().cards().containsKey(address)
                    || asked(
                            run.wishes().vfs().get(address), run.wishes().sdis().get(address));
            if (here && asked) {
                run.topology().function(address).ifPresent(this::elsewhere);
            }
        }
    }

    private void elsewhere(PciFunction function) {
        Optional<PlanGap> gap = unknowns.unplaced(function);
        if (gap.isPresent()) {
            run.failures().undecided(gap.get());
            return;
        }
        PlanSubject subject = PlanSubject.of(function.address());
        PlanSubject above = function.parent().map(PlanSubject::of).orElse(subject);
        String reason = function.virtual()
                .map(v -> function.address() + " is a VF of " + v.physicalFunction() + ": it has no VFs or SDIs itself")
                .orElse("Linux would not find " + function.address()
                        + (function.parent().isPresent()
                                ? ": without ARI forwarding only device 0 is looked for below a port"
                                : ": no bridge and no root bus leads to it"));
        String advice = function.virtual()
                .map(v -> "Name its PF, " + v.physicalFunction())
                .orElse(
                        function.parent().isPresent()
                                ? "Leave ARI forwarding on in the port above"
                                : "Have firmware give a bridge above it numbers that hold its bus");
        run.failures().add(new PlanFailure(above, subject, reason, "", advice));
    }

    /** {@code 257 of 512 SDIs}, {@code All 512 SDIs}, {@code Its only VF}. */
    static String share(int part, int all, String what) {
        if (part < all) {
            return Numbers.grouped(part) + " of " + Numbers.count(all, what);
        }
        return all == 1 ? "Its only " + what : "All " + Numbers.count(all, what);
    }

    /** The verb that goes with a count. */
    static String lie(int count) {
        return count == 1 ? "lies" : "lie";
    }

    static RoutingId rid(Part part) {
        return RoutingId.of(part.bus.number, part.devfn);
    }
}
