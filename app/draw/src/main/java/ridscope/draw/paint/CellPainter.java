package ridscope.draw.paint;

import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;

/**
 * Draws runs of RID-map cells: filled blocks, outlined cells, ticks. Where cells get narrower than the screen can show, the run
 * becomes one block as dense as the comb would look.
 */
final class CellPainter {

    /** Below this distance from cell to cell a comb cannot be told from a block, pixels. */
    private static final double COMB = 1.2;

    /** From this width on a cell is drawn with an outline and a gap to its neighbour, pixels. */
    private static final double OUTLINE = 5;

    /** From this width on a cell has room for text, and what does not fill it becomes a sign at its left edge, pixels. */
    static final double ROOMY = 20;

    /** Width of such a sign, pixels. */
    static final double SIGN = 6;

    private static final double SIGN_MARGIN = 2;
    private static final double OUTLINE_WIDTH = 0.7;
    private static final double FAINT = 0.7;

    private final Palette palette;
    private final Viewport viewport;
    private final Surface surface;

    CellPainter(Palette palette, Viewport viewport, Surface surface) {
        this.palette = palette;
        this.viewport = viewport;
        this.surface = surface;
    }

    void paint(Mark.Cells run) {
        Rgba color = palette.color(run.role());
        if (run.ink() == Ink.HATCHED) {
            surface.hatch(run.bounds(), color);
            return;
        }
        Part part = visible(run);
        if (part.count == 0) {
            return;
        }
        double pixels = run.first().width() * viewport.scale();
        if (pixels >= ROOMY && run.ink() != Ink.FILLED) {
            part = part.sign(viewport.scale());
        }
        if (run.count() > 1 && run.pitch() * viewport.scale() < COMB) {
            block(part, color.withOpacity(density(run)));
        } else if (run.ink() == Ink.DASHED) {
            ticks(part, pixels >= ROOMY ? 0.6 : 0.45, color);
        } else if (run.ink() == Ink.OUTLINED && pixels >= OUTLINE) {
            outlines(part, color);
        } else if (run.ink() == Ink.OUTLINED || run.ink() == Ink.PLAIN) {
            ticks(part, 0.6, color.withOpacity(FAINT));
        } else if (run.pitch() <= run.first().width() && pixels < OUTLINE) {
            block(part, color);
        } else {
            ticks(part, pixels < OUTLINE ? 1 : 0.9, color);
        }
    }

    private record Part(Rect first, double pitch, int count) {

        Part sign(double scale) {
            double width = SIGN / scale;
            return new Part(new Rect(first.x() + SIGN_MARGIN / scale, first.y(), width, first.height()), pitch, count);
        }
    }

    /** Only the cells inside the viewport, so that a deep zoom draws a handful. */
    private Part visible(Mark.Cells run) {
        Rect first = run.first();
        Rect view = viewport.visible();
        if (run.count() == 1 || run.pitch() <= 0) {
            return new Part(first, run.pitch(), first.intersects(view) ? 1 : 0);
        }
        double before = Math.floor((view.x() - first.right()) / run.pitch());
        double last = Math.ceil((view.right() - first.x()) / run.pitch());
        int from = (int) Math.max(0, Math.min(run.count(), before));
        int to = (int) Math.max(from, Math.min(run.count(), last + 1));
        Rect start = new Rect(first.x() + from * run.pitch(), first.y(), first.width(), first.height());
        return new Part(start, run.pitch(), to - from);
    }

    private static double density(Mark.Cells run) {
        double share = Math.min(1, run.first().width() / run.pitch());
        return switch (run.ink()) {
            case DASHED -> 0.55 * share;
            case OUTLINED, PLAIN -> 0.45 * share;
            default -> share;
        };
    }

    private void block(Part part, Rgba color) {
        Rect r = part.first;
        Rect all = new Rect(r.x(), r.y(), part.pitch * (part.count - 1) + r.width(), r.height());
        surface.box(all, 0, Optional.of(color), Optional.empty());
    }

    /** Centred in wide cells; at the left of narrow ones, where half pixels on both sides would blur the comb to a block. */
    private void ticks(Part part, double share, Rgba color) {
        Rect r = part.first;
        double width = r.width() * share;
        double inset = r.width() * viewport.scale() < OUTLINE ? 0 : (r.width() - width) / 2;
        surface.cells(new Rect(r.x() + inset, r.y(), width, r.height()), part.pitch, part.count, color);
    }

    /** The four sides as four runs: few shapes however many cells. */
    private void outlines(Part part, Rgba color) {
        double line = OUTLINE_WIDTH / Math.max(1, viewport.scale());
        double gap = part.first.width() * 0.05;
        Rect r = new Rect(part.first.x() + gap, part.first.y(), part.first.width() - 2 * gap, part.first.height());
        surface.cells(new Rect(r.x(), r.y(), r.width(), line), part.pitch, part.count, color);
        surface.cells(new Rect(r.x(), r.bottom() - line, r.width(), line), part.pitch, part.count, color);
        surface.cells(new Rect(r.x(), r.y(), line, r.height()), part.pitch, part.count, color);
        surface.cells(new Rect(r.right() - line, r.y(), line, r.height()), part.pitch, part.count, color);
    }
}
