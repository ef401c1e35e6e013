package ridscope.draw.layout.siov;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.plan.PfRids;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.ridmap.Conflict;
import ridscope.ridmap.IovPlacement;

/** The axis to scale: a lane for functions, VFs and SDIs each, brackets of what is routed and what is needed above them. */
final class Overview {

    private static final double LANE = 16;
    private static final double LANE_GAP = 4;
    private static final double BRACKET_ROW = 24;

    /** So narrow a function still shows. */
    private static final double NARROWEST = 2;

    private static final double LABEL_ROOM = 46;
    private static final double CROSS = 10;

    private final Draft draft;
    private final PfRids rids;
    private final Axis axis;

    Overview(Draft draft, PfRids rids) {
        this.draft = draft;
        this.rids = rids;
        this.axis = Axis.of(rids, SiovFigure.MARGIN + SiovFigure.GUTTER, SiovFigure.WIDTH - SiovFigure.MARGIN - 24);
    }

    /** Draws from a height on and returns the bottom. */
    double draw(double top) {
        double lanes = brackets(top);
        double bottom = lanes + (1 + rids.placements().size()) * (LANE + LANE_GAP);
        beyond(lanes, bottom);
        ticks(lanes, bottom);
        functions(lanes);
        double y = lanes + LANE + LANE_GAP;
        for (IovPlacement placement : rids.placements()) {
            new Comb(draft, axis, placement).draw(new Rect(axis.left(), y, axis.right() - axis.left(), LANE));
            lane(Words.sdi(placement) ? "SDIs" : "VFs", Words.sdi(placement) ? "sdi" : "vf", y);
            y += LANE + LANE_GAP;
        }
        crosses(lanes + LANE + LANE_GAP);
        return bottom + 36;
    }

    private void lane(String text, String id, double y) {
        double x = axis.left() - 10;
        draft.text("scale-lane-" + id, Draft.Pen.end(TextStyle.SMALL, Role.MUTED), x, y + LANE / 2 + 3.5, text);
    }

    private double brackets(double top) {
        double y = top + 14;
        if (rids.routed().isPresent()) {
            BusRange routed = rids.routed().get();
            String by = rids.port().map(p -> "routed by " + p.rid() + " ").orElse("root bus window ");
            double from = axis.x(Math.max(axis.start(), routed.first() * 256L));
            boolean open = (routed.last() + 1) * 256L > axis.end();
            double to = open ? axis.right() : axis.x((routed.last() + 1) * 256L);
            Stretch over = new Stretch(from, to, open);
            if (rids.assumed()) {
                bracket("routed", Role.MUTED, Ink.DASHED, over, y, by + routed + ", assumed");
            } else {
                bracket("routed", Role.GOOD, Ink.FILLED, over, y, by + routed);
            }
            y += BRACKET_ROW;
        }
        String needed = "needed " + Words.buses(rids.pf().bus(), rids.lastBus());
        Stretch all = new Stretch(axis.left(), axis.x((rids.lastBus() + 1) * 256L), false);
        bracket("needed", Role.TEXT, Ink.FILLED, all, y, needed);
        return y + 12;
    }

    private record Stretch(double from, double to, boolean open) {}

    private void bracket(String id, Role role, Ink ink, Stretch over, double y, String text) {
        Point from = new Point(over.from(), y);
        Point to = new Point(over.to(), y);
        draft.bracket("bracket-" + id, role, ink, from, to, over.open());
        draft.text("bracket-" + id + "-t", Draft.Pen.start(TextStyle.SMALL, role), over.from(), y - 4, text);
    }

