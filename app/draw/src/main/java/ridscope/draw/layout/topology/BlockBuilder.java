package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/** Turns what hangs below a bus into rows and blocks. Used once per picture: it remembers whom it has reached. */
final class BlockBuilder {

    private final Topology topology;
    private final Captions captions;
    private final Stacks stacks;
    private final Troubles troubles;
    private final Wires wires;
    private final Folds folds;
    private final FoldState state;
    private final Hidden hidden;
    private final Set<FunctionAddress> reached = new HashSet<>();

    BlockBuilder(PictureInput in) {
        topology = in.topology();
        captions = new Captions(in);
        stacks = new Stacks(topology, in.ridMaps(), in.options().opened());
        troubles = new Troubles(stacks, new BootMessages(topology), in.ridMaps().values());
        wires = new Wires(in, stacks);
        state = new FoldState(topology, in.options());
        folds = new Folds(state, in.options());
        hidden = new Hidden(topology, in.findings());
    }

    /** Whether a function is part of the picture so far. */
    boolean reached(PciFunction f) {
        return reached.contains(f.address());
    }

    /** Whether a function is a VF that its PF's stack stands for. */
    boolean standsInStack(PciFunction f) {
        return stacks.standsFor(f);
    }

    /** Ports, and functions with VFs or SDIs, of a root bus; the others become {@link #chips}. */
    List<Tree.Row> onRootBus(List<PciFunction> functions) {
        List<Tree.Row> rows = new ArrayList<>();
        Map<Integer, List<PciFunction>> devices = new TreeMap<>();
        for (PciFunction f : functions) {
            if (f.role().bridge()) {
                rows.add(port(f));
            } else if (!chip(f)) {
                devices.computeIfAbsent(f.address().rid().value() >> 3, k -> new ArrayList<>())
                        .add(f);
            }
        }
        devices.values().forEach(d -> rows.add(new Tree.PortRow(device(d))));
        rows.sort((a, b) -> first(a).compareTo(first(b)));
        return new ArrayList<>(folds.rows(rows));
    }

    private static FunctionAddress first(Tree.Row row) {
        if (row instanceof Tree.PortRow p && p.port().isPresent()) {
            return p.port().get().address();
        }
        Tree.DeviceBlock device =
                (Tree.DeviceBlock) ((Tree.PortRow) row).blocks().get(0);
        return device.cards().get(0) instanceof Tree.FunctionCard f
                ? f.function().address()
                : ((Tree.FoldCard) device.cards().get(0))
                        .fold()
                        .functions()
                        .get(0)
                        .address();
    }

    private boolean chip(PciFunction f) {
        return !f.role().bridge() && stacks.of(f).isEmpty();
    }

    /** What the host bridge itself answers as: function 00.0 of its root bus, by class a host bridge. */
    Optional<Tree.FunctionCard> own(int rootBus, List<PciFunction> functions) {
        Optional<PciFunction> own = functions.stream()
                .filter(f -> f.address().rid().equals(RoutingId.of(rootBus, 0)))
                .filter(f -> f.role() == ridscope.topology.Role.HOST_BRIDGE && chip(f))
                .findFirst();
        own.ifPresent(f -> reached.add(f.address()));
        return own.map(f -> new Tree.FunctionCard(
                f,
                Role.FUNCTION,
                Role.FUNCTION,
                List.of(captions.withoutKind(f)),
                List.of(),
                List.of(),
                captions.title(f)));
    }

    /** Functions of a root bus that are said in one line each. */
    List<Tree.Card> chips(List<PciFunction> functions) {
        List<Tree.Card> chips = new ArrayList<>();
        for (PciFunction f : functions) {
            if (chip(f)) {
                reached.add(f.address());
                chips.add(new Tree.FunctionCard(
                        f,
                        Role.FUNCTION,
                        Role.FUNCTION,
                        List.of(captions.chip(f)),
                        List.of(),
                        List.of(),
                        captions.title(f)));
            }
        }
        return folds.chips(chips);
    }

