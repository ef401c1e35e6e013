package ridscope.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.config.BridgeBuses;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;

/**
 * Why functions have other addresses: a device sits elsewhere, a bridge or root bus above got another number. Each cause is
 * told once, with all that follows from it.
 */
final class Causes {

    /** One of the first three is there, or none: nothing above changed. */
    private record Cause(Optional<Pair> moved, Optional<Pair> bridge, Optional<RootBusKey> root) {
        static final Cause NONE = new Cause(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Functions of one device that moved from one place to one other. */
    private record Move(Optional<FunctionAddress> from, int oldDevice, Optional<FunctionAddress> to, int newDevice) {}

    private final Matching matching;
    private final Map<FunctionAddress, Cause> causes = new HashMap<>();
    private final NavigableMap<RootBusKey, List<FunctionAddress>> roots = new TreeMap<>();
    private final NavigableMap<FunctionAddress, List<FunctionAddress>> bridges = new TreeMap<>();
    private final NavigableMap<FunctionAddress, List<FunctionAddress>> moved = new TreeMap<>();

    Causes(Matching matching) {
        this.matching = matching;
        matching.roots().forEach((was, is) -> {
            if (!was.equals(is)) {
                roots.put(was, new ArrayList<>());
            }
        });
        matching.pairs().values().forEach(this::attribute);
    }

    /** Bridges that got another range although they and nothing above them moved. */
    boolean renumbered(Pair bridge) {
        return bridges.containsKey(bridge.from());
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        roots.forEach((was, with) ->
                changes.add(new Change.RenumberedRoot(was, matching.roots().get(was), with)));
        bridges.forEach((address, with) -> {
            Pair pair = matching.pairs().get(address);
            changes.add(new Change.RenumberedBridge(
                    address,
                    pair.to(),
                    pair.before().bridge().orElseThrow(),
                    pair.after().bridge().orElseThrow(),
                    with));
        });
        moves().forEach(changes::add);
        return changes;
    }

    private void attribute(Pair pair) {
        Cause cause = cause(pair);
        cause.moved().ifPresent(m -> {
            List<FunctionAddress> with = moved.computeIfAbsent(m.from(), k -> new ArrayList<>());
            if (!m.equals(pair)) {
                with.add(pair.from());
            }
        });
        cause.bridge()
                .ifPresent(b -> bridges.computeIfAbsent(b.from(), k -> new ArrayList<>())
                        .add(pair.from()));
        cause.root()
                .ifPresent(r -> roots.computeIfAbsent(r, k -> new ArrayList<>()).add(pair.from()));
        if (cause.equals(Cause.NONE) && rangeMoved(pair)) {
            bridges.putIfAbsent(pair.from(), new ArrayList<>());
        }
    }

    private static boolean rangeMoved(Pair pair) {
        Optional<BusRange> was = pair.before().bridge().flatMap(BridgeBuses::range);
        Optional<BusRange> is = pair.after().bridge().flatMap(BridgeBuses::range);
        return !pair.readdressed()
                && was.isPresent()
                && is.isPresent()
                && was.get().first() != is.get().first();
    }

    private Cause cause(Pair pair) {
        Cause known = causes.get(pair.from());
        if (known == null) {
            // Against loops in what a damaged source says of parents.
            causes.put(pair.from(), Cause.NONE);
            known = found(pair);
            causes.put(pair.from(), known);
        }
        return known;
    }

    private Cause found(Pair pair) {
        Optional<Pair> owner = pair.before()
                .virtual()
                .flatMap(v -> Optional.ofNullable(matching.pairs().get(v.physicalFunction())))
                .filter(pf -> pair.basis() == Basis.VF_INDEX);
        if (owner.isPresent()) {
            Cause ofPf = cause(owner.get());
            return pair.readdressed() || ofPf.moved().isPresent() ? ofPf : Cause.NONE;
        }
        if (elsewhere(pair)) {
            return new Cause(Optional.of(pair), Optional.empty(), Optional.empty());
        }
        Optional<Pair> above = matching.before().parent(pair.before()).flatMap(matching::old);
        Cause inherited = above.map(this::cause).orElse(Cause.NONE);
        if (inherited.moved().isPresent() || !pair.readdressed()) {
            return inherited.moved().isPresent() ? inherited : Cause.NONE;
        }
        if (!inherited.equals(Cause.NONE)) {
            return inherited;
        }
        return above.filter(b ->
                        b.before().bridge().isPresent() && b.after().bridge().isPresent())
                .map(b -> new Cause(Optional.empty(), Optional.of(b), Optional.empty()))
                .orElseGet(() -> above.isPresent()
                        ? Cause.NONE
                        : new Cause(Optional.empty(), Optional.empty(), Optional.of(RootBusKey.above(pair.before()))));
    }

    /** Whether it sits below something else, or at another device or function number. */
    private boolean elsewhere(Pair pair) {
        Optional<PciFunction> was = matching.before().parent(pair.before());
        Optional<PciFunction> is = matching.after().parent(pair.after());
        boolean sameAbove = was.isPresent()
                ? is.isPresent() && was.flatMap(matching::old).map(Pair::to).equals(is.map(PciFunction::address))
                : is.isEmpty()
                        && RootBusKey.above(pair.after())
                                .equals(matching.roots().get(RootBusKey.above(pair.before())));
        return !sameAbove
                || matching.before().spot(pair.before()) != matching.after().spot(pair.after());
    }

    /** The functions of a device that moved together are one move, told of the first. */
    private List<Change> moves() {
        Map<Move, FunctionAddress> firsts = new HashMap<>();
        NavigableMap<FunctionAddress, List<FunctionAddress>> grouped = new TreeMap<>();
        moved.forEach((address, with) -> {
            Pair pair = matching.pairs().get(address);
            Move move = new Move(
                    pair.before().parent(), device(pair.from()), pair.after().parent(), device(pair.to()));
            FunctionAddress first = firsts.computeIfAbsent(move, k -> address);
            List<FunctionAddress> all = grouped.computeIfAbsent(first, k -> new ArrayList<>());
            if (!first.equals(address)) {
                all.add(address);
            }
            all.addAll(with);
        });
        List<Change> changes = new ArrayList<>();
        grouped.forEach((address, with) -> {
            with.sort(Comparator.naturalOrder());
            Pair pair = matching.pairs().get(address);
            changes.add(
                    new Change.Moved(address, pair.to(), pair.basis(), slot(pair.before()), slot(pair.after()), with));
        });
        return changes;
    }

    private static int device(FunctionAddress address) {
        return address.bus() << 8 | address.rid().device();
    }

    private static Optional<String> slot(PciFunction function) {
        return function.place().slot().map(Slot::label).filter(label -> !label.isEmpty());
    }
}
