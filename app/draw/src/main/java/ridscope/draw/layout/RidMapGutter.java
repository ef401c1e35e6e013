package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import ridscope.config.BridgeBuses;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Nested brackets of bus ranges, one lane per level, the host bridges leftmost. */
final class RidMapGutter {

    private static final double LANE = 8;
    private static final double WIDEST = 64;
    private static final double TICK = 5;
    private static final double THICKNESS = 1.2;
    private static final String HOST_BRIDGE = "host-bridge";
    private static final String RANGE = "range";

    private final Segment segment;
    private final List<Bracket> brackets = new ArrayList<>();
    private final Map<FunctionAddress, Bracket> byBridge = new TreeMap<>();
    private final List<List<BusRange>> lanes = new ArrayList<>();

    private record Bracket(MarkId id, BusRange range, int lane, Role role, Ink ink, Target target, String title) {}

    RidMapGutter(Topology topology, Segment segment) {
        this.segment = segment;
        topology.hostBridges(segment).forEach(this::add);
        topology.functions().stream()
                .filter(f -> f.address().segment().equals(segment) && range(f).isPresent())
                .sorted(Comparator.comparingInt(f -> topology.pathToRoot(f).size()))
                .forEach(f -> add(f, range(f).orElseThrow()));
    }

    private static Optional<BusRange> range(PciFunction function) {
        return function.bridge().flatMap(BridgeBuses::range);
    }

    private void add(HostBridge host) {
        BusRange buses = host.buses();
        String words = "host bridge " + RidMapWords.hex(host.rootBus()) + ", buses " + buses
                + host.guess().map(guess -> ", " + guess).orElse("");
        brackets.add(new Bracket(
                RidMapWords.id(HOST_BRIDGE, host.rootBus()),
                buses,
                lane(0, buses),
                Role.BRACKET,
                host.guess().isPresent() ? Ink.DASHED : Ink.FILLED,
                new Target.OfBuses(segment, buses),
                words));
    }

    /** A range that leaves the one above it is a conflict, and its title says so. */
    private void add(PciFunction bridge, BusRange range) {
        Optional<Bracket> above = bridge.parent().map(byBridge::get);
        boolean escapes = above.filter(a -> !a.range().contains(range)).isPresent();
        String words = bridge.address().rid() + " " + bridge.role().id().replace('-', ' ') + ", buses " + range
                + (escapes ? ", outside " + above.get().range() + " of the bridge above" : "");
        Bracket bracket = new Bracket(
                RidMapWords.id(RANGE, bridge.address()),
                range,
                lane(above.map(a -> a.lane() + 1).orElse(1), range),
                escapes ? Role.CONFLICT : Role.BRACKET,
                Ink.FILLED,
                new Target.OfFunction(bridge.address()),
                words);
        brackets.add(bracket);
        byBridge.put(bridge.address(), bracket);
    }

    /** The first lane from the wanted one on where nothing overlaps. */
    private int lane(int wanted, BusRange range) {
        int lane = wanted;
        while (lane < lanes.size() && lanes.get(lane).stream().anyMatch(range::intersects)) {
            lane++;
        }
        while (lanes.size() <= lane) {
            lanes.add(new ArrayList<>());
        }
        lanes.get(lane).add(range);
        return lane;
    }

    /** Whether a mark is one of these brackets. */
    static boolean bracket(Mark mark) {
        String id = mark.id().value();
        return mark instanceof Mark.Wire && (id.startsWith(HOST_BRIDGE + "-") || id.startsWith(RANGE + "-"));
    }

    /** A bracket of its own as high as a rectangle, for what explains them. */
    static Mark sign(MarkId id, Ink ink, Rect rect) {
        double x = rect.centerX() - TICK / 2;
        List<Point> points = bracket(x, x + TICK, rect.y(), rect.bottom());
        return new Mark.Wire(id, Role.BRACKET, ink, points, THICKNESS, Optional.empty(), "");
    }

    private static List<Point> bracket(double x, double end, double top, double bottom) {
        return List.of(new Point(end, top), new Point(x, top), new Point(x, bottom), new Point(end, bottom));
    }

    private double pitch() {
        return Math.min(LANE, WIDEST / Math.max(1, lanes.size()));
    }

    double width() {
        return lanes.size() * pitch();
    }

    void addTo(List<Mark> marks, RidMapGeometry geometry) {
        addTo(marks, geometry, y -> y);
    }

    /** @param place where a height of the map lies */
    void addTo(List<Mark> marks, RidMapGeometry geometry, DoubleUnaryOperator place) {
        for (Bracket bracket : brackets) {
            RidMapGeometry.Row first = geometry.row(bracket.range().first());
            RidMapGeometry.Row last = geometry.row(bracket.range().last());
            double x = RidMapGrid.MARGIN + bracket.lane() * pitch() + 0.5;
            double end = x + Math.min(TICK, pitch() - 1);
            double top = place.applyAsDouble(first.top() + 2);
            double bottom = place.applyAsDouble(last.top() + last.height() - 2);
            marks.add(new Mark.Wire(
                    bracket.id(),
                    bracket.role(),
                    bracket.ink(),
                    bracket(x, end, top, bottom),
                    THICKNESS,
                    Optional.of(bracket.target()),
                    bracket.title()));
        }
    }
}
