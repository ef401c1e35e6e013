package ridscope.draw.paint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;

/** Draws single marks during one painting. */
final class MarkPainter {

    /** Text lower than this on the screen becomes a bar, pixels. */
    private static final double READABLE = 6;

    /** Text lower than this is not drawn at all, pixels. */
    private static final double NOTICEABLE = 1.5;

    /** Boxes lower than this are one block of their colour, pixels. */
    private static final double BLOCK = 7;

    private static final double STRIPE = 5;
    private static final double STACK = 3;
    private static final double SELECTED = 2;
    private static final double HALO = 3;

    /** How much of its role's colour the front card of VFs that exist has. */
    private static final double TINT = 0.28;

    /** Below this scale a whole host is looked at. */
    private static final double FROM_SPACE = 0.1;

    /** A line of fewer pixels is no more than a breath, pixels. */
    private static final double FINEST = 0.15;

    /** A stack of cards of fewer pixels is a block, pixels. */
    private static final double THIN = 1.5;

    private final Palette palette;
    private final Palette texts;
    private final Viewport viewport;
    private final Set<Target> selected;
    private final Surface surface;
    private final CellPainter cells;
    private final NotePainter notes;
    private int drawn;

    MarkPainter(Palette palette, Viewport viewport, Set<Target> selected, Surface surface) {
        this(palette, palette, viewport, selected, surface);
    }

    /** @param texts colours of text */
    MarkPainter(Palette palette, Palette texts, Viewport viewport, Set<Target> selected, Surface surface) {
        this.palette = palette;
        this.texts = texts;
        this.viewport = viewport;
        this.selected = selected;
        this.surface = surface;
        cells = new CellPainter(palette, viewport, surface);
        notes = new NotePainter(palette, texts, viewport, surface);
    }

    int drawn() {
        return drawn;
    }

    void paint(Mark mark) {
        if (!shows(mark)) {
            return;
        }
        surface.beginMark(mark);
        if (mark instanceof Mark.Box box) {
            box(box);
        } else if (mark instanceof Mark.Span span) {
            span(span);
        } else if (mark instanceof Mark.Wire wire) {
            wire(wire);
        } else if (mark instanceof Mark.Label label) {
            label(label);
        } else if (mark instanceof Mark.Cells run) {
            cells(run);
        } else if (mark instanceof Mark.Cross cross) {
            cross(cross);
        } else if (mark instanceof Mark.Alert alert) {
            alert(alert);
        } else if (mark instanceof Mark.Handle handle) {
            handle(handle);
        } else if (mark instanceof Mark.Notes run) {
            notes.paint(run);
        }
        surface.endMark();
        drawn++;
    }

    /** Whether anything of a mark is drawn at this scale. */
    boolean shows(Mark mark) {
        if (!mark.zooms().holds(viewport.level())) {
            return false;
        }
        boolean tiny = mark instanceof Mark.Label label && label.style().size() * viewport.scale() < NOTICEABLE;
        return !tiny && !unseen(mark);
    }

    /** From so far that it would change no pixel that anybody notices; of a large host that are most marks. */
    private boolean unseen(Mark mark) {
        double scale = viewport.scale();
        if (scale >= FROM_SPACE || trouble(mark) && !(mark instanceof Mark.Alert) || isSelected(mark)) {
            return false;
        }
        if (mark instanceof Mark.Wire wire) {
            return wire.thickness() * scale < FINEST;
        }
        boolean fence = mark instanceof Mark.Box box && fence(box);
        return mark.bounds().height() * scale < (fence ? BLOCK : mark instanceof Mark.Alert ? 1 : 0);
    }

    private static boolean fence(Mark.Box box) {
        return box.ink() == Ink.DASHED && box.stripe().isEmpty();
    }

    private boolean isSelected(Mark mark) {
        return !selected.isEmpty()
                && mark.target().isPresent()
                && selected.contains(mark.target().get());
    }

