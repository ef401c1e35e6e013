package ridscope.desktop.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.paint.Dimming;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Stroke;

/**
 * What stands out of a picture and what steps back, without anything moving. Immutable.
 *
 * @param selected targets that get the selection's frame
 * @param framed a place that no mark stands for, such as one cell of a comb
 * @param cursor a place where the keyboard is, if that is no mark
 * @param lit marks such as a path from the root
 * @param dimming which marks fade
 */
record Emphasis(Set<Target> selected, Optional<Rect> framed, Optional<Rect> cursor, List<Mark> lit, Dimming dimming) {

    /** Between a place and the frame round it, in pixels. */
    private static final double GAP = 3;

    static final Emphasis NONE = new Emphasis(Set.of(), Optional.empty(), Optional.empty(), List.of(), Dimming.NONE);

    Emphasis {
        selected = Set.copyOf(selected);
        lit = List.copyOf(lit);
    }

    Emphasis withSelected(Set<Target> targets) {
        return new Emphasis(targets, framed, cursor, lit, dimming);
    }

    Emphasis withFramed(Optional<Rect> place) {
        return new Emphasis(selected, place, cursor, lit, dimming);
    }

    Emphasis withCursor(Optional<Rect> place) {
        return new Emphasis(selected, framed, place, lit, dimming);
    }

    Emphasis withLit(List<Mark> marks) {
        return new Emphasis(selected, framed, cursor, marks, dimming);
    }

    Emphasis withDimming(Dimming next) {
        return new Emphasis(selected, framed, cursor, lit, next);
    }

    /** Draws over the picture what stands out besides marks. */
    void draw(Palette palette, double scale, CanvasSurface surface) {
        PathLight.draw(lit, palette, surface);
        framed.ifPresent(place -> frame(place, false, palette, scale, surface));
        cursor.ifPresent(place -> frame(place, true, palette, scale, surface));
    }

    private static void frame(Rect place, boolean dashed, Palette palette, double scale, CanvasSurface surface) {
        double gap = GAP / scale;
        Stroke stroke = new Stroke(palette.selection(), 1.5 / scale, dashed);
        surface.box(place.grown(gap), gap, Optional.empty(), Optional.of(stroke));
    }
}
