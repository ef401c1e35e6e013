package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.draw.layout.TextMetrics;

/** Collects marks in layers, and what stands for which target. */
final class Sketch {

    private final TextMetrics metrics;
    private final List<Mark> ground = new ArrayList<>();
    private final List<Mark> wires = new ArrayList<>();
    private final List<Mark> front = new ArrayList<>();
    private final List<Mark> texts = new ArrayList<>();
    private final Map<Target, Place> places = new LinkedHashMap<>();
    private final Map<Target, Boolean> nodes = new LinkedHashMap<>();
    private final boolean handles;
    private Zooms zooms;
    private double aside;

    Sketch(TextMetrics metrics, boolean handles) {
        this.metrics = metrics;
        this.handles = handles;
        zooms = handles ? Zooms.NEAR_AND_CLOSE : Zooms.ALWAYS;
    }

    /** Draws texts for some scales; where nobody zooms, only those for the scale of files. */
    void zoomed(Zooms when, Runnable texts) {
        Zooms before = zooms;
        if (handles) {
            zooms = when;
            texts.run();
        } else if (when.holds(1)) {
            texts.run();
        }
        zooms = before;
    }

    /** What is drawn from now on stands so much further to the right. */
    void aside(double dx) {
        aside = dx;
    }

    private void add(List<Mark> layer, Mark mark) {
        layer.add(aside == 0 ? mark : mark.moved(aside, 0));
    }

    TextMetrics metrics() {
        return metrics;
    }

    /** A container, below the wires. */
    void container(MarkId id, Role role, Ink ink, Rect bounds, Optional<Target> target, String title) {
        double corner = role == Role.PANEL ? 10 : 8;
        add(ground, new Mark.Box(id, role, ink, bounds, corner, Optional.empty(), target, title, Zooms.ALWAYS));
    }

    /** A box above the wires. */
    void box(Mark.Box box) {
        add(front, box);
    }

    void span(Mark.Span span) {
        add(front, span);
    }

    void cross(Mark.Cross cross) {
        add(front, cross);
    }

    void wire(MarkId id, Tree.Wiring wiring, List<Point> points, Optional<Target> target) {
        add(
                wires,
                new Mark.Wire(id, wiring.role(), wiring.ink(), points, wiring.thickness(), target, wiring.tooltip()));
    }

    /**
     * Text on one line; nothing when it is empty.
     *
     * @param at where the baseline begins, is centred, or ends
     */
    void label(MarkId id, Role role, TextStyle style, Mark.Anchor anchor, Point at, String text) {
        if (text.isEmpty()) {
            return;
        }
        double width = metrics.width(style, text);
        double left = switch (anchor) {
            case START -> at.x();
            case MIDDLE -> at.x() - width / 2;
            case END -> at.x() - width;
        };
        double cap = metrics.capHeight(style);
        double below = Math.min(3, style.size() * 0.3);
        Rect bounds = new Rect(left, at.y() - cap - 1, width, cap + 1 + below);
        add(texts, new Mark.Label(id, role, style, anchor, at, text, bounds, Optional.empty(), zooms));
    }

    /** Text cut to a width. */
    String fit(TextStyle style, String text, double width) {
        return metrics.fit(style, text, width);
    }

    /** Baseline that centres capitals on a line. */
    double centred(TextStyle style, double y) {
        return y + metrics.capHeight(style) / 2;
    }

    /**
     * Remembers what stands for a target; the first call for a target counts.
     *
     * @param leading marks that lead to it from its parent
     */
    void stands(Target target, Optional<Target> parent, MarkId mark, List<MarkId> leading) {
        places.putIfAbsent(target, new Place(mark, leading, parent, false));
    }

    /** The same for what a fold hides. */
    void hides(MarkId fold, Target target, Target parent, List<MarkId> leading) {
        places.putIfAbsent(target, new Place(fold, leading, Optional.of(parent), true));
    }

    /** Remembers that a node can be folded, and draws the sign to do it by if there are any. */
    void node(Target node, boolean folded, Point center) {
        nodes.put(node, folded);
        if (handles) {
            double half = Sizes.HANDLE / 2;
            Rect box = new Rect(center.x() - half, center.y() - half, Sizes.HANDLE, Sizes.HANDLE);
            add(
                    front,
                    new Mark.Handle(
                            new MarkId("handle-" + nodes.size()),
                            Role.LINK,
                            folded,
                            box,
                            Optional.of(new Target.OfHandle(node)),
                            folded ? "unfold" : "fold"));
        }
    }

    /** Whether nodes get signs to press. */
    boolean handles() {
        return handles;
    }

    Map<Target, Boolean> nodes() {
        return nodes;
    }

    List<Mark> marks() {
        List<Mark> all = new ArrayList<>(ground);
        all.addAll(wires);
        all.addAll(front);
        all.addAll(texts);
        return all;
    }

    Map<Target, Place> places() {
        return places;
    }
}
