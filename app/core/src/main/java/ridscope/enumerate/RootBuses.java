package ridscope.enumerate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ridscope.host.BootLog;
import ridscope.host.HostSnapshot;
import ridscope.host.RootBus;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Diagnostic;
import ridscope.topology.HostBridge;

/**
 * Root buses and their windows: those the source named, those the boot log names, and those that must exist because
 * functions sit on a bus that no bridge explains.
 */
final class RootBuses {

    private static final int HOST_BRIDGE_CLASS = 0x0600;
    private static final int FEW = 8;

    private final NavigableMap<FunctionAddress, Draft> drafts;
    private final List<Diagnostic> diagnostics;
    private final TreeMap<BusKey, Found> found = new TreeMap<>();
    private final Map<BusKey, RootBus> logged = new TreeMap<>();
    private final Map<Segment, List<Integer>> unplaced = new TreeMap<>();

    private record Found(OptionalInt end, OptionalInt numaNode, boolean invented) {}

    RootBuses(HostSnapshot snapshot, NavigableMap<FunctionAddress, Draft> drafts, List<Diagnostic> diagnostics) {
        this.drafts = drafts;
        this.diagnostics = diagnostics;
        BootLog.parse(snapshot.bootLog())
                .rootBuses()
                .forEach(root -> logged.put(new BusKey(root.segment(), root.bus()), root));
        snapshot.rootBuses().forEach(this::name);
        logged.keySet()
                .forEach(bus -> found.putIfAbsent(bus, new Found(OptionalInt.empty(), OptionalInt.empty(), false)));
    }

    private void name(RootBus root) {
        BusKey key = new BusKey(root.segment(), root.bus());
        if (root.bus() < 0 || root.bus() > 0xff) {
            diagnostics.add(
                    Diagnostic.of("ROOT_BUS_BAD", "Root bus number " + root.bus() + " is not between 0 and 255"));
        } else if (found.containsKey(key)) {
            diagnostics.add(Diagnostic.of("ROOT_BUS_TWICE", key, "The source names this root bus twice"));
        } else {
            found.put(key, new Found(root.end(), root.numaNode(), false));
        }
    }

    /** Buses that are root buses before any function is looked at. */
    Set<BusKey> named() {
        return found.keySet();
    }

    /** Adds root buses for functions that no bridge explains, and reports those on buses that nobody decodes. */
    void settle(Parents parents) {
        drafts.values().stream()
                .filter(d -> d.parent.isEmpty() && d.pf.isEmpty() && saysRoot(d))
                .forEach(d -> found.putIfAbsent(
                        new BusKey(d.address.segment(), d.bus()),
                        new Found(OptionalInt.empty(), OptionalInt.empty(), false)));
        Map<BusKey, List<Draft>> orphans = new TreeMap<>();
        for (Draft draft : drafts.values()) {
            BusKey bus = new BusKey(draft.address.segment(), draft.bus());
            if (draft.parent.isEmpty() && draft.pf.isEmpty() && !found.containsKey(bus)) {
                orphans.computeIfAbsent(bus, k -> new ArrayList<>()).add(draft);
            }
        }
        orphans.forEach((bus, functions) -> settle(bus, functions, parents));
        unplaced.forEach(this::sayUnplaced);
        assign();
    }

    /** One sentence for all buses: in a listing without bus numbers these are most of them. */
    private void sayUnplaced(Segment segment, List<Integer> buses) {
        String list = buses.stream()
                .limit(FEW)
                .map(bus -> String.format("%02x", bus))
                .collect(Collectors.joining(", ", buses.size() == 1 ? "bus " : "buses ", ""));
        diagnostics.add(Diagnostic.of(
                "HIERARCHY_UNKNOWN",
                segment,
                "Which bridges lead to " + list + (buses.size() > FEW ? " and others" : "")
                        + " is not known: the source does not tell the bus numbers of every bridge"
                        + " (lspci -v and lspci -t print them)"));
    }

    private static boolean saysRoot(Draft draft) {
        return draft.record
                        .os()
                        .place()
                        .parent()
                        .filter(p -> p.bridge().isEmpty())
                        .isPresent()
                && draft.record.os().sriov().physicalFunction().isEmpty();
    }

