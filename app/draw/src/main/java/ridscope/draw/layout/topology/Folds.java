package ridscope.draw.layout.topology;

import static ridscope.draw.layout.Counts.grouped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.topology.PciFunction;

/** What counts as alike, and the marks that stand for many. */
final class Folds {

    private final Set<Target> opened;

    /** @param opened a run with one of these functions in it stays unfolded */
    Folds(Set<Target> opened) {
        this.opened = opened;
    }

    List<Tree.Row> rows(List<Tree.Row> rows) {
        return Folding.runs(rows, this::likeness, run -> new Tree.FoldRow(fold(functions(run), run.size())));
    }

    List<Tree.Card> cards(List<Tree.Card> cards) {
        return Folding.runs(cards, this::likeness, this::foldCard);
    }

    /** Chips say little: alike means same vendor and class. */
    List<Tree.Card> chips(List<Tree.Card> chips) {
        List<Tree.Card> folded = Folding.runs(chips, this::chipLikeness, this::foldCard);
        return opened.stream().anyMatch(t -> hidden(folded, t))
                ? folded
                : Folding.cut(folded, Sizes.GRID_LIMIT, this::foldCard);
    }

    private static boolean hidden(List<Tree.Card> cards, Target target) {
        return cards.stream()
                .anyMatch(c -> c instanceof Tree.FunctionCard f
                        && target.equals(new Target.OfFunction(f.function().address())));
    }

    private Tree.Card foldCard(List<Tree.Card> run) {
        List<PciFunction> inside = new ArrayList<>();
        run.forEach(c -> collect(c, inside));
        return new Tree.FoldCard(fold(inside, inside.size()));
    }

    private static Tree.Fold fold(List<PciFunction> inside, int count) {
        MarkId id = Hex.id("fold", inside.get(0).address());
        String title = grouped(count) + " folded: "
                + inside.stream().map(f -> Hex.bdf(f.address())).collect(Collectors.joining(", "));
        return new Tree.Fold(id, "… " + grouped(count) + " more", title, inside);
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
