package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.StridedRids;
import ridscope.text.Numbers;

/**
 * How many bus numbers a port must keep for a switch thought below it. Whether so many are enough is found by planning: a
 * port of its own that keeps them, with the same card and the same kernel.
 */
final class SwitchRoom {

    private final Part port;
    private final PluggedCard card;
    private final Wishes wishes;

    SwitchRoom(Part port, PluggedCard card, Wishes wishes) {
        this.port = port;
        this.card = card;
        this.wishes = wishes;
    }

    /**
     * With all VFs and SDIs, and as many numbers for every hot-plug port as hpbussize says; more than 255 where no port can
     * hold it.
     */
    long needed() {
        Part again = again(card);
        return 1 + needed(again.below);
    }

    /** {@code needs 18 bus numbers with hpbussize 8}. */
    String words() {
        boolean padded = card.hotplugPorts() && wishes.effectiveHpbussize() > 1;
        return "needs " + Numbers.count(needed(), "bus number")
                + (padded ? " with hpbussize " + wishes.effectiveHpbussize() : "");
    }

    private long needed(List<Part> functions) {
        long bridges = 0;
        long beyond = 0;
        for (Part part : functions) {
            beyond = Math.max(beyond, part.vfs.extraBuses(part.devfn, part.vfs.total()));
            beyond = Math.max(beyond, part.sdis.extraBuses(part.devfn, part.sdis.total()));
            long own = part.bridge() ? 1 + needed(part.below) : 0;
            bridges += part.hotplug ? Math.max(own, wishes.effectiveHpbussize()) : own;
        }
        return beyond + bridges;
    }

    /** Whether every bridge of the card gets numbers where the port keeps so many, its own included. */
    boolean numbered(int numbers) {
        return planned(card, numbers).isPresent();
    }

    /** The fewest numbers, {@link #needed()} or more, with which all of the card has its place; empty where none do. */
    OptionalInt enough() {
        long needed = needed();
        for (int numbers = (int) Math.min(needed, 256); numbers <= 255; numbers++) {
            if (fits(card, numbers)) {
                return OptionalInt.of(numbers);
            }
        }
        return OptionalInt.empty();
    }

    /** The most downstream ports of a switch of that kind for which so many numbers do; 0 where none fits. */
    int mostPorts(int numbers) {
        int ports = card.ports() - 1;
        while (ports > 0 && !fits(new PluggedCard(ports, card.hotplugPorts(), card.vfs(), card.sdis()), numbers)) {
            ports--;
        }
        return ports;
    }

    private boolean fits(PluggedCard some, int numbers) {
        return planned(some, numbers)
                .filter(parts -> parts.stream().allMatch(SwitchRoom::placed))
                .isPresent();
    }

    /** Everything below the port after a scan; empty where a bridge of it got no good numbers. */
    private Optional<List<Part>> planned(PluggedCard some, int numbers) {
        if (numbers < 1) {
            return Optional.empty();
        }
        Part again = again(some);
        again.secondary = 1;
        again.subordinate = Math.min(numbers, 255);
        PlanLog log = new PlanLog();
        new BusAssignment(port.subject().segment(), wishes.withAssignBusses(false), log).root(0, 0xff, List.of(again));
        boolean failed = log.events().stream()
                .anyMatch(e -> e.id() == PlanEvent.Id.BUS_EXHAUSTED || e.id() == PlanEvent.Id.DEVICES_UNUSABLE);
        List<Part> parts = new ArrayList<>(again.below);
        for (int i = 0; i < parts.size(); i++) {
            parts.addAll(parts.get(i).below);
        }
        return failed ? Optional.empty() : Optional.of(parts);
    }

    private Part again(PluggedCard some) {
        Part again = new Part(Optional.empty(), Part.Kind.BRIDGE, 0, null);
        again.primaryKnown = true;
        again.hotplug = port.hotplug;
        PluggedParts.add(some, again);
        return again;
    }

    /** Whether the bridges above forward the buses of all VFs and SDIs. */
    private static boolean placed(Part part) {
        return part.bus != null && (part.bridge() || placed(part, part.vfs) && placed(part, part.sdis));
    }

    private static boolean placed(Part part, IovRegisters registers) {
        if (!registers.usable()) {
            return true;
        }
        StridedRids rids = registers.at(WishCheck.rid(part));
        for (Part up = part.above; up != null; up = up.above) {
            if (rids.last().bus() > up.registers().subordinate()) {
                return false;
            }
        }
        return true;
    }
}
