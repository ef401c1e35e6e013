package ridscope.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ridscope.rid.BusRange;

/** Looks at the planned registers alone: whether every range nests, and says of each that does not why. */
final class Ranges {

    private final PlanLog log;
    private final Set<String> said = new HashSet<>();

    private Ranges(PlanLog log) {
        this.log = log;
        log.events().forEach(e -> said.add(e.id() + " " + e.subject()));
    }

    static void check(Machine machine, PlanLog log) {
        Ranges ranges = new Ranges(log);
        Map<Part, BusRange> windows = new HashMap<>();
        for (Machine.Root root : machine.roots()) {
            root.functions().forEach(p -> windows.put(p, root.hostBridge().buses()));
            ranges.siblings(root.functions());
        }
        for (Part part : machine.parts()) {
            if (part.above != null) {
                windows.put(part, windows.get(part.above));
            }
            if (part.bridge() && part.registers().configured()) {
                ranges.one(part, windows.get(part));
            }
            ranges.siblings(part.below);
        }
    }

    private void one(Part part, BusRange window) {
        BusNumbers own = part.registers();
        if (own.size() == 0) {
            say(
                    PlanEvent.Id.RANGE_INVERTED,
                    part,
                    own.secondary(),
                    own + " ends before it begins: nothing is forwarded",
                    "");
            return;
        }
        if (part.above != null) {
            BusNumbers above = part.above.registers();
            if (own.secondary() <= above.secondary() || own.subordinate() > above.subordinate()) {
                say(
                        PlanEvent.Id.RANGE_OUTSIDE_PARENT,
                        part,
                        own.subordinate(),
                        own + " does not lie inside " + above + " of " + part.above.subject(),
                        "");
            }
        }
        if (own.secondary() < window.first() || own.subordinate() > window.last()) {
            say(
                    PlanEvent.Id.RANGE_OUTSIDE_ROOT,
                    part,
                    own.subordinate(),
                    own + " leaves the root bus's window " + window,
                    "");
        }
    }

    private void siblings(List<Part> functions) {
        List<Part> bridges = new ArrayList<>();
        for (Part part : functions) {
            if (part.bridge() && part.registers().size() > 0) {
                bridges.add(part);
            }
        }
        bridges.sort(Comparator.comparing(p -> p.secondary));
        Part widest = null;
        for (Part bridge : bridges) {
            if (widest != null && widest.subordinate >= bridge.secondary) {
                say(
                        PlanEvent.Id.BUS_OVERLAP,
                        bridge,
                        bridge.secondary,
                        bridge.registers() + " overlaps " + widest.registers() + " of " + widest.subject(),
                        "");
            }
            widest = widest == null || bridge.subordinate > widest.subordinate ? bridge : widest;
        }
    }

    private void say(PlanEvent.Id id, Part part, long number, String text, String kernelMessage) {
        if (said.add(id + " " + part.subject())) {
            log.add(id, part.subject(), number, text, kernelMessage);
        }
    }
}