    private void box(Mark.Box box) {
        boolean chosen = isSelected(box);
        Rect r = box.bounds();
        if (box.stripe().isPresent() && r.height() * viewport.scale() < BLOCK) {
            Rgba color =
                    chosen ? palette.selection() : palette.color(box.stripe().get());
            surface.box(r, 0, Optional.of(color), Optional.empty());
            return;
        }
        if (box.ink() == Ink.HATCHED) {
            surface.hatch(r, palette.color(box.role()));
        }
        Stroke frame = chosen && !trouble(box) ? new Stroke(palette.selection(), SELECTED, false) : frame(box);
        surface.box(r, box.corner(), boxFill(box, chosen), Optional.of(frame));
        if (box.stripe().isPresent()) {
            Rect strip = new Rect(r.x(), r.y(), STRIPE, r.height());
            surface.box(
                    strip,
                    Math.min(2, box.corner()),
                    Optional.of(palette.color(box.stripe().get())),
                    Optional.empty());
        }
    }

    private Stroke frame(Mark.Box box) {
        double width = box.ink() == Ink.FILLED ? 1.3 : 1;
        return new Stroke(palette.color(box.role()), width, box.ink() == Ink.DASHED);
    }

    /** A dashed box without a stripe is only a fence round others, so what is below shows through, as with hatching. */
    private Optional<Rgba> boxFill(Mark.Box box, boolean chosen) {
        if (fence(box) || box.ink() == Ink.HATCHED) {
            return Optional.empty();
        }
        return Optional.of(chosen ? palette.selectionFill() : palette.fill(box.role()));
    }

    private void span(Mark.Span span) {
        Rect r = span.bounds();
        if (r.height() * viewport.scale() < THIN) {
            Rgba all = isSelected(span) && !trouble(span) ? palette.selection() : palette.color(span.role());
            surface.box(r, 0, Optional.of(all), Optional.empty());
            return;
        }
        double width = r.width() - 2 * STACK;
        double height = r.height() - 2 * STACK;
        double corner = Math.min(5, height / 3);
        boolean chosen = isSelected(span);
        Rgba color = chosen && !trouble(span) ? palette.selection() : palette.color(span.role());
        Stroke frame = new Stroke(color, chosen ? SELECTED : 1.1, span.ink() == Ink.DASHED);
        Optional<Rgba> fill = Optional.of(chosen ? palette.selectionFill() : palette.fill(span.role()));
        boolean afar = viewport.level() < Zooms.FAR_BELOW;
        for (int card = afar ? 0 : 2; card >= 0; card--) {
            Rect rect = new Rect(r.x() + card * STACK, r.y() + card * STACK, width, height);
            surface.box(rect, corner, fill, Optional.of(frame));
        }
        if (span.ink() == Ink.FILLED && !chosen) {
            Rgba tint = palette.color(span.role()).withOpacity(TINT);
            surface.box(new Rect(r.x(), r.y(), width, height), corner, Optional.of(tint), Optional.of(frame));
        }
        TextStyle style = TextStyle.SMALL;
        Point baseline = new Point(r.x() + 9, r.y() + height / 2 + style.size() * 0.35);
        if (span.text().isEmpty()) {
            return;
        }
        if (viewport.level() >= Zooms.NEAR_FROM) {
            surface.text(span.text(), style, baseline, Mark.Anchor.START, texts.color(Role.TEXT));
        }
    }

    /** What is wrong keeps its colour when it is selected. */
    private static boolean trouble(Mark mark) {
        return mark.role() == Role.CONFLICT || mark.role() == Role.WARNING;
    }

    /** Where something is wrong, the selection becomes a rim on both sides. */
    private void wire(Mark.Wire wire) {
        boolean dashed = wire.ink() == Ink.DASHED;
        if (isSelected(wire) && !trouble(wire)) {
            surface.line(wire.points(), new Stroke(palette.selection(), wire.thickness() + 1, dashed));
            return;
        }
        if (isSelected(wire)) {
            surface.line(wire.points(), new Stroke(palette.selection(), wire.thickness() + 2 * HALO, false));
            surface.line(wire.points(), new Stroke(palette.selectionFill(), wire.thickness() + HALO, false));
        }
        boolean faint = wire.role() == Role.GRID && wire.ink() == Ink.PLAIN;
        Rgba color = faint ? palette.fill(Role.GRID) : palette.color(wire.role());
        surface.line(wire.points(), new Stroke(color, wire.thickness(), dashed));
    }

    private void label(Mark.Label label) {
        if (label.style().size() * viewport.scale() < READABLE) {
            bar(label.bounds());
            return;
        }
        Rgba color = isSelected(label) ? texts.color(Role.TEXT) : texts.text(label.role());
        surface.text(label.text(), label.style(), label.baseline(), label.anchor(), color);
    }

