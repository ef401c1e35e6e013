package ridscope.draw.layout.siov;

import java.util.Locale;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.ridmap.IovPlacement;

/** The offset from the PF to the first VF or SDI and the stride from there to the next one, as dimension lines. */
final class Dimensions {

    /** Of both lines. */
    static final double HEIGHT = 40;

    private static final double ROW = 18;

    /** Between the lanes and the lines below them: Routing IDs and buses. */
    private static final double LABELS = 31;

    private final Draft draft;
    private final Columns columns;
    private final IovPlacement placement;
    private final String one;

    Dimensions(Draft draft, Columns columns, IovPlacement placement) {
        this.draft = draft;
        this.columns = columns;
        this.placement = placement;
        this.one = Words.one(placement);
    }

    /** Above the lanes; the stride is next to them. */
    void above(double lanes) {
        draw(lanes - ROW - 8 - 2, lanes - 10, lanes);
    }

    /** Below the labels; returns the bottom. */
    double below(double top, double lanes) {
        draw(top + 2 * ROW, top + ROW - 4, lanes);
        return top + HEIGHT;
    }

    private void draw(double offsetY, double strideY, double lanes) {
        long pf = placement.rids().origin().value();
        long first = placement.rids().first().unwrapped();
        Span offset = new Span(
                "offset",
                pf,
                first,
                "First " + one + " Offset = " + placement.rids().offset());
        line(offset, offsetY, lanes);
        if (placement.rids().count() > 1) {
            long second = placement.rids().at(1).unwrapped();
            line(
                    new Span(
                            "stride",
                            first,
                            second,
                            one + " Stride = " + placement.rids().stride()),
                    strideY,
                    lanes);
        }
    }

    private record Span(String id, long from, long to, String text) {}

    private void line(Span span, double y, double lanes) {
        if (columns.center(span.from()).isEmpty() || columns.center(span.to()).isEmpty()) {
            return;
        }
        String id = "dimension-" + one.toLowerCase(Locale.ROOT) + "-" + span.id();
        double from = columns.center(span.from()).getAsDouble();
        double to = columns.center(span.to()).getAsDouble();
        leader(id + "-a", from, y, lanes);
        leader(id + "-b", to, y, lanes);
        draft.dimension(id, Role.TEXT, from, to, y);
        Role role = Role.TEXT;
        double room = Math.abs(to - from) - 12;
        if (draft.width(TextStyle.SMALL, span.text()) <= room) {
            draft.text(id + "-t", Draft.Pen.middle(TextStyle.SMALL, role), (from + to) / 2, y - 3, span.text());
        } else {
            draft.text(id + "-t", Draft.Pen.start(TextStyle.SMALL, role), Math.max(from, to) + 6, y + 3.5, span.text());
        }
    }

    private void leader(String id, double x, double y, double lanes) {
        double end = y < lanes ? lanes : lanes + LABELS;
        double tip = y < lanes ? y - 4 : y + 4;
        draft.line(id, Role.GRID, Ink.FILLED, 1, new Point(x, end), new Point(x, tip));
    }
}