    private void settle(BusKey bus, List<Draft> functions, Parents parents) {
        boolean looksLikeRoot = bus.bus() == 0
                || functions.stream()
                        .anyMatch(d -> d.identity.baseAndSubclass().equals(OptionalInt.of(HOST_BRIDGE_CLASS)));
        boolean blind = !looksLikeRoot
                && drafts.values().stream().anyMatch(d -> d.address.segment().equals(bus.segment()) && d.blindBridge());
        if (looksLikeRoot || !blind && !parents.insideSomeRange(bus)) {
            found.put(bus, new Found(OptionalInt.empty(), OptionalInt.empty(), true));
            return;
        }
        if (blind) {
            unplaced.computeIfAbsent(bus.segment(), s -> new ArrayList<>()).add(bus.bus());
            return;
        }
        functions.stream()
                .filter(d -> d.maskedIds() && !d.bridgeHeader() && !d.ownsVfs && d.children.isEmpty())
                .forEach(parents::adopt);
        functions.stream()
                .filter(d -> d.parent.isEmpty())
                .findFirst()
                .ifPresent(d -> diagnostics.add(Diagnostic.of(
                        "UNDECODED_BUS",
                        d.address,
                        "Bus " + bus
                                + " is no root bus, no bridge has it as its secondary bus, and no PF explains it")));
    }

    /** From the top down; VFs on a root bus follow their PF, which may sit on another bus. */
    private void assign() {
        Deque<Draft> todo = new ArrayDeque<>();
        for (Draft draft : drafts.values()) {
            if (draft.parent.isEmpty()) {
                draft.rootBus = draft.pf.map(Draft::bus).orElse(draft.bus());
                todo.add(draft);
            }
        }
        while (!todo.isEmpty()) {
            Draft draft = todo.remove();
            draft.children.forEach(c -> c.rootBus = draft.rootBus);
            todo.addAll(draft.children);
        }
    }

    /** All host bridges by segment and bus, windows settled. */
    List<HostBridge> hostBridges() {
        Map<BusKey, NumaVote> votes = new HashMap<>();
        for (Draft draft : drafts.values()) {
            votes.computeIfAbsent(new BusKey(draft.address.segment(), draft.rootBus), k -> new NumaVote())
                    .add(draft.record.os().place().numaNode());
        }
        List<HostBridge> bridges = new ArrayList<>();
        found.forEach((bus, f) -> {
            OptionalInt told = end(bus, f);
            OptionalInt numa = either(
                    either(logged(bus).numaNode(), f.numaNode()),
                    votes.getOrDefault(bus, new NumaVote()).unanimous());
            bridges.add(new HostBridge(
                    bus.segment(),
                    new BusRange(bus.bus(), told.orElseGet(() -> assumedEnd(bus))),
                    told.isEmpty(),
                    numa,
                    f.invented()));
        });
        return bridges;
    }

    private OptionalInt end(BusKey bus, Found f) {
        OptionalInt told = either(f.end(), logged(bus).end());
        if (told.isPresent() && (told.getAsInt() < bus.bus() || told.getAsInt() > 0xff)) {
            diagnostics.add(Diagnostic.of(
                    "ROOT_WINDOW_BAD",
                    bus,
                    "Its window is said to end at bus " + Integer.toHexString(told.getAsInt())));
            return OptionalInt.empty();
        }
        return told;
    }

    /** What the boot log says of a root bus; nothing if it does not name it. */
    private RootBus logged(BusKey bus) {
        return logged.getOrDefault(
                bus, new RootBus(bus.segment(), bus.bus(), OptionalInt.empty(), OptionalInt.empty()));
    }

    private static OptionalInt either(OptionalInt first, OptionalInt second) {
        return first.isPresent() ? first : second;
    }

    private int assumedEnd(BusKey bus) {
        BusKey next = found.higherKey(bus);
        return next != null && next.segment().equals(bus.segment()) ? next.bus() - 1 : 0xff;
    }

    /** Whether all functions that know a NUMA node agree. */
    private static final class NumaVote {
        private OptionalInt node = OptionalInt.empty();
        private boolean split;

        void add(OptionalInt vote) {
            split |= vote.isPresent() && node.isPresent() && !vote.equals(node);
            node = vote.isPresent() ? vote : node;
        }

        OptionalInt unanimous() {
            return split ? OptionalInt.empty() : node;
        }
    }
}