    /** A row of its own for a port. */
    private Tree.Row port(PciFunction port) {
        reached.add(port.address());
        List<Tree.Block> blocks = below(port);
        Tree.Wiring wiring = wires.below(port, blocks.get(0) instanceof Tree.EmptyBlock);
        return new Tree.PortRow(Optional.of(port), slotOf(wiring, blocks), blocks, foldable(port, blocks.get(0)));
    }

    /** The slot of a plugged-in switch or bridge is said on its wire; a device has a frame for it. */
    private Tree.Wiring slotOf(Tree.Wiring wiring, List<Tree.Block> blocks) {
        for (Tree.Block block : blocks) {
            Optional<String> slot = Optional.empty();
            if (block instanceof Tree.SwitchBlock s) {
                slot = Captions.slotAbove(s.upstream());
            } else if (block instanceof Tree.BridgeBlock b) {
                slot = Captions.slotAbove(b.bridge());
            }
            if (slot.isPresent()) {
                return wiring.withRemark(slot.get());
            }
        }
        return wiring;
    }

    /** What hangs below a bridge, at least one block. */
    private List<Tree.Block> below(PciFunction bridge) {
        Target node = new Target.OfFunction(bridge.address());
        return folded(node, () -> reachable(bridge), Captions.range(bridge))
                .<List<Tree.Block>>map(List::of)
                .orElseGet(() -> unfolded(bridge));
    }

    private List<PciFunction> reachable(PciFunction bridge) {
        return topology.below(bridge).stream().filter(f -> !reached(f)).toList();
    }

    /** Whether what is below a bridge is folded; empty where a fold would take the same room. */
    private Optional<Boolean> foldable(PciFunction bridge, Tree.Block first) {
        boolean folded = first instanceof Tree.HiddenBlock;
        return folded || Hidden.below(topology, bridge, 2) > 1 ? Optional.of(folded) : Optional.empty();
    }

    /** Whether some functions with all that is below them are more than one. */
    boolean several(List<PciFunction> functions) {
        return functions.size() > 1 || functions.stream().anyMatch(f -> Hidden.below(topology, f, 1) > 0);
    }

    /** What stands for all that is below a node, if that is folded and there are several things. */
    Optional<Tree.Block> folded(Target node, Supplier<List<PciFunction>> roots, Optional<BusRange> buses) {
        if (!state.folded(node)) {
            return Optional.empty();
        }
        List<PciFunction> inside =
                hidden.with(roots.get()).stream().filter(f -> !reached(f)).toList();
        if (inside.stream().filter(f -> f.virtual().isEmpty()).count() < 2) {
            return Optional.empty();
        }
        inside.forEach(f -> reached.add(f.address()));
        MarkId id = Hex.id("folded", inside.get(0).address());
        return Optional.of(new Tree.HiddenBlock(
                id, hidden.words(inside, buses), hidden.quantities(inside), hidden.wrong(inside), node, inside));
    }

    private List<Tree.Block> unfolded(PciFunction bridge) {
        List<Tree.Block> blocks = new ArrayList<>();
        Map<Integer, List<PciFunction>> devices = new TreeMap<>();
        boolean link = bridge.role().downstreamPort();
        for (PciFunction f : topology.below(bridge)) {
            if (standsInStack(f) || reached(f)) {
                continue;
            }
            if (f.role().bridge()) {
                blocks.add(bridge(f));
            } else {
                int device = link ? f.address().bus() << 5 : f.address().rid().value() >> 3;
                devices.computeIfAbsent(device, k -> new ArrayList<>()).add(f);
            }
        }
        devices.values().forEach(d -> blocks.add(device(d)));
        if (blocks.isEmpty()) {
            blocks.add(empty(bridge));
        }
        return blocks;
    }

