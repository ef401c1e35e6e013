package ridscope.draw.diagram;

import java.util.List;
import java.util.Optional;

/** One thing to draw. Painted in list order: later marks lie on top. */
public sealed interface Mark {

    /** Stable name. */
    MarkId id();

    /** Meaning. */
    Role role();

    /** What a click selects; empty for decoration. */
    Optional<Target> target();

    /** The rectangle that holds all its ink. */
    Rect bounds();

    /** At which scales it is drawn. */
    default Zooms zooms() {
        return Zooms.ALWAYS;
    }

    /** The same mark so much further to the right and down, in diagram units. */
    Mark moved(double dx, double dy);

    /** The same mark under another name. */
    Mark named(MarkId other);

    /** Whether a pointer at this place is on the mark. */
    default boolean covers(double x, double y) {
        return bounds().contains(x, y);
    }

    /**
     * A box.
     *
     * @param corner corner radius
     * @param stripe role of a coloured strip along the left edge
     * @param title for tooltips and screen readers; may be empty
     */
    record Box(
            MarkId id,
            Role role,
            Ink ink,
            Rect bounds,
            double corner,
            Optional<Role> stripe,
            Optional<Target> target,
            String title,
            Zooms zooms)
            implements Mark {

        @Override
        public Mark moved(double dx, double dy) {
            return new Box(id, role, ink, bounds.moved(dx, dy), corner, stripe, target, title, zooms);
        }

        @Override
        public Mark named(MarkId other) {
            return new Box(other, role, ink, bounds, corner, stripe, target, title, zooms);
        }
    }

    /**
     * A stack of cards that stands for many VFs or SDIs.
     *
     * @param bounds the front card and the two behind it
     * @param text what the front card says
     */
    record Span(MarkId id, Role role, Ink ink, Rect bounds, String text, Optional<Target> target, String title)
            implements Mark {

        @Override
        public Mark moved(double dx, double dy) {
            return new Span(id, role, ink, bounds.moved(dx, dy), text, target, title);
        }

        @Override
        public Mark named(MarkId other) {
            return new Span(other, role, ink, bounds, text, target, title);
        }
    }

    /**
     * A line through points.
     *
     * @param thickness in diagram units
     */
    record Wire(
            MarkId id, Role role, Ink ink, List<Point> points, double thickness, Optional<Target> target, String title)
            implements Mark {

        /** How near a pointer must be, in diagram units. */
        public static final double REACH = 4;

        public Wire {
            points = List.copyOf(points);
        }

        @Override
        public Mark moved(double dx, double dy) {
            List<Point> there = points.stream().map(p -> p.moved(dx, dy)).toList();
            return new Wire(id, role, ink, there, thickness, target, title);
        }

        @Override
        public Mark named(MarkId other) {
            return new Wire(other, role, ink, points, thickness, target, title);
        }

        /** The same wire with another meaning. */
        public Wire as(Role other) {
            return new Wire(id, other, ink, points, thickness, target, title);
        }

        @Override
        public Rect bounds() {
            Rect all = new Rect(points.get(0).x(), points.get(0).y(), 0, 0);
            for (Point p : points) {
                all = all.union(new Rect(p.x(), p.y(), 0, 0));
            }
            return all.grown(thickness / 2);
        }

        /** A line is thin: a pointer within {@value #REACH} units of it is on it, one elsewhere in its bounds is not. */
        @Override
        public boolean covers(double x, double y) {
            double reach = Math.max(REACH, thickness / 2);
            for (int i = 1; i < points.size(); i++) {
                if (distance(points.get(i - 1), points.get(i), x, y) <= reach) {
                    return true;
                }
            }
            return false;
        }

        private static double distance(Point a, Point b, double x, double y) {
            double dx = b.x() - a.x();
            double dy = b.y() - a.y();
            double square = dx * dx + dy * dy;
            double along = square == 0 ? 0 : ((x - a.x()) * dx + (y - a.y()) * dy) / square;
            double t = Math.max(0, Math.min(1, along));
            return Math.hypot(a.x() + t * dx - x, a.y() + t * dy - y);
        }
    }

