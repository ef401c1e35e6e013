package ridscope.desktop.canvas;

import java.util.Collection;
import java.util.Optional;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Stroke;
import ridscope.draw.paint.Surface;

/** Lights marks over a picture that is painted already: wires in the colour of the selection, boxes with a frame of it. */
final class PathLight {

    private static final double FRAME = 1.6;

    private PathLight() {}

    /** A wire that is in trouble has the colour of that and gets a frame. */
    static void draw(Collection<Mark> marks, Palette palette, Surface surface) {
        for (Mark mark : marks) {
            boolean trouble = mark.role() == Role.CONFLICT || mark.role() == Role.WARNING;
            if (mark instanceof Mark.Wire wire && !trouble) {
                surface.line(wire.points(), new Stroke(palette.selection(), wire.thickness() + 1, false));
            } else if (mark instanceof Mark.Box || mark instanceof Mark.Wire) {
                if (mark instanceof Mark.Wire wire) {
                    surface.line(wire.points(), new Stroke(palette.color(wire.role()), wire.thickness() + 1, false));
                }
                Rect rim = mark instanceof Mark.Wire ? mark.bounds().grown(2) : mark.bounds();
                Stroke frame = new Stroke(palette.selection(), FRAME, false);
                surface.box(rim, mark instanceof Mark.Box b ? b.corner() : 2, Optional.empty(), Optional.of(frame));
            }
        }
    }
}
