package ridscope.desktop.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import ridscope.config.BridgeBuses;
import ridscope.config.PciExpress;
import ridscope.desktop.document.FreeRids;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.plan.SoftwareRids;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.ridmap.BusRouting;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;

/** The buses of a bridge and what is below it. */
final class BridgeCard {

    private static final int LISTED = 4;
    private static final int SLOT_STATUS = 0x1a;

    private final Subject subject;
    private final Card.Builder card = new Card.Builder("bridge", "inspector.bridge");

    private BridgeCard(Subject subject) {
        this.subject = subject;
    }

    static Optional<Card> of(Subject subject) {
        return subject.function().bridge().map(buses -> new BridgeCard(subject).build(buses));
    }

    private Card build(BridgeBuses buses) {
        number("inspector.bridge.primary", buses.primary(), 0x18, "primary");
        number("inspector.bridge.secondary", OptionalInt.of(buses.secondary()), 0x19, "secondary_bus_number");
        number("inspector.bridge.subordinate", OptionalInt.of(buses.subordinate()), 0x1a, "subordinate_bus_number");
        if (!buses.configured()) {
            card.computed("inspector.bridge.range", Value.warning(Messages.text("inspector.bridge.unconfigured")));
        } else if (buses.range().isEmpty()) {
            card.computed("inspector.bridge.range", Value.bad(Messages.text("inspector.bridge.contradictory")));
        }
        buses.range().ifPresent(this::range);
        free();
        slot();
        subject.topology().slotBelow(subject.address()).ifPresent(slot -> SlotWords.add(subject, slot, card));
        below();
        return card.build();
    }

    private void number(String labelKey, OptionalInt bus, int offset, String attribute) {
        boolean real = subject.config().has(offset, 1);
        Origin origin = real ? Origin.register(offset, 1) : subject.os(attribute, "Bus");
        Value value = bus.isPresent() ? Value.mono(Words.hex(bus.getAsInt(), 2)) : subject.missing(offset);
        card.add(labelKey, value, bus.isPresent() ? origin : Origin.register(offset, 1));
    }

    private void range(BusRange range) {
        Value buses = Value.mono(Words.buses(range.first(), range.last()) + " (" + range.size() + ")")
                .to(new Target.OfBuses(subject.address().segment(), range));
        card.computed("inspector.bridge.range", buses);
        subject.ridMap().ifPresent(map -> {
            long used = IntStream.rangeClosed(range.first(), range.last())
                    .filter(bus -> map.bus(bus).state() == BusRouting.State.USED)
                    .count();
            card.computed(
                    "inspector.bridge.use",
                    Value.of(Messages.text(
                            "inspector.bridge.use.words", Words.count(used), Words.count(range.size() - used))));
        });
    }

    /** What software between device and guest could hand out; below a conventional bus nobody could. */
    private void free() {
        if (!FreeRids.wanted(subject.function())) {
            return;
        }
        subject.ridMap().map(map -> SoftwareRids.below(map, subject.function())).ifPresent(free -> {
            card.computed("inspector.bridge.free", Value.of(freeCount(free)));
            for (SoftwareRids.Run run :
                    free.runs().subList(0, Math.min(LISTED, free.runs().size()))) {
                card.computed("inspector.bridge.free.run", run(run));
            }
            int more = free.runs().size() - LISTED;
            if (more > 0) {
                String words = Messages.text("inspector.more", Words.count(more));
                card.computed("inspector.bridge.free.run", Value.of(words));
            }
            if (free.ariAssumedOff()) {
                card.computed(
                        "inspector.bridge.free.ari", Value.unknown(Messages.text("inspector.bridge.free.no-ari")));
            }
        });
    }

    private static String freeCount(SoftwareRids free) {
        return free.count() == 0
                ? Messages.text("inspector.bridge.free.none")
                : Messages.text(
                        "inspector.bridge.free.count",
                        Messages.count("inspector.bridge.free.ids", free.count()),
                        Messages.count("inspector.bridge.free.runs", free.runs().size()));
    }

    private Value run(SoftwareRids.Run run) {
        String ids = run.first() + (run.size() == 1 ? "" : " … " + run.last());
        FunctionAddress first = new FunctionAddress(subject.address().segment(), run.first());
        return Value.mono(ids + " (" + Words.count(run.size()) + ")").to(new Target.OfRid(first));
    }

    private void slot() {
        Optional<PciExpress> express = subject.function().express().capability();
        if (express.isEmpty() || express.get().slot().isEmpty()) {
            return;
        }
        PciExpress.SlotRegisters slot = express.get().slot().get();
        int at = express.get().offset();
        card.add(
                "inspector.slot",
                Value.mono(slotLabel().orElse("") + "#" + slot.number()),
                subject.register(at + SlotWords.CAPABILITIES, 4));
        card.add(
                "inspector.slot.hotplug",
                Value.of(Words.yesNo(slot.hotplug())),
                subject.register(at + SlotWords.CAPABILITIES, 4));
        card.add(
                "inspector.slot.present",
                Value.of(Messages.text(slot.present() ? "inspector.slot.occupied" : "inspector.slot.empty")),
                subject.register(at + SLOT_STATUS, 2));
    }

    /** The system's name where it differs from the register's number. */
    private Optional<String> slotLabel() {
        return subject.topology().below(subject.function()).stream()
                .findFirst()
                .flatMap(f -> f.place().slot())
                .map(Slot::label)
                .filter(label -> !label.matches("\\d+"))
                .map(label -> label + " ");
    }

    private void below() {
        List<PciFunction> below = subject.topology().below(subject.function());
        if (below.isEmpty()) {
            card.computed("inspector.bridge.below", Value.of(Messages.text("inspector.bridge.below.none")));
            return;
        }
        List<PciFunction> listed =
                below.stream().filter(f -> f.virtual().isEmpty()).limit(LISTED).toList();
        for (PciFunction f : listed) {
            card.computed("inspector.bridge.below", Subject.named(subject.document(), f.address()));
        }
        if (below.size() > listed.size()) {
            card.computed(
                    "inspector.bridge.below",
                    Value.of(Messages.text("inspector.more", Words.count(below.size() - listed.size()))));
        }
    }
}
