package ridscope.draw.layout.siov;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.layout.Counts;
import ridscope.plan.PfRids;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.ridmap.IovPlacement;

/** A column for each Routing ID that matters, a lane for functions, VFs and SDIs each, and dimension lines. */
final class Strip {

    private static final double LANE = 24;
    private static final double CROSS = 12;
    private static final double TEXT_DROP = 3.5;

    private final Draft draft;
    private final PfRids rids;
    private final Columns columns;
    private final Set<Long> conflicts = new HashSet<>();

    Strip(Draft draft, PfRids rids) {
        this.draft = draft;
        this.rids = rids;
        double left = SiovFigure.MARGIN + SiovFigure.GUTTER;
        columns = new Columns(rids, left, SiovFigure.WIDTH - SiovFigure.MARGIN - left);
        rids.conflicts().forEach(c -> conflicts.add((long) c.rid().value()));
    }

    /** Draws from a height on and returns the bottom. */
    double draw(double top) {
        List<IovPlacement> above =
                rids.placements().stream().filter(p -> !Words.sdi(p)).toList();
        List<IovPlacement> below = rids.placements().stream().filter(Words::sdi).toList();
        double lanes = top + 6 + above.size() * Dimensions.HEIGHT;
        double bottom = lanes + (1 + rids.placements().size()) * LANE;
        grid(lanes, bottom);
        above.forEach(p -> new Dimensions(draft, columns, p).above(lanes));
        lane("functions", "functions", lanes);
        functions(lanes);
        double y = lanes + LANE;
        for (IovPlacement placement : rids.placements()) {
            lane(Words.one(placement) + " n", Words.sdi(placement) ? "sdi" : "vf", y);
            interfaces(placement, y);
            y += LANE;
        }
        frames(lanes, bottom);
        double end = labels(bottom);
        double down = end;
        for (IovPlacement placement : below) {
            down = new Dimensions(draft, columns, placement).below(down, bottom);
        }
        return down;
    }

    private void lane(String text, String id, double y) {
        double x = SiovFigure.MARGIN + SiovFigure.GUTTER - 10;
        draft.text("strip-lane-" + id, Draft.Pen.end(TextStyle.SMALL, Role.MUTED), x, y + LANE / 2 + TEXT_DROP, text);
    }

    private void grid(double lanes, double bottom) {
        for (Columns.Column c : columns.columns()) {
            Rect cell = new Rect(c.x(), lanes, columns.cell(), bottom - lanes);
            boolean reached = rids.routed().map(r -> r.contains(c.rid() >> 8)).orElse(c.rid() < RoutingId.COUNT);
            String id = "col-" + Words.hex(c.rid());
            draft.box(id, Role.GRID, Ink.PLAIN, cell, Optional.empty(), "");
            if (!reached) {
                draft.cells(
                        id + "-outside",
                        Role.CONFLICT,
                        Ink.HATCHED,
                        new Draft.Run(cell, cell.width(), 1),
                        Optional.empty(),
                        "not routed to the PF");
            }
        }
        for (Columns.Gap gap : columns.gaps()) {
            double x = gap.x() + Columns.GAP / 2;
            String id = "gap-" + Math.round(gap.x());
            for (int i = -1; i <= 1; i += 2) {
                draft.line(
                        id + (i < 0 ? "-a" : "-b"),
                        Role.MUTED,
                        Ink.FILLED,
                        1,
                        new Point(x + 3 * i - 3, bottom + 4),
                        new Point(x + 3 * i + 3, bottom - 8));
            }
            draft.text(
                    id + "-n",
                    Draft.Pen.middle(TextStyle.SMALL, Role.MUTED),
                    x,
                    bottom - LANE / 2 - 2,
                    grouped(gap.count()));
        }
    }

    private static String grouped(long count) {
        return Counts.grouped((int) Math.min(Integer.MAX_VALUE, count));
    }

    private void functions(double y) {
        List<FunctionAddress> all = new ArrayList<>(rids.others());
        all.add(rids.pf());
        for (FunctionAddress address : all) {
            boolean own = address.equals(rids.pf());
            cell(
                    address.rid().value(),
                    y,
                    own ? Role.PF : Role.FUNCTION,
                    Ink.FILLED,
                    own ? "PF" : address.rid().toString().substring(3),
                    new Target.OfFunction(address));
        }
    }

