package ridscope.draw.paint;

import java.util.Set;
import ridscope.draw.diagram.Diagram;
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
        throw new UnsupportedOperationException();
    }
}
