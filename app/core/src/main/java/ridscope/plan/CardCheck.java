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
            noNumber(port);
            return;
        }
        numbers(port, card, parts);
        parts.stream()
                .filter(p -> !p.bridge() && p.bus != null && reached(p, port))
                .forEach(p -> iov(p, collisions));
    }

    private void noNumber(Part port) {
        run.failures()
                .add(new PlanFailure(
                        port.subject(),
                        port.subject(),
                        "It gets no bus number, so that nothing below it would be found",
                        "",
                        run.wishes().assignBusses()
                                ? "Have firmware give the root bus a wider bus window"
                                : "Have firmware leave more numbers above it"));
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
        String kernel = run.log().events().stream()
                .filter(e -> bridges.contains(e.subject()) && !e.kernelMessage().isEmpty())
                .map(PlanEvent::kernelMessage)
                .findFirst()
                .orElse("");
        SwitchRoom room = new SwitchRoom(port, card, run.wishes());
        String reason = "The switch with " + Numbers.count(card.ports(), "port") + " below it " + room.words()
                + ", and " + port.registers() + " holds " + port.registers().size();
        run.failures()
                .instead(
                        bridges,
                        new PlanFailure(port.subject(), port.subject(), reason, kernel, advice(port, card, room)));
    }

    /** Of a port whose numbers are kept it is known what fits; others share theirs with what comes behind them. */
    private String advice(Part port, PluggedCard card, SwitchRoom room) {
        List<String> ways = new ArrayList<>();
        int most = port.kept ? room.mostPorts(port.registers().size()) : 0;
        if (most > 0) {
            ways.add("take a switch with at most " + Numbers.count(most, "port"));
        } else if (!port.kept && card.ports() > 1) {
            ways.add("take a switch with fewer ports");
        }
        if (run.wishes().assignBusses()) {
            ways.add("have firmware give the root bus a wider bus window");
        } else {
            room.enough()
                    .ifPresent(
                            n -> ways.add("have firmware leave " + port.subject() + " " + Numbers.count(n, "number")));
        }
        if (ways.isEmpty()) {
            boolean unreserved = run.wishes().reservation() == Reservation.MAINLINE
                    && card.sdis().isPresent();
            return "Take another card: no range of bus numbers is enough for this one"
                    + (unreserved ? ", as this kernel reserves none for SDIs" : "");
        }
        String words = String.join(", or ", ways);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
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
