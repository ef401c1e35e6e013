package ridscope.draw.layout.topology;

import static ridscope.draw.layout.Counts.grouped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.ViewOptions;
import ridscope.topology.PciFunction;

/** What counts as alike, and the marks that stand for many. */
final class Folds {

    /** A tooltip names so many of what is folded. */
    private static final int NAMED = 64;

    private final FoldState state;
    private final Set<Target> opened;
    private final boolean handles;

    /** @param options a run with an opened function in it is folded on either side of that one only */
    Folds(FoldState state, ViewOptions options) {
        this.state = state;
        this.opened = options.opened();
        this.handles = options.topology().handles();
    }

    List<Tree.Row> rows(List<Tree.Row> rows) {
        return Folding.runs(rows, this::likeness, (run, middle) -> {
            Target.OfRun node = new Target.OfRun(functions(run).get(0).address());
            return middle(node, middle, functions(middle), Tree.FoldRow::new);
        });
    }

    List<Tree.Card> cards(List<Tree.Card> cards) {
        return Folding.runs(cards, this::likeness, this::foldCards);
    }

    /** A fold in place of them, or before them one that they can be put into again. */
    private <T> List<T> middle(
            Target.OfRun node, List<T> items, List<PciFunction> inside, Function<Tree.Fold, T> make) {
        if (!state.runOpen(node)) {
            return List.of(make.apply(fold(node, inside, items.size())));
        }
        List<T> shown = new ArrayList<>();
        if (handles) {
            MarkId id = Hex.id("fold", inside.get(0).address());
            String text = "fold " + grouped(items.size());
            shown.add(make.apply(new Tree.Fold(id, text, text + " alike", List.of(), node)));
        }
        shown.addAll(items);
        return shown;
    }

    /** Chips say little: alike means same vendor and class. */
    List<Tree.Card> chips(List<Tree.Card> chips) {
        List<Tree.Card> folded = Folding.runs(chips, this::chipLikeness, this::foldCards);
        return opened.stream().anyMatch(t -> hidden(folded, t))
                ? folded
                : Folding.cut(folded, Sizes.GRID_LIMIT, this::foldCards);
    }

    private static boolean hidden(List<Tree.Card> cards, Target target) {
        return cards.stream()
                .anyMatch(c -> c instanceof Tree.FunctionCard f
                        && target.equals(new Target.OfFunction(f.function().address())));
    }

    private List<Tree.Card> foldCards(List<Tree.Card> run, List<Tree.Card> middle) {
        Target.OfRun node = new Target.OfRun(functionsOf(run).get(0).address());
        return middle(node, middle, functionsOf(middle), Tree.FoldCard::new);
    }

    private static List<PciFunction> functionsOf(List<Tree.Card> cards) {
        List<PciFunction> inside = new ArrayList<>();
        cards.forEach(c -> collect(c, inside));
        return inside;
    }

    private static Tree.Fold fold(Target node, List<PciFunction> inside, int count) {
        return new Tree.Fold(
                Hex.id("fold", inside.get(0).address()),
                "… " + grouped(count) + " more",
                title(inside, count),
                inside,
                node);
    }

    private static String title(List<PciFunction> inside, int count) {
        return grouped(count) + " folded: "
                + inside.stream().limit(NAMED).map(f -> Hex.bdf(f.address())).collect(Collectors.joining(", "))
                + (inside.size() > NAMED ? ", …" : "");
    }

    /** A device of which only the first function is drawn. */
    Tree.DeviceBlock device(Tree.DeviceBlock device) {
        List<PciFunction> all = functionsOf(device.cards());
        Target node = new Target.OfFunction(all.get(0).address());
        if (device.cards().size() < 2 || !state.folded(node)) {
            boolean several = device.cards().size() > 1;
            return new Tree.DeviceBlock(
                    device.id(), device.slot(), device.cards(), several ? Optional.of(false) : Optional.empty());
        }
        List<Tree.Card> rest = device.cards().subList(1, device.cards().size());
        List<PciFunction> inside = functionsOf(rest);
        int functions = (int) inside.stream().filter(f -> f.virtual().isEmpty()).count();
        Tree.Fold fold = new Tree.Fold(
                Hex.id("fold", inside.get(0).address()),
                "… " + grouped(functions) + (functions == 1 ? " more function" : " more functions"),
                title(inside, functions),
                inside,
                node);
        return new Tree.DeviceBlock(
                device.id(), device.slot(), List.of(device.cards().get(0), new Tree.FoldCard(fold)), Optional.of(true));
    }