    /** Where text would be too small to read. */
    private void bar(Rect text) {
        double height = text.height() * 0.4;
        Rect bar = new Rect(text.x(), text.centerY() - height / 2, text.width(), height);
        surface.box(bar, 0, Optional.of(palette.color(Role.MUTED).withOpacity(0.35)), Optional.empty());
    }

    private void cells(Mark.Cells run) {
        cells.paint(run);
        if (isSelected(run)) {
            Stroke frame = new Stroke(palette.selection(), SELECTED, false);
            surface.box(run.bounds().grown(1), 1, Optional.empty(), Optional.of(frame));
        }
    }

    /** A cross on a round plate, so that it is read on combs and blocks of any colour. */
    private void cross(Mark.Cross cross) {
        Rgba color = isSelected(cross) ? palette.selection() : palette.color(cross.role());
        Rect b = cross.bounds();
        double size = Math.min(b.width(), b.height());
        double rim = size * 0.12;
        Rect plate = new Rect(b.centerX() - size / 2, b.centerY() - size / 2, size, size).grown(-rim / 2);
        Stroke frame = new Stroke(color, rim, false);
        surface.box(plate, plate.width() / 2, Optional.of(palette.fill(Role.SURFACE)), Optional.of(frame));
        diagonals(plate.grown(-size * 0.25), new Stroke(color, size * 0.16, false));
    }

    /** A triangle, so that it differs from a cross on its plate by its outline. Surfaces fill no triangles: thick lines do. */
    private void alert(Mark.Alert alert) {
        Rgba color = palette.color(alert.role());
        double size = Math.min(alert.bounds().width(), alert.bounds().height());
        double inner = size * Triangle.INRADIUS;
        double rim = size * 0.11;
        Triangle triangle =
                new Triangle(alert.bounds().centerX(), alert.bounds().bottom() - inner, size);
        Stroke ground = new Stroke(palette.fill(alert.role()), inner, false);
        surface.line(triangle.outline(0.5), ground);
        surface.line(triangle.outline(1 - rim / inner / 2), new Stroke(color, rim, false));
        double x = triangle.x();
        double y = triangle.y();
        Stroke sign = new Stroke(color, size * 0.13, false);
        surface.line(List.of(new Point(x, y - size * 0.26), new Point(x, y + size * 0.06)), sign);
        surface.line(List.of(new Point(x, y + size * 0.12), new Point(x, y + size * 0.22)), sign);
    }

    /**
     * A triangle that stands on its base, as wide as it is high.
     *
     * @param x middle of the circle in it
     * @param y middle of the circle in it
     * @param size width and height
     */
    private record Triangle(double x, double y, double size) {

        /** Radius of the circle in it, as a share of its size: area by half the circumference. */
        static final double INRADIUS = 1 / (1 + Math.sqrt(5));

        /** Its edges, drawn together towards the middle by a factor; the first one twice, so that all corners are joined. */
        List<Point> outline(double factor) {
            double top = (1 - INRADIUS) * size * factor;
            double side = size / 2 * factor;
            double down = INRADIUS * size * factor;
            Point peak = new Point(x, y - top);
            Point right = new Point(x + side, y + down);
            Point left = new Point(x - side, y + down);
            return List.of(peak, right, left, peak, right);
        }
    }

    private void handle(Mark.Handle handle) {
        Rect r = handle.bounds();
        Rgba color = palette.color(handle.role());
        surface.box(r, 2, Optional.of(palette.fill(Role.SURFACE)), Optional.of(new Stroke(color, 1, false)));
        double reach = r.width() / 2 - 2;
        Stroke sign = new Stroke(palette.color(Role.TEXT), 1.2, false);
        surface.line(
                List.of(new Point(r.centerX() - reach, r.centerY()), new Point(r.centerX() + reach, r.centerY())),
                sign);
        if (handle.folded()) {
            surface.line(
                    List.of(new Point(r.centerX(), r.centerY() - reach), new Point(r.centerX(), r.centerY() + reach)),
                    sign);
        }
    }

    private void diagonals(Rect r, Stroke stroke) {
        surface.line(List.of(new Point(r.x(), r.y()), new Point(r.right(), r.bottom())), stroke);
        surface.line(List.of(new Point(r.right(), r.y()), new Point(r.x(), r.bottom())), stroke);
    }
}