    private Tree.Block bridge(PciFunction f) {
        reached.add(f.address());
        if (f.role() == ridscope.topology.Role.UPSTREAM_PORT) {
            List<Tree.Row> rows = switchRows(f);
            boolean folded = rows.size() == 1
                    && rows.get(0) instanceof Tree.PortRow p
                    && p.blocks().get(0) instanceof Tree.HiddenBlock
                    && p.port().isEmpty();
            return new Tree.SwitchBlock(
                    f,
                    "Switch · " + captions.shortName(f),
                    Captions.range(f).map(Hex::range).orElse(""),
                    folds.rows(rows),
                    folded || Hidden.below(topology, f, 2) > 1 ? Optional.of(folded) : Optional.empty());
        }
        List<Tree.Block> blocks = below(f);
        Tree.Wiring wiring = wires.below(f, blocks.get(0) instanceof Tree.EmptyBlock);
        String caption =
                wires.kind(f) + Captions.range(f).map(r -> " " + Hex.range(r)).orElse("");
        return new Tree.BridgeBlock(f, caption, slotOf(wiring, blocks), blocks, foldable(f, blocks.get(0)));
    }

    private List<Tree.Row> switchRows(PciFunction upstream) {
        Target node = new Target.OfFunction(upstream.address());
        Optional<Tree.Block> closed = folded(node, () -> reachable(upstream), Captions.range(upstream));
        if (closed.isPresent()) {
            return List.of(new Tree.PortRow(closed.get()));
        }
        List<Tree.Row> rows = new ArrayList<>();
        List<PciFunction> others = new ArrayList<>();
        for (PciFunction f : topology.below(upstream)) {
            if (standsInStack(f) || reached(f)) {
                continue;
            }
            if (f.role().bridge()) {
                rows.add(port(f));
            } else {
                others.add(f);
            }
        }
        if (!others.isEmpty()) {
            rows.add(new Tree.PortRow(device(others)));
        }
        return rows;
    }

    private Tree.Block device(List<PciFunction> functions) {
        List<Tree.Card> cards = new ArrayList<>();
        functions.forEach(f -> cards.add(card(f)));
        MarkId id = Hex.id("device", functions.get(0).address());
        Optional<String> slot = Captions.slotAbove(functions.get(0));
        return folds.device(new Tree.DeviceBlock(id, slot, folds.cards(cards), Optional.empty()));
    }

    /** A function on a card of its own. */
    Tree.Card card(PciFunction f) {
        reached.add(f.address());
        Role role = f.physicalFunction() ? Role.PF : Role.FUNCTION;
        Role stripe = f.siov().isPresent() ? Role.SDI : role;
        return new Tree.FunctionCard(
                f, role, stripe, captions.lines(f), stacks.of(f), troubles.of(f), captions.title(f));
    }

    private Tree.Block empty(PciFunction bridge) {
        Optional<BusRange> range = Captions.range(bridge);
        Optional<Slot> slot = captions.slotBelow(bridge);
        Optional<String> name = slot.map(Slot::label).map(Captions::slotName);
        String reserves = range.map(r -> "reserves " + Hex.range(r)).orElse("no bus numbers");
        boolean occupied =
                slot.filter(s -> s.hotplug() && s.occupied().orElse(false)).isPresent();
        boolean off = slot.flatMap(Slot::powered).equals(Optional.of(false));
        String state = (occupied ? "occupied, no device" : "empty") + (off ? ", power off" : "");
        Target target = range.<Target>map(
                        r -> new Target.OfBuses(bridge.address().segment(), r))
                .orElse(new Target.OfFunction(bridge.address()));
        return new Tree.EmptyBlock(
                Hex.id("empty", bridge.address()),
                slot.isPresent() ? Role.SLOT : Role.RESERVED,
                name.orElse(""),
                state + " · " + reserves,
                target,
                name.map(n -> n + " " + state).orElse("nothing") + " below " + Hex.bdf(bridge.address()) + " · "
                        + reserves);
    }
}