    private static List<PciFunction> functions(List<Tree.Row> rows) {
        List<PciFunction> all = new ArrayList<>();
        for (Tree.Row row : rows) {
            if (row instanceof Tree.PortRow p) {
                p.port().ifPresent(all::add);
                p.blocks().forEach(b -> collect(b, all));
            }
        }
        return all;
    }

    private static void collect(Tree.Block block, List<PciFunction> all) {
        if (block instanceof Tree.DeviceBlock device) {
            device.cards().forEach(c -> collect(c, all));
        } else if (block instanceof Tree.HiddenBlock hidden) {
            all.addAll(hidden.functions());
        }
    }

    private static void collect(Tree.Card card, List<PciFunction> all) {
        if (card instanceof Tree.FunctionCard f) {
            all.add(f.function());
            f.stacks().forEach(s -> all.addAll(s.existing()));
        } else if (card instanceof Tree.FoldCard f) {
            all.addAll(f.fold().functions());
        }
    }

    private Optional<String> likeness(Tree.Row row) {
        if (!(row instanceof Tree.PortRow p) || p.port().isEmpty() || p.blocks().size() != 1) {
            return Optional.empty();
        }
        boolean calm = p.wiring().role() == Role.LINK || p.wiring().role() == Role.MUTED;
        if (!calm || keep(p.port().get())) {
            return Optional.empty();
        }
        String wire = p.port().get().role() + "|" + p.wiring().text() + "|";
        if (p.blocks().get(0) instanceof Tree.EmptyBlock empty) {
            return Optional.of(wire + empty.role());
        }
        if (p.blocks().get(0) instanceof Tree.HiddenBlock hidden) {
            return hidden.wrong() ? Optional.empty() : Optional.of(wire + hidden.likeness());
        }
        return p.blocks().get(0) instanceof Tree.DeviceBlock d ? likeness(d).map(wire::concat) : Optional.empty();
    }

    private Optional<String> likeness(Tree.DeviceBlock device) {
        StringBuilder all = new StringBuilder(device.slot().isPresent() ? "slot" : "");
        for (Tree.Card card : device.cards()) {
            Optional<String> one = likeness(card);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.append('|').append(one.get());
        }
        return Optional.of(all.toString());
    }

    private Optional<String> likeness(Tree.Card card) {
        if (!(card instanceof Tree.FunctionCard f) || !f.words().isEmpty() || keep(f.function())) {
            return Optional.empty();
        }
        PciFunction p = f.function();
        if (f.stacks().stream().anyMatch(s -> !s.opened().isEmpty())) {
            return Optional.empty();
        }
        String iov =
                p.sriov().map(s -> "v" + s.totalVfs() + "/" + s.enabledVfs()).orElse("")
                        + p.siov().map(s -> "s" + s.capability().totalSdis()).orElse("");
        return Optional.of(p.identity().vendor() + "|" + p.identity().device() + "|"
                + p.identity().classCode() + "|" + p.driver().orElse("") + "|" + iov);
    }

    private Optional<String> chipLikeness(Tree.Card card) {
        return card instanceof Tree.FunctionCard f && !keep(f.function())
                ? Optional.of(f.function().identity().vendor() + "|"
                        + f.function().identity().baseAndSubclass())
                : Optional.empty();
    }

    private boolean keep(PciFunction f) {
        return !opened.isEmpty() && opened.contains(new Target.OfFunction(f.address()));
    }
}
