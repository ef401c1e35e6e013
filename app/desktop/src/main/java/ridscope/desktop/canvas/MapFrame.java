package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import ridscope.desktop.canvas.ViewTransform.Size;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.MarksLegend;
import ridscope.draw.layout.RidMapAxes;
import ridscope.draw.layout.RidMapGeometry;
import ridscope.draw.layout.RidMapPicture;
import ridscope.draw.paint.Palette;

/**
 * A bare RID map between its axes, which stay in sight, with its legend below. Its columns draw apart until they fill the width.
 * Up to a scale the map is enlarged as it is, from there on only columns draw apart, until cells have room for text.
 */
public final class MapFrame extends Region {

    /** Scale from which on only the columns draw apart. */
    static final double TALLEST = 1.6;

    /** Greatest width of a cell in relation to that at scale 1: about 140 pixels. */
    private static final double WIDEST = 70;

    /** Columns fill the width, but not beyond so many times their own. */
    private static final double MOST_FILLING = 3;

    /** The legend takes at most so much of the height. */
    private static final double LEGEND_SHARE = 0.3;

    private final DiagramCanvas canvas;
    private final SidePicture left;
    private final SidePicture top;
    private final SidePicture legend;
    private final MarksLegend legends = new MarksLegend(FontMetricsTable.bundled());
    private Optional<RidMapPicture> narrow = Optional.empty();
    private Optional<RidMapPicture> shown = Optional.empty();
    private double times = 1;
    /** How far apart columns are where the whole map is shown. */
    private double filling = 1;

    private double explainedWidth = -1;

    public MapFrame(DiagramCanvas canvas, Palette palette) {
        this.canvas = canvas;
        left = new SidePicture(canvas.getId() + "-gutter", palette);
        top = new SidePicture(canvas.getId() + "-columns", palette);
        legend = new SidePicture(canvas.getId() + "-legend", palette);
        setMinSize(0, 0);
        getStyleClass().add("map-frame");
        getChildren().setAll(canvas, left, top, legend);
        left.addEventHandler(ScrollEvent.SCROLL, canvas::fireEvent);
        canvas.setZooming(new Widening());
        // Whatever was painted: wider cells can be in sight in the same part of the picture.
        canvas.inSightProperty().addListener(observable -> drawAxes());
    }

    /** Hears clicks on brackets, bus numbers and the signs that fold. */
    public void setOnSelect(Consumer<Target> consumer) {
        left.setOnSelect(consumer);
    }

    /** Which targets stand out beside the map. */
    public void setSelected(Set<Target> targets) {
        left.setSelected(targets);
    }

    /** Other colours. */
    public void setPalette(Palette palette) {
        canvas.setPalette(palette);
        left.setPalette(palette);
        top.setPalette(palette);
        legend.setPalette(palette);
    }

    /**
     * Shows a map.
     *
     * @param same whether it is the one shown before, to be looked at where the user has gone
     */
    public void show(RidMapPicture next, boolean same) {
        narrow = Optional.of(next);
        RidMapPicture wide = next.widened(times);
        shown = Optional.of(wide);
        if (same) {
            canvas.updateDiagram(wide.diagram());
        } else {
            canvas.setDiagram(wide.diagram());
        }
        explainedWidth = -1;
        requestLayout();
        drawAxes();
    }

    /** The map as wide as it is shown. */
    public Optional<RidMapPicture> picture() {
        return shown;
    }

    /** Width of a cell on the screen, pixels; 0 while there is no map. */
    public double cellWidth() {
        return shown.map(p -> p.geometry().cellWidth() * canvas.scale()).orElse(0.0);
    }

    @Override
    protected void layoutChildren() {
        double gutter = narrow.map(p -> p.axes().width()).orElse(0.0);
        explain();
        double foot = Math.min(getHeight() * LEGEND_SHARE, legend.getPrefHeight());
        double width = Math.max(0, getWidth() - gutter);
        double height = Math.max(0, getHeight() - RidMapAxes.TOP - foot);
        left.resizeRelocate(0, RidMapAxes.TOP, gutter, height);
        top.resizeRelocate(gutter, 0, width, RidMapAxes.TOP);
        fill(new Size(width, height));
        canvas.resizeRelocate(gutter, RidMapAxes.TOP, width, height);
        legend.resizeRelocate(0, getHeight() - foot, getWidth(), foot);
    }

    /** As long as the user has chosen no scale, columns fill the width. */
    private void fill(Size pane) {
        if (narrow.isEmpty() || pane.width() < 1 || pane.height() < 1) {
            return;
        }
        RidMapPicture map = narrow.get();
        Size picture = new Size(map.diagram().width(), map.diagram().height());
        OptionalDouble scale = canvas.fitScale(picture, pane);
        if (scale.isPresent()) {
            double grid = map.geometry().cellWidth() * RidMapGeometry.COLUMNS;
            double spare = (pane.width() - 2 * ViewTransform.MARGIN) / scale.getAsDouble() - picture.width();
            filling = Math.max(1, Math.min(MOST_FILLING, 1 + spare / grid));
            if (filling != times) {
                times = filling;
                shown = Optional.of(map.widened(times));
                canvas.updateDiagram(shown.get().diagram());
            }
        }
    }

    private void explain() {
        if (narrow.isPresent() && explainedWidth != getWidth()) {
            explainedWidth = getWidth();
            Diagram picture = legends.alone(narrow.get().diagram(), getWidth());
            legend.show(picture);
            legend.setPrefHeight(picture.height());
        }
    }

    private void drawAxes() {
        if (shown.isEmpty() || canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        RidMapPicture map = shown.get();
        Rect sight = canvas.inSightProperty().get();
        double scale = canvas.scale();
        left.show(map.axes().left(scale, sight.y(), canvas.getHeight()));
        double first = (map.geometry().left() - sight.x()) * scale;
        top.show(map.axes().top(map.geometry().cellWidth() * scale, first, canvas.getWidth()));
    }

    /** Divides what the user wants between the scale and the width of cells. */
    private final class Widening implements DiagramCanvas.Zooming {

        @Override
        public void zoom(double factor, double x, double y) {
            if (narrow.isPresent()) {
                double scale = canvas.scale();
                double all = Math.max(ViewTransform.MIN_SCALE, Math.min(WIDEST, scale * times * factor));
                double height = factor > 1
                        ? Math.max(scale, Math.min(TALLEST, all / times))
                        : Math.min(scale, all / Math.min(times, filling));
                show(all / height, height, x, y);
            }
        }

        /** What is under the pointer stays there. */
        private void show(double next, double scale, double x, double y) {
            RidMapPicture before = shown.orElseThrow();
            Point at = canvas.toDiagram(x, y);
            double column =
                    (at.x() - before.geometry().left()) / before.geometry().cellWidth();
            RidMapPicture wide = next == times ? before : narrow.orElseThrow().widened(next);
            times = next;
            shown = Optional.of(wide);
            double there = wide.geometry().left() + column * wide.geometry().cellWidth();
            canvas.showAt(wide.diagram(), scale, new Point(there, at.y()), x, y);
        }

        @Override
        public void fit() {
            requestLayout();
        }
    }
}
