package ridscope.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.text.Numbers;

/** Whether a card that is only thought of could be where it is wished for, and would have its numbers. */
final class CardCheck {

    private final PlanRun run;
    private final Unknowns unknowns;
    private final RoutedCheck routed;

    CardCheck(PlanRun run, Unknowns unknowns, RoutedCheck routed) {
        this.run = run;
        this.unknowns = unknowns;
        this.routed = routed;
    }

    /** Does nothing for a function without a card thought below it. */
    void check(Part port, Collisions collisions) {
        PluggedCard card =
                port.known.map(f -> run.wishes().cards().get(f.address())).orElse(null);
        if (card == null) {
            return;
        }
        if (!port.bridge()) {
            refuse(port, port.subject() + " is no port");
            return;
        }
        Optional<Part> there =
                port.below.stream().filter(p -> p.known.isPresent()).findFirst();
        if (there.isPresent()) {
            refuse(port, "There is something plugged in already: " + there.get().subject());
            return;
        }
        Optional<PlanGap> gap = unknowns.place(port, false);
        if (gap.isPresent()) {
            run.failures().undecided(gap.get());
            return;
        }
        List<Part> parts = new ArrayList<>(port.below);
        for (int i = 0; i < parts.size(); i++) {
            parts.addAll(parts.get(i).below);
        }
        if (port.child == null) {
            run.failures()
                    .add(new PlanFailure(
                            port.subject(),
                            port.subject(),
                            "It gets no bus number, so that nothing below it would be found",
                            "",
                            run.wishes().assignBusses()
                                    ? "Have firmware give the root bus a wider bus window"
                                    : "Have firmware leave more numbers above it"));
            return;
        }
        numbers(port, card, parts);
        parts.stream()
                .filter(p -> !p.bridge() && p.bus != null && reached(p, port))
                .forEach(p -> iov(p, collisions));
    }

    private void refuse(Part port, String reason) {
        PlanSubject at = port.bridge() || port.above == null ? port.subject() : port.above.subject();
        run.failures().add(new PlanFailure(at, port.subject(), reason, "", EmptyPorts.advice(run.topology())));
    }

    /** One sentence for the whole switch, rather than one for each of its ports. */
    private void numbers(Part port, PluggedCard card, List<Part> parts) {
        Set<PlanSubject> bridges = new HashSet<>();
        parts.stream().filter(Part::bridge).forEach(p -> bridges.add(p.subject()));
        if (bridges.isEmpty()) {
            return;
        }
        long need = need(port);
        int have = port.registers().size();
        String kernel = run.log().events().stream()
                .filter(e -> bridges.contains(e.subject()) && !e.kernelMessage().isEmpty())
                .map(PlanEvent::kernelMessage)
                .findFirst()
                .orElse("");
        String reason = "The switch with " + Numbers.count(card.ports(), "port") + " below it needs "
                + Numbers.count(need, "bus number") + ", and " + port.registers() + " holds "
                + have;
        long most = (have - 2L) * card.ports() / Math.max(1, need - 2);
        String smaller = most > 0 ? "Take a switch with at most " + Numbers.count(most, "port") + ", or have" : "Have";
        String advice = smaller + " firmware leave " + port.subject() + " " + Numbers.count(need, "number");
        run.failures().instead(bridges, new PlanFailure(port.subject(), port.subject(), reason, kernel, advice));
    }

    /** Bus numbers of a bridge with all that is thought below it. */
    private static long need(Part bridge) {
        long need = 1;
        long beyond = 0;
        for (Part part : bridge.below) {
            beyond = Math.max(beyond, part.vfs.extraBuses(part.devfn, part.vfs.total()));
            beyond = Math.max(beyond, part.sdis.extraBuses(part.devfn, part.sdis.total()));
            need += part.bridge() ? need(part) : 0;
        }
        return need + beyond;
    }

    /** Whether the bridges between have numbers that lead there; else that is said already. */
    private static boolean reached(Part part, Part port) {
        for (Part up = part.above; up != port; up = up.above) {
            if (up.child == null || !port.registers().contains(up.registers().secondary())) {
                return false;
            }
        }
        return true;
    }

    private void iov(Part part, Collisions collisions) {
        if (part.vfs.usable()) {
            collisions.add(routed.check(part, part.vfs.at(WishCheck.rid(part)), "VF"));
        }
        if (part.sdis.usable()) {
            collisions.add(routed.check(part, part.sdis.at(WishCheck.rid(part)), "SDI"));
        }
    }
}