    /**
     * Text on one line.
     *
     * @param anchor which end of the text {@code baseline} is
     * @param baseline where the baseline begins, is centred, or ends
     * @param bounds measured with the bundled fonts
     */
    record Label(
            MarkId id,
            Role role,
            TextStyle style,
            Anchor anchor,
            Point baseline,
            String text,
            Rect bounds,
            Optional<Target> target,
            Zooms zooms)
            implements Mark {

        @Override
        public Mark moved(double dx, double dy) {
            Point there = baseline.moved(dx, dy);
            return new Label(id, role, style, anchor, there, text, bounds.moved(dx, dy), target, zooms);
        }

        @Override
        public Mark named(MarkId other) {
            return new Label(other, role, style, anchor, baseline, text, bounds, target, zooms);
        }
    }

    /**
     * Equal cells at equal distances in one row of the RID map.
     *
     * @param first the first cell
     * @param pitch distance from one cell's left edge to the next one's
     * @param count how many, at least 1
     */
    record Cells(
            MarkId id, Role role, Ink ink, Rect first, double pitch, int count, Optional<Target> target, String title)
            implements Mark {

        @Override
        public Mark moved(double dx, double dy) {
            return new Cells(id, role, ink, first.moved(dx, dy), pitch, count, target, title);
        }

        @Override
        public Mark named(MarkId other) {
            return new Cells(other, role, ink, first, pitch, count, target, title);
        }

        @Override
        public Rect bounds() {
            return new Rect(first.x(), first.y(), pitch * (count - 1) + first.width(), first.height());
        }
    }

    /** A cross on a round plate that fills its bounds: a conflict. */
    record Cross(MarkId id, Role role, Rect bounds, Optional<Target> target, String title) implements Mark {

        @Override
        public Mark moved(double dx, double dy) {
            return new Cross(id, role, bounds.moved(dx, dy), target, title);
        }

        @Override
        public Mark named(MarkId other) {
            return new Cross(other, role, bounds, target, title);
        }
    }

    /** A triangle with an exclamation mark in it that fills its bounds: something to look at. */
    record Alert(MarkId id, Role role, Rect bounds, Optional<Target> target, String title) implements Mark {

        @Override
        public Mark moved(double dx, double dy) {
            return new Alert(id, role, bounds.moved(dx, dy), target, title);
        }

        @Override
        public Mark named(MarkId other) {
            return new Alert(other, role, bounds, target, title);
        }
    }

    /** A square with a minus in it, or a plus where something is folded away, that fills its bounds. */
    record Handle(MarkId id, Role role, boolean folded, Rect bounds, Optional<Target> target, String title)
            implements Mark {

        @Override
        public Mark moved(double dx, double dy) {
            return new Handle(id, role, folded, bounds.moved(dx, dy), target, title);
        }

        @Override
        public Mark named(MarkId other) {
            return new Handle(other, role, folded, bounds, target, title);
        }

        @Override
        public Zooms zooms() {
            return Zooms.NEAR_AND_CLOSE;
        }
    }

    /**
     * Text in equal cells at equal distances. It keeps its size on the screen: the more room the cells have there, the more is
     * said, and where none of the wordings fits, nothing.
     *
     * @param ink how the cells are drawn; what does not fill them is a sign at their left edge, and the text stands beside it
     * @param first the first cell
     * @param pitch distance from one cell's left edge to the next one's
     * @param count how many, at least 1
     * @param said from the longest to the shortest
     */
    record Notes(
            MarkId id,
            Role role,
            Ink ink,
            TextStyle style,
            Rect first,
            double pitch,
            int count,
            List<Said> said,
            Optional<Target> target)
            implements Mark {

        public Notes {
            said = List.copyOf(said);
        }

        @Override
        public Mark moved(double dx, double dy) {
            return new Notes(id, role, ink, style, first.moved(dx, dy), pitch, count, said, target);
        }

        @Override
        public Mark named(MarkId other) {
            return new Notes(other, role, ink, style, first, pitch, count, said, target);
        }

        @Override
        public Rect bounds() {
            return new Rect(first.x(), first.y(), pitch * (count - 1) + first.width(), first.height());
        }
    }

    /**
     * One of several wordings.
     *
     * @param width of the widest text of it, in the units of its style
     */
    record Said(Wording wording, double width) {}

    /** Text alignment. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
