package ridscope.desktop.canvas;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.paint.Rgba;
import ridscope.draw.paint.Stroke;
import ridscope.draw.paint.Surface;
import ridscope.draw.paint.Viewport;

/** Paints on a JavaFX canvas. Edges and thin lines are put on whole pixels, or they would look blurred. */
final class CanvasSurface implements Surface {

    /** Text lower than this many pixels is not read any more; a bar in its place would only be noise. */
    private static final double LEAST_TEXT = 3.5;

    /** Cells closer than this many pixels run into each other and are painted as one tint. */
    private static final double LEAST_PITCH = 2;

    private static final double HATCH_GAP = 6;

    private final GraphicsContext gc;
    private final CanvasFonts fonts;
    private double originX;
    private double originY;
    private double scale = 1;
    private double canvasWidth;
    private double canvasHeight;

    CanvasSurface(GraphicsContext gc, CanvasFonts fonts) {
        this.gc = gc;
        this.fonts = fonts;
    }

    @Override
    public void begin(Viewport viewport, Rgba background) {
        originX = viewport.visible().x();
        originY = viewport.visible().y();
        scale = viewport.scale();
        canvasWidth = gc.getCanvas().getWidth();
        canvasHeight = gc.getCanvas().getHeight();
        gc.setLineDashes();
        gc.setFill(color(background));
        gc.fillRect(0, 0, canvasWidth, canvasHeight);
        gc.setFontSmoothingType(FontSmoothingType.GRAY);
        gc.setTextBaseline(VPos.BASELINE);
        gc.setLineJoin(StrokeLineJoin.ROUND);
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    @Override
    public void beginMark(Mark mark) {
        // A canvas has no structure.
    }

    @Override
    public void endMark() {
        // A canvas has no structure.
    }

    @Override
    public void box(Rect rect, double corner, Optional<Rgba> fill, Optional<Stroke> stroke) {
        double left = Math.round(x(rect.x()));
        double top = Math.round(y(rect.y()));
        double width = Math.max(1, Math.round(x(rect.right())) - left);
        double height = Math.max(1, Math.round(y(rect.bottom())) - top);
        double arc = 2 * corner * scale;
        fill.ifPresent(f -> {
            gc.setFill(color(f));
            if (arc < 1) {
                gc.fillRect(left, top, width, height);
            } else {
                gc.fillRoundRect(left, top, width, height, arc, arc);
            }
        });
        stroke.ifPresent(s -> {
            double inset = prepare(s) % 2 == 1 ? 0.5 : 0;
            double w = Math.max(0, width - 2 * inset);
            double h = Math.max(0, height - 2 * inset);
            if (arc < 1) {
                gc.strokeRect(left + inset, top + inset, w, h);
            } else {
                gc.strokeRoundRect(left + inset, top + inset, w, h, arc, arc);
            }
        });
    }

    @Override
    public void hatch(Rect rect, Rgba color) {
        double left = Math.max(0, x(rect.x()));
        double top = Math.max(0, y(rect.y()));
        double right = Math.min(canvasWidth, x(rect.right()));
        double bottom = Math.min(canvasHeight, y(rect.bottom()));
        if (right <= left || bottom <= top) {
            return;
        }
        gc.save();
        gc.beginPath();
        gc.rect(left, top, right - left, bottom - top);
        gc.clip();
        gc.setStroke(color(color));
        gc.setLineWidth(1);
        gc.setLineDashes();
        gc.beginPath();
        // Lines of equal x + y, counted from the canvas's origin of the diagram, so that they stay put while panning.
        double gap = HATCH_GAP * Math.max(0.75, Math.min(1.5, scale));
        double phase = (originX + originY) * scale % gap;
        for (double sum = Math.floor((left + top) / gap) * gap - phase; sum < right + bottom; sum += gap) {
            gc.moveTo(sum - top, top);
            gc.lineTo(sum - bottom, bottom);
        }
        gc.stroke();
        gc.restore();
    }

    @Override
    public void line(List<Point> points, Stroke stroke) {
        double offset = prepare(stroke) % 2 == 1 ? 0.5 : 0;
        gc.beginPath();
        for (int i = 0; i < points.size(); i++) {
            double px = Math.floor(x(points.get(i).x())) + offset;
            double py = Math.floor(y(points.get(i).y())) + offset;
            if (i == 0) {
                gc.moveTo(px, py);
            } else {
                gc.lineTo(px, py);
            }
        }
        gc.stroke();
    }

    @Override
    public void cells(Rect first, double pitch, int count, Rgba fill) {
        double top = Math.round(y(first.y()));
        double height = Math.max(1, Math.round(y(first.bottom())) - top);
        double step = pitch * scale;
        boolean tint = count > 1 && step < LEAST_PITCH && first.width() < pitch;
        if (tint || (count > 1 && first.width() >= pitch)) {
            double left = Math.round(x(first.x()));
            double right = Math.round(x(first.x() + pitch * (count - 1) + first.width()));
            gc.setFill(color(tint ? fill.withOpacity(fill.opacity() * Math.max(0.35, first.width() / pitch)) : fill));
            gc.fillRect(left, top, Math.max(1, right - left), height);
            return;
        }
        gc.setFill(color(fill));
        double width = Math.max(1, Math.round(first.width() * scale));
        int from = (int) Math.max(0, Math.floor((-x(first.x()) - width) / step));
        int to = (int) Math.min(count - 1L, Math.ceil((canvasWidth - x(first.x())) / step));
        for (int i = count == 1 ? 0 : from; i <= (count == 1 ? 0 : to); i++) {
            gc.fillRect(Math.round(x(first.x() + pitch * i)), top, width, height);
        }
    }

    @Override
    public void text(String text, TextStyle style, Point baseline, Mark.Anchor anchor, Rgba color) {
        text(text, style, 1, baseline, anchor, color);
    }

    @Override
    public void text(String text, TextStyle style, double times, Point baseline, Mark.Anchor anchor, Rgba color) {
        double size = scale * times;
        if (style.size() * size < LEAST_TEXT) {
            return;
        }
        gc.setFill(color(color));
        gc.setFont(fonts.of(style, size));
        gc.setTextAlign(TextAlignment.LEFT);
        WordRun run = WordRun.of(text, style, CanvasFonts.size(style, size));
        double left = x(baseline.x()) - run.width() * share(anchor);
        double y = Math.round(y(baseline.y()));
        for (WordRun.Word word : run.words()) {
            gc.fillText(word.text(), Math.round(left) + word.x(), y);
        }
    }

    /** How much of a line stands to the left of its anchor. */
    private static double share(Mark.Anchor anchor) {
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> 0.5;
            case END -> 1;
        };
    }

    @Override
    public void end() {
        gc.setLineDashes();
    }

    /** Sets the stroke up and returns its width in whole pixels. */
    private long prepare(Stroke stroke) {
        long width = Math.max(1, Math.round(stroke.width() * scale));
        gc.setStroke(color(stroke.color()));
        gc.setLineWidth(width);
        if (stroke.dashed()) {
            gc.setLineDashes(Math.max(2, 3 * scale), Math.max(1.5, 2 * scale));
        } else {
            gc.setLineDashes();
        }
        return width;
    }

    private double x(double diagram) {
        return (diagram - originX) * scale;
    }

    private double y(double diagram) {
        return (diagram - originY) * scale;
    }

    static Color color(Rgba rgba) {
        return Color.rgb(rgba.red(), rgba.green(), rgba.blue(), rgba.opacity());
    }
}
