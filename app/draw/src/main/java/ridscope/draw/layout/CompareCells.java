package ridscope.draw.layout;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ridscope.diff.Fate;
import ridscope.diff.FunctionFate;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;

/** One mark per function and place; of narrow cells one for the VFs of a PF that stand side by side and had the same fate. */
final class CompareCells {

    private final CompareMapGeometry geometry;
    private final DeviceNames names;
    private final List<Mark> marks;
    private final Set<CompareCell> drawn = EnumSet.noneOf(CompareCell.class);

    /** A function at one of its places. */
    private record Stay(CompareCell kind, FunctionFate fate, FunctionAddress at) {

        Optional<FunctionAddress> pf() {
            return fate.after().or(fate::before).flatMap(PciFunction::virtual).map(v -> v.physicalFunction());
        }
    }

    CompareCells(CompareMapGeometry geometry, DeviceNames names, List<Mark> marks) {
        this.geometry = geometry;
        this.names = names;
        this.marks = marks;
    }

    /** Draws all that is in a segment and returns the kinds that occur. */
    Set<CompareCell> addAll(List<FunctionFate> fates, Segment segment) {
        Map<FunctionAddress, Stay> were = new TreeMap<>();
        Map<FunctionAddress, Stay> are = new TreeMap<>();
        for (FunctionFate fate : fates) {
            boolean stays = fate.from().equals(fate.to());
            fate.from()
                    .filter(a -> a.segment().equals(segment) && !stays)
                    .ifPresent(a -> were.put(a, new Stay(before(fate), fate, a)));
            fate.to()
                    .filter(a -> a.segment().equals(segment))
                    .ifPresent(a -> are.put(a, new Stay(after(fate), fate, a)));
        }
        Set<FunctionAddress> shared = new HashSet<>(were.keySet());
        shared.retainAll(are.keySet());
        draw(List.copyOf(were.values()), shared, 0);
        draw(List.copyOf(are.values()), shared, 0.5);
        return drawn;
    }

    private static CompareCell before(FunctionFate fate) {
        return fate.fate() == Fate.GONE ? CompareCell.GONE : CompareCell.OLD_PLACE;
    }

    private static CompareCell after(FunctionFate fate) {
        return switch (fate.fate()) {
            case MOVED, RENUMBERED -> CompareCell.NEW_PLACE;
            case NEW -> CompareCell.NEW;
            case CHANGED -> CompareCell.CHANGED;
            default -> CompareCell.SAME;
        };
    }

    private void draw(List<Stay> stays, Set<FunctionAddress> shared, double half) {
        int i = 0;
        while (i < stays.size()) {
            Stay first = stays.get(i);
            int end = i + 1;
            while (!geometry.roomy()
                    && !shared.contains(first.at())
                    && end < stays.size()
                    && !shared.contains(stays.get(end).at())
                    && goesOn(stays.get(end - 1), stays.get(end))) {
                end++;
            }
            draw(stays.subList(i, end), shared.contains(first.at()), half);
            i = end;
        }
    }

    private boolean goesOn(Stay last, Stay next) {
        return next.kind() == last.kind()
                && next.pf().isPresent()
                && next.pf().equals(last.pf())
                && next.at().bus() == last.at().bus()
                && Math.abs(geometry.columnX(next.at().rid().devfn())
                                - geometry.columnX(last.at().rid().devfn())
                                - geometry.cellWidth())
                        < 1e-6;
    }

    private void draw(List<Stay> run, boolean shared, double half) {
        Stay first = run.get(0);
        Rect cell = geometry.cell(first.at().rid()).orElseThrow();
        Rect own = shared ? new Rect(cell.x() + half * cell.width(), cell.y(), cell.width() / 2, cell.height()) : cell;
        MarkId id = RidMapWords.id(first.kind().id(), first.at());
        marks.addAll(first.kind().marks(id, own, run.size(), geometry.roomy(), Optional.of(target(run)), title(run)));
        drawn.add(first.kind());
    }

    /** By its new address; what is gone has only the Routing ID that it had. */
    private static Target target(List<Stay> run) {
        Stay first = run.get(0);
        if (first.kind() == CompareCell.GONE) {
            return new Target.OfRid(first.at());
        }
        return run.size() > 1
                ? new Target.OfVfs(first.pf().orElseThrow())
                : new Target.OfFunction(first.fate().to().orElseThrow());
    }

    private String title(List<Stay> run) {
        FunctionFate fate = run.get(0).fate();
        PciFunction function = fate.after().or(fate::before).orElseThrow();
        String name = names.shortName(function);
        if (run.size() > 1) {
            FunctionAddress last = run.get(run.size() - 1).at();
            return run.get(0).at() + " … " + last.rid() + " " + name + ", "
                    + fate.fate().id();
        }
        String places = fate.from()
                .flatMap(from -> fate.to().map(to -> from.equals(to) ? from.toString() : from + " → " + to))
                .or(() -> fate.from().or(fate::to).map(FunctionAddress::toString))
                .orElseThrow();
        return places + " " + name + ", " + fate.fate().id();
    }
}
