package ridscope.draw.paint;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;

/** Paints any diagram on any surface. Stateless. */
public final class DiagramPainter {

    private DiagramPainter() {}

    /**
     * Paints the marks inside the viewport.
     *
     * @param selected targets whose marks get the selection's frame
     * @return how many marks were drawn
     */
    public static int paint(
            Diagram diagram, Palette palette, Viewport viewport, Set<Target> selected, Surface surface) {
        MarkPainter painter = new MarkPainter(palette, viewport, selected, surface);
        surface.begin(viewport, palette.color(Role.SURFACE));
        for (Mark mark : diagram.marks()) {
            if (mark.bounds().intersects(viewport.visible())) {
                painter.paint(mark);
            }
        }
        surface.end();
        return painter.drawn();
    }

    /** The same for a diagram that is painted often: marks outside the viewport are not even looked at. */
    public static int paint(
            MarkIndex index, Palette palette, Viewport viewport, Set<Target> selected, Surface surface) {
        return paint(index, palette, viewport, selected, Dimming.NONE, surface);
    }

    /** The same with some of the marks faded. */
    public static int paint(
            MarkIndex index,
            Palette palette,
            Viewport viewport,
            Set<Target> selected,
            Dimming dimming,
            Surface surface) {
        Map<Dimming.Level, MarkPainter> painters = new EnumMap<>(Dimming.Level.class);
        for (Dimming.Level level : Dimming.Level.values()) {
            Palette texts = level == Dimming.Level.FULL ? palette : palette.fadedText(level.share());
            painters.put(level, new MarkPainter(palette.faded(level.share()), texts, viewport, selected, surface));
        }
        surface.begin(viewport, palette.color(Role.SURFACE));
        MarkPainter any = painters.get(Dimming.Level.FULL);
        index.forEachIn(viewport.visible(), mark -> {
            // Whose mark a text is takes longer to find out than that nobody would see it.
            if (any.shows(mark)) {
                painters.get(dimming.of(mark)).paint(mark);
            }
        });
        surface.end();
        return painters.values().stream().mapToInt(MarkPainter::drawn).sum();
    }
}
