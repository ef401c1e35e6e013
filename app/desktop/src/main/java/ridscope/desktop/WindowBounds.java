package ridscope.desktop;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where a window may be, so that all of it is in sight. */
final class WindowBounds {

    private WindowBounds() {}

    /**
     * A window on the screen that shows most of it, else on the first: no larger than that screen, and moved inside.
     *
     * @param window as remembered or as the system placed it, in pixels
     * @param screens what can be seen of each, without panels; at least one
     */
    static Rectangle2D within(Rectangle2D window, List<Rectangle2D> screens) {
        Rectangle2D screen = screens.stream()
                .filter(s -> shared(window, s) > 0)
                .max(Comparator.comparingDouble(s -> shared(window, s)))
                .orElse(screens.get(0));
        double width = Math.min(window.getWidth(), screen.getWidth());
        double height = Math.min(window.getHeight(), screen.getHeight());
        double x = Math.max(screen.getMinX(), Math.min(window.getMinX(), screen.getMaxX() - width));
        double y = Math.max(screen.getMinY(), Math.min(window.getMinY(), screen.getMaxY() - height));
        return new Rectangle2D(x, y, width, height);
    }

    private static double shared(Rectangle2D a, Rectangle2D b) {
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return width > 0 && height > 0 ? width * height : 0;
    }
}