    private void interfaces(IovPlacement placement, double y) {
        boolean sdi = Words.sdi(placement);
        for (Columns.Column c : columns.columns()) {
            OptionalInt k = placement.rids().indexAt(c.rid());
            if (k.isEmpty()) {
                continue;
            }
            boolean outside = placement.firstOutside().isPresent()
                    && k.getAsInt() >= placement.firstOutside().getAsInt();
            Ink possible = sdi ? Ink.DASHED : Ink.OUTLINED;
            Ink ink = k.getAsInt() < placement.enabled() ? Ink.FILLED : possible;
            Role role = outside ? Role.CONFLICT : sdi ? Role.SDI : Role.VF;
            Target target = sdi ? new Target.OfSdis(rids.pf()) : new Target.OfVfs(rids.pf());
            cell(c.rid(), y, role, ink, String.valueOf(k.getAsInt()), target);
            if (outside) {
                draft.line(
                        "strike-" + (sdi ? "sdi-" : "vf-") + Words.hex(c.rid()),
                        Role.CONFLICT,
                        Ink.FILLED,
                        1,
                        new Point(c.x() + 3, y + LANE - 5),
                        new Point(c.right() - 3, y + 5));
            }
        }
    }

    private void cell(long rid, double y, Role role, Ink ink, String text, Target target) {
        columns.center(rid).ifPresent(x -> {
            Rect bounds = new Rect(x - columns.cell() / 2 + 2, y + 3, columns.cell() - 4, LANE - 6);
            String id = "cell-" + Words.hex(rid) + "-" + Math.round(y);
            draft.box(id + "-paper", Role.SURFACE, Ink.PLAIN, bounds, Optional.empty(), "");
            draft.box(id, role, ink, bounds, Optional.of(target), "");
            if (ink == Ink.FILLED) {
                Rect stripe = new Rect(bounds.x(), bounds.bottom() - 4, bounds.width(), 4);
                draft.cells(
                        id + "-s", role, Ink.FILLED, new Draft.Run(stripe, stripe.width(), 1), Optional.empty(), "");
            }
            double drop = ink == Ink.FILLED ? TEXT_DROP - 2 : TEXT_DROP;
            draft.text(id + "-t", Draft.Pen.middle(TextStyle.MONO_SMALL, Role.TEXT), x, y + LANE / 2 + drop, text);
        });
    }

    private void frames(double lanes, double bottom) {
        for (Columns.Column c : columns.columns()) {
            if (conflicts.contains(c.rid())) {
                Rect frame = new Rect(c.x(), lanes, columns.cell(), bottom - lanes);
                draft.box("clash-" + Words.hex(c.rid()), Role.CONFLICT, Ink.DASHED, frame, Optional.empty(), "");
                Rect cross = new Rect(c.center() - CROSS / 2, lanes - CROSS / 2 - 2, CROSS, CROSS);
                draft.cross("clash-" + Words.hex(c.rid()) + "-x", cross, "claimed twice");
            }
        }
    }

    /** Routing IDs, buses, and what 16 bits would make of those beyond ffff. */
    private double labels(double bottom) {
        double row = bottom + 13;
        double names = SiovFigure.MARGIN + SiovFigure.GUTTER - 10;
        boolean wraps = false;
        long bus = -1;
        for (Columns.Column c : columns.columns()) {
            Placement placement = new Placement(c.rid());
            Role role = placement.fits() ? Role.TEXT : Role.CONFLICT;
            mono("rid-" + Words.hex(c.rid()), role, c.center(), row, Words.hex(c.rid()));
            if (placement.bus() != bus) {
                bus = placement.bus();
                bus(bus, c.x(), bottom, row + 13);
            }
            if (!placement.fits()) {
                wraps = true;
                String wrapped = Words.hex(placement.wrapped().value());
                mono("wrap-" + Words.hex(c.rid()), Role.CONFLICT, c.center(), row + 27, wrapped);
            }
        }
        Point end = new Point(columns.right(), bottom);
        draft.line("strip-axis", Role.TEXT, Ink.FILLED, 1, new Point(names + 10, bottom), end);
        draft.text("strip-rids", Draft.Pen.end(TextStyle.SMALL, Role.MUTED), names, row, "RID");
        if (wraps) {
            Draft.Pen pen = Draft.Pen.end(TextStyle.SMALL, Role.CONFLICT);
            draft.text("strip-wraps", pen, names, row + 27, "in 16 bits");
        }
        return row + (wraps ? 32 : 18);
    }

    private void mono(String id, Role role, double x, double y, String text) {
        draft.text(id, Draft.Pen.middle(TextStyle.MONO_SMALL, role), x, y, text);
    }

    /** Where a bus begins, as far as it is shown. */
    private void bus(long bus, double x, double bottom, double y) {
        String id = "bus-" + Words.bus(bus);
        Role role = bus > 0xff ? Role.CONFLICT : Role.MUTED;
        draft.line(id, Role.TEXT, Ink.FILLED, 1.4, new Point(x, bottom - 4), new Point(x, y));
        draft.text(id + "-t", Draft.Pen.start(TextStyle.SMALL, role), x + 4, y, "bus " + Words.bus(bus));
    }
}