    /** What is needed and not routed, and what has no Routing ID at all. */
    private void beyond(double lanes, double bottom) {
        long needed = (rids.lastBus() + 1) * 256L;
        long routed = rids.routed().map(r -> (r.last() + 1) * 256L).orElse((long) RoutingId.COUNT);
        if (routed < needed) {
            double x = Math.max(axis.left(), axis.x(routed));
            Rect area = new Rect(x, lanes - 2, axis.x(needed) - x, bottom - lanes);
            draft.cells(
                    "outside",
                    Role.CONFLICT,
                    Ink.HATCHED,
                    new Draft.Run(area, area.width(), 1),
                    Optional.empty(),
                    "not routed to the PF");
        }
        if (axis.end() > RoutingId.COUNT) {
            double x = axis.x(RoutingId.COUNT);
            for (int i = 0; i < 2; i++) {
                draft.line(
                        "end-of-rids-" + i,
                        Role.CONFLICT,
                        Ink.FILLED,
                        1.6,
                        new Point(x + 3 * i, lanes - 8),
                        new Point(x + 3 * i, bottom + 4));
            }
        }
    }

    private void ticks(double lanes, double bottom) {
        draft.line("axis", Role.TEXT, Ink.FILLED, 1, new Point(axis.left(), bottom), new Point(axis.right(), bottom));
        double bus = axis.x(axis.start() + 256) - axis.left();
        long step = (long) Math.max(1, Math.ceil(LABEL_ROOM / bus));
        for (long b = axis.start() / 256; b * 256 <= axis.end(); b++) {
            double x = axis.x(b * 256);
            boolean labelled = (b - axis.start() / 256) % step == 0;
            double up = bus < 4 && !labelled ? bottom - 4 : lanes - 4;
            draft.line("tick-" + Words.bus(b), Role.GRID, Ink.FILLED, 1, new Point(x, up), new Point(x, bottom + 4));
            if (labelled) {
                Role role = b > 0xff ? Role.CONFLICT : Role.TEXT;
                draft.text(
                        "tick-rid-" + Words.bus(b),
                        Draft.Pen.middle(TextStyle.MONO_SMALL, role),
                        x,
                        bottom + 15,
                        Words.hex(b * 256));
            }
            if (labelled && b * 256 < axis.end()) {
                Role role = b > 0xff ? Role.CONFLICT : Role.MUTED;
                double middle = bus >= LABEL_ROOM ? x + bus / 2 : x;
                draft.text(
                        "tick-bus-" + Words.bus(b),
                        Draft.Pen.middle(TextStyle.SMALL, role),
                        middle,
                        bottom + (bus >= 2 * LABEL_ROOM ? 15 : 27),
                        "bus " + Words.bus(b));
            }
        }
    }

    private void functions(double lanes) {
        lane("functions", "functions", lanes);
        List<FunctionAddress> all = new ArrayList<>(rids.others());
        all.add(rids.pf());
        all.sort(null);
        double free = axis.left();
        for (FunctionAddress address : all) {
            boolean own = address.equals(rids.pf());
            double x = axis.x(address.rid().value());
            Rect cell = new Rect(x, lanes, Math.max(NARROWEST, axis.unit()), LANE);
            String id = "scale-fn-" + address.toString().replace(':', '-');
            Optional<Target> target = Optional.of(new Target.OfFunction(address));
            Role role = own ? Role.PF : Role.FUNCTION;
            draft.cells(id, role, Ink.FILLED, new Draft.Run(cell, cell.width(), 1), target, address.toString());
            String text = (own ? "PF " : "") + address.rid();
            double left = cell.right() + 4;
            double width = draft.width(TextStyle.MONO_SMALL, text);
            if (left >= free && left + width <= axis.right()) {
                draft.text(
                        id + "-t",
                        Draft.Pen.start(TextStyle.MONO_SMALL, Role.TEXT),
                        left,
                        lanes + LANE / 2 + 3.5,
                        text);
                free = left + width + 4;
            }
        }
    }

    /** As many as can be told apart. */
    private void crosses(double y) {
        double free = 0;
        for (Conflict conflict : rids.conflicts()) {
            double x = axis.x(conflict.rid().value()) + axis.unit() / 2;
            if (x - CROSS / 2 >= free) {
                Rect bounds = new Rect(x - CROSS / 2, y - LANE_GAP / 2 - CROSS / 2, CROSS, CROSS);
                draft.cross("scale-conflict-" + Words.hex(conflict.rid().value()), bounds, Words.conflict(conflict));
                free = x + CROSS / 2;
            }
        }
    }
}
