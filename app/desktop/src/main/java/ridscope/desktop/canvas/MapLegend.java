package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.paint.Palette;

/** What explains a map, below it, wrapped at its width and in its own size at every scale. */
public final class MapLegend extends Region {

    private final SidePicture picture;
    private Optional<DoubleFunction<Diagram>> legend = Optional.empty();
    private Optional<Diagram> drawn = Optional.empty();

    /** @param id of what shows it */
    public MapLegend(String id, Palette palette) {
        picture = new SidePicture(id + "-legend", palette);
        setMinSize(0, 0);
        getChildren().setAll(picture);
    }

    /** Explains another map. */
    public void show(DoubleFunction<Diagram> next) {
        legend = Optional.of(next);
        drawn = Optional.empty();
        requestLayout();
    }

    /** Other colours. */
    public void setPalette(Palette palette) {
        picture.setPalette(palette);
    }

    private void draw(double width) {
        if (legend.isPresent() && drawn.filter(d -> d.width() == width).isEmpty()) {
            drawn = legend.map(l -> l.apply(width));
            drawn.ifPresent(picture::show);
        }
    }

    /** Height at a width, pixels. */
    double heightAt(double width) {
        draw(width);
        return drawn.map(Diagram::height).orElse(0.0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightAt(width < 0 ? getWidth() : width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        draw(getWidth());
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
