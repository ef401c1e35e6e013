package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import ridscope.desktop.canvas.ViewTransform.Size;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.FramedMap;
import ridscope.draw.paint.Palette;

/**
 * A map between its axes, which stay in sight, with its legend below. Where its columns can be drawn apart they fill the width;
 * up to a scale the map is then enlarged as it is, from there on only columns draw apart, until cells have room for text.
 *
 * @param <M> the kind of map
 */
public final class MapFrame<M extends FramedMap<M>> extends Region {

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
    private final MapLegend legend;
    private final Columns columns = new Columns();
    private Optional<M> narrow = Optional.empty();
    /** As wide as the columns are apart; empty until somebody looks. */
    private Optional<M> wide = Optional.empty();

    private Optional<MapFrame<M>> partner = Optional.empty();
    private Runnable onWidened = () -> {};
    private long widenings;
    private long axesDrawn;

    public MapFrame(DiagramCanvas canvas, Palette palette) {
        this.canvas = canvas;
        left = new SidePicture(canvas.getId() + "-gutter", palette);
        top = new SidePicture(canvas.getId() + "-columns", palette);
        legend = new MapLegend(canvas.getId(), palette);
        setMinSize(0, 0);
        getStyleClass().add("map-frame");
        getChildren().setAll(canvas, left, top, legend);
        left.addEventHandler(ScrollEvent.SCROLL, canvas::fireEvent);
        // Whatever was painted: wider cells or another map can be in sight in the same part of the picture.
        canvas.inSightProperty().addListener(observable -> drawAxes());
    }

    /** Two maps of the same columns that are compared: wherever the user goes in one, the other goes too. One legend does for both. */
    public static <M extends FramedMap<M>> void pair(MapFrame<M> one, MapFrame<M> other) {
        DiagramCanvas.pair(one.canvas, other.canvas);
        one.partner = Optional.of(other);
        other.partner = Optional.of(one);
        one.getChildren().remove(one.legend);
        other.getChildren().remove(other.legend);
    }

    /** Hears clicks on brackets, bus numbers and the signs that fold. */
    public void setOnSelect(Consumer<Target> consumer) {
        left.setOnSelect(consumer);
    }

    /** Hears that columns stand further apart or closer, and with them all cells elsewhere in the picture. */
    public void setOnWidened(Runnable listener) {
        onWidened = listener;
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
    public void show(ReadyMap<M> next, boolean same) {
        narrow = Optional.of(next.map());
        wide = Optional.of(next.wide()).filter(map -> next.stands(columns.times));
        legend.show(next.legend());
        if (next.map().widens()) {
            canvas.setZooming(columns);
        }
        MarkIndex picture = wide.isPresent()
                ? next.marks()
                : new MarkIndex(picture().orElseThrow().diagram());
        if (same) {
            canvas.refitDiagram(picture);
        } else {
            canvas.setDiagram(picture);
        }
        requestLayout();
    }

    /** Shows no map any more, and keeps nothing of the one before: the host it is of may be gone. */
    public void clear() {
        narrow = Optional.empty();
        wide = Optional.empty();
        canvas.clear();
        requestLayout();
    }

    /** The map as wide as it is shown. */
    public Optional<M> picture() {
        if (wide.isEmpty() && narrow.isPresent()) {
            widenings++;
            wide = narrow.map(m -> m.widened(columns.times));
        }
        return wide;
    }

    /** How far apart columns stand, in relation to as close as they can. */
    public double widening() {
        return columns.times;
    }

    /** How many times the map was made anew here in another width. */
    public long widenings() {
        return widenings;
    }

    /** How many times the axes were drawn. */
    public long axesDrawn() {
        return axesDrawn;
    }

    @Override
    protected void layoutChildren() {
        double gutter = narrow.map(FramedMap::gutterWidth).orElse(0.0);
        double head = narrow.map(FramedMap::headsHeight).orElse(0.0);
        double foot = partner.isPresent() ? 0 : Math.min(getHeight() * LEGEND_SHARE, legend.heightAt(getWidth()));
        double width = Math.max(0, getWidth() - gutter);
        double height = Math.max(0, getHeight() - head - foot);
        left.resizeRelocate(0, head, gutter, height);
        top.resizeRelocate(gutter, 0, width, head);
        columns.fill(new Size(width, height));
        if (columns.widened) {
            columns.widened = false;
            onWidened.run();
        }
        canvas.resizeRelocate(gutter, head, width, height);
        legend.resizeRelocate(0, getHeight() - foot, getWidth(), foot);
    }

    private void drawAxes() {
        if (narrow.isEmpty() || canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        axesDrawn++;
        M map = picture().orElseThrow();
        Rect sight = canvas.inSightProperty().get();
        double scale = canvas.scale();
        left.show(map.gutter(scale, sight.y(), canvas.getHeight()));
        top.show(map.heads(scale, sight.x(), canvas.getWidth()));
    }

    /** Divides what the user wants between the scale and the width of columns. */
    private final class Columns implements Zooming {

        /** How far apart they are. */
        private double times = 1;
        /** How far apart they are where the whole map is shown. */
        private double filling = 1;

        private boolean widened;

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
            M map = narrow.orElseThrow();
            Point at = canvas.toDiagram(x, y);
            double there = map.gridLeft() + (at.x() - map.gridLeft()) / times * next;
            widenBoth(next);
            canvas.showAt(scale, new Point(there, at.y()), x, y);
        }

        private void widenBoth(double next) {
            widen(next);
            partner.ifPresent(other -> other.columns.widen(next));
        }

        /** The marks are made when they are painted: a wheel turns several times in between. */
        private void widen(double next) {
            if (next != times) {
                times = next;
                wide = Optional.empty();
                narrow.ifPresent(map -> {
                    double grown = map.gridWidth() * (times - 1);
                    Size size = new Size(
                            map.diagram().width() + grown, map.diagram().height());
                    canvas.showLater(size, () -> picture().orElseThrow().diagram());
                });
                widened = true;
                requestLayout();
            }
        }

        /** As long as the user has chosen no scale, columns fill the width. */
        void fill(Size pane) {
            if (narrow.filter(FramedMap::widens).isEmpty() || pane.width() < 1 || pane.height() < 1) {
                return;
            }
            M map = narrow.get();
            Size picture = new Size(map.diagram().width(), Math.max(height(), partnerHeight()));
            OptionalDouble scale = canvas.fitScale(picture, pane);
            if (scale.isPresent()) {
                double spare = (pane.width() - 2 * ViewTransform.MARGIN) / scale.getAsDouble() - picture.width();
                filling = Math.max(1, Math.min(MOST_FILLING, 1 + spare / map.gridWidth()));
                widenBoth(filling);
            }
        }

        private double height() {
            return narrow.map(m -> m.diagram().height()).orElse(0.0);
        }

        private double partnerHeight() {
            return partner.map(other -> other.columns.height()).orElse(0.0);
        }

        @Override
        public void fit() {
            requestLayout();
            partner.ifPresent(MapFrame::requestLayout);
        }
    }
}
