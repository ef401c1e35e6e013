package ridscope.draw.paint;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.TextStyle;

/**
 * Something to paint on: window canvas, SVG, PNG, text. Coordinates are diagram units; the surface applies the viewport it was
 * given in {@link #begin}. Escaping is the surface's business.
 */
public interface Surface {

    /** Starts a picture and fills the background. */
    void begin(Viewport viewport, Rgba background);

    /** Starts the parts of one mark; surfaces without structure ignore it. */
    void beginMark(Mark mark);

    /** Ends the parts of one mark. */
    void endMark();

    /** A rectangle; corner radius 0 for sharp corners. */
    void box(Rect rect, double corner, Optional<Rgba> fill, Optional<Stroke> stroke);

    /** Diagonal hatching inside a rectangle. */
    void hatch(Rect rect, Rgba color);

    /** A line through points. */
    void line(List<Point> points, Stroke stroke);

    /** Equal rectangles in a row; surfaces may draw them as one shape. */
    void cells(Rect first, double pitch, int count, Rgba fill);

    /** Text on one line. */
    void text(String text, TextStyle style, Point baseline, Mark.Anchor anchor, Rgba color);

    /**
     * The same text so many times as large. Only what is looked at in different scales needs it: surfaces that draw one scale
     * have text of one size.
     */
    default void text(String text, TextStyle style, double times, Point baseline, Mark.Anchor anchor, Rgba color) {
        text(text, style, baseline, anchor, color);
    }

    /** Ends the picture. */
    void end();
}
