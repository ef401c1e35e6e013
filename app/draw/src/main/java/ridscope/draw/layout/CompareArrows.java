package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import ridscope.diff.FunctionFate;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/**
 * Arrows from old to new Routing IDs. Functions of one device that stay together share an arrow; where that leaves too many, those
 * of one bus do.
 */
final class CompareArrows {

    /** No more are drawn: nobody could follow them. */
    static final int MOST = 120;

    static final double THICKNESS = 1.1;
    static final double HEAD = 4;
    static final double HEAD_WIDTH = 2.6;
    private static final double HOP = 3;
    private static final int LANES = 5;

    private final Segment segment;
    private final CompareMapGeometry geometry;
    private final List<FunctionFate> all;
    private int left;

    CompareArrows(Segment segment, CompareMapGeometry geometry, List<FunctionFate> fates) {
        this.segment = segment;
        this.geometry = geometry;
        all = fates.stream().filter(this::drawable).toList();
    }

    private boolean drawable(FunctionFate fate) {
        return fate.fate().readdressed()
                && !fate.from().equals(fate.to())
                && fate.from().filter(a -> a.segment().equals(segment)).isPresent()
                && fate.to().filter(a -> a.segment().equals(segment)).isPresent();
    }

    /** The arrow of one function. */
    static Optional<Mark.Wire> of(Segment segment, CompareMapGeometry geometry, FunctionFate fate) {
        CompareArrows one = new CompareArrows(segment, geometry, List.of(fate));
        return one.all.isEmpty() ? Optional.empty() : Optional.of(one.arrow(fate, 0));
    }

    /** All that are drawn. */
    List<Mark> marks() {
        List<FunctionFate> firsts = firsts(a -> a.rid().value() >> 3);
        if (firsts.size() > MOST) {
            firsts = firsts(FunctionAddress::bus);
        }
        left = Math.max(0, firsts.size() - MOST);
        List<FunctionFate> drawn = firsts.subList(0, firsts.size() - left);
        Map<FunctionFate, Integer> lanes = lanes(drawn);
        Map<Integer, Integer> used = new HashMap<>();
        lanes.forEach((fate, lane) -> used.merge(old(fate).rid().devfn(), lane, Math::max));
        List<Mark> marks = new ArrayList<>();
        drawn.forEach(fate -> {
            double middle = used.getOrDefault(old(fate).rid().devfn(), 0) / 2.0;
            marks.add(arrow(fate, lanes.containsKey(fate) ? lanes.get(fate) - middle : 0));
        });
        return marks;
    }

    /** How many {@link #marks} left out. */
    int left() {
        return left;
    }

    private record Way(int from, int to) {}

    private List<FunctionFate> firsts(ToIntFunction<FunctionAddress> part) {
        Map<Way, FunctionFate> firsts = new LinkedHashMap<>();
        for (FunctionFate fate : all) {
            int from = part.applyAsInt(fate.from().orElseThrow());
            int to = part.applyAsInt(fate.to().orElseThrow());
            firsts.putIfAbsent(new Way(from, to), fate);
        }
        return List.copyOf(firsts.values());
    }

    /** Upright arrows in one column stand side by side where they pass the same rows. */
    private Map<FunctionFate, Integer> lanes(List<FunctionFate> drawn) {
        Map<FunctionFate, Integer> lanes = new HashMap<>();
        Map<Integer, double[]> taken = new HashMap<>();
        drawn.stream().sorted(Comparator.comparingDouble(this::top)).forEach(fate -> {
            int column = old(fate).rid().devfn();
            if (column == now(fate).rid().devfn()) {
                double[] ends = taken.computeIfAbsent(column, k -> new double[LANES]);
                int lane = 0;
                while (lane < LANES - 1 && ends[lane] > top(fate)) {
                    lane++;
                }
                ends[lane] = Math.max(cell(old(fate)).bottom(), cell(now(fate)).bottom());
                lanes.put(fate, lane);
            }
        });
        return lanes;
    }

    private double top(FunctionFate fate) {
        return Math.min(cell(old(fate)).centerY(), cell(now(fate)).centerY());
    }

    private static FunctionAddress old(FunctionFate fate) {
        return fate.from().orElseThrow();
    }

    private static FunctionAddress now(FunctionFate fate) {
        return fate.to().orElseThrow();
    }

    private Rect cell(FunctionAddress address) {
        return geometry.cell(address.rid()).orElseThrow();
    }

    /** @param lane how far aside of the middle, in lanes */
    private Mark.Wire arrow(FunctionFate fate, double lane) {
        Rect from = cell(old(fate));
        Rect to = cell(now(fate));
        double aside = geometry.roomy() ? lane * (from.width() - 4) / LANES : 0;
        List<Point> points = new ArrayList<>(
                from.y() == to.y() ? hop(from, to) : straight(from, to, from.x() == to.x() ? aside : 0));
        head(points);
        return new Mark.Wire(
                RidMapWords.id("arrow-" + RidMapWords.id("", old(fate)).value().substring(1), now(fate)),
                Role.TEXT,
                Ink.FILLED,
                points,
                THICKNESS,
                Optional.of(new Target.OfFunction(now(fate))),
                old(fate) + " → " + now(fate));
    }

    /** To the near edge, so that the head is not lost in the fill. */
    private static List<Point> straight(Rect from, Rect to, double aside) {
        boolean down = to.y() > from.y();
        return List.of(
                new Point(from.centerX() + aside, from.centerY()),
                new Point(to.centerX() + aside, down ? to.y() - 0.5 : to.bottom() + 0.5));
    }

    /** Over the cells between them. */
    private static List<Point> hop(Rect from, Rect to) {
        double above = from.y() - HOP;
        return List.of(
                new Point(from.centerX(), from.centerY()),
                new Point(from.centerX(), above),
                new Point(to.centerX(), above),
                new Point(to.centerX(), to.y() + HEAD));
    }

    /** Both sides of the head, from its tip and back to it. */
    private static void head(List<Point> points) {
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        double length = Math.max(1e-6, Math.hypot(tip.x() - before.x(), tip.y() - before.y()));
        double dx = (tip.x() - before.x()) / length;
        double dy = (tip.y() - before.y()) / length;
        for (int side : new int[] {1, -1}) {
            points.add(new Point(
                    tip.x() - dx * HEAD - side * dy * HEAD_WIDTH, tip.y() - dy * HEAD + side * dx * HEAD_WIDTH));
            points.add(tip);
        }
    }
}
