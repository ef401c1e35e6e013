package ridscope.draw.paint;

import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;

/** Writes into cells what fits in them at the scale of the screen. */
final class NotePainter {

    /** Room at either side of a text, pixels. */
    private static final double MARGIN = 3;

    /** Capital letters and digits are about so high, as a share of the font's size. */
    private static final double CAPITALS = 0.7;

    private final Palette palette;
    private final Palette texts;
    private final Viewport viewport;
    private final Surface surface;

    /** @param texts colours of text */
    NotePainter(Palette palette, Palette texts, Viewport viewport, Surface surface) {
        this.palette = palette;
        this.texts = texts;
        this.viewport = viewport;
        this.surface = surface;
    }

    void paint(Mark.Notes notes) {
        double scale = viewport.level();
        double inset = notes.ink() == Ink.FILLED || notes.ink() == Ink.PLAIN ? 0 : CellPainter.SIGN + 1;
        double room = notes.first().width() * scale - inset - 2 * MARGIN;
        if (notes.first().height() * scale < notes.style().size()) {
            return;
        }
        for (Mark.Said said : notes.said()) {
            if (said.width() <= room) {
                write(notes, said, inset);
                return;
            }
        }
    }

    private void write(Mark.Notes notes, Mark.Said said, double inset) {
        double scale = viewport.level();
        boolean middle = notes.ink() == Ink.FILLED;
        Rect first = notes.first();
        double baseline = first.centerY() + notes.style().size() * CAPITALS / 2 / scale;
        double start = middle ? first.centerX() : first.x() + (inset + MARGIN) / scale;
        Mark.Anchor anchor = middle ? Mark.Anchor.MIDDLE : Mark.Anchor.START;
        for (int i = firstVisible(notes);
                i < notes.count() && left(notes, i) < viewport.visible().right();
                i++) {
            Point at = new Point(start + i * notes.pitch(), baseline);
            surface.text(said.wording().of(i), notes.style(), 1 / scale, at, anchor, ink(notes));
        }
    }

    private int firstVisible(Mark.Notes notes) {
        double before = viewport.visible().x() - notes.first().right();
        return notes.pitch() <= 0 ? 0 : (int) Math.max(0, Math.floor(before / notes.pitch()));
    }

    private static double left(Mark.Notes notes, int cell) {
        return notes.first().x() + cell * notes.pitch();
    }

    /** On a filled cell whichever of ink and paper is read better. */
    private Rgba ink(Mark.Notes notes) {
        Rgba text = texts.color(Role.TEXT);
        if (notes.ink() == Ink.PLAIN) {
            return texts.text(notes.role());
        } else if (notes.ink() != Ink.FILLED) {
            return text;
        }
        Rgba ground = palette.color(notes.role());
        Rgba paper = palette.fill(Role.SURFACE);
        return paper.contrast(ground) > text.contrast(ground) ? paper : text;
    }
}
