package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Target;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Viewport;

/** A picture in its own size beside one that can be zoomed: an axis, a legend. Without keyboard: what it says is said elsewhere too. */
final class SidePicture extends Region {

    private final Canvas canvas = new Canvas();
    private final CanvasFonts fonts = new CanvasFonts();
    private final MarkTooltip tooltip = new MarkTooltip(this);
    private Optional<Diagram> diagram = Optional.empty();
    private Set<Target> selected = Set.of();
    private Palette palette;

    SidePicture(String id, Palette palette) {
        this.palette = palette;
        setId(id);
        getStyleClass().add("side-picture");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setOnMouseMoved(e -> tooltip.show(hit(e.getX(), e.getY())));
        setOnMouseExited(e -> tooltip.show(Optional.empty()));
    }

    /** Hears clicks on marks with a target. */
    void setOnSelect(Consumer<Target> consumer) {
        setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                hit(e.getX(), e.getY()).flatMap(Mark::target).ifPresent(consumer);
            }
        });
    }

    private Optional<Mark> hit(double x, double y) {
        return diagram.flatMap(d -> d.hit(x, y));
    }

    /** Shows another picture, as large as it is. */
    void show(Diagram next) {
        diagram = Optional.of(next);
        canvas.setWidth(next.width());
        canvas.setHeight(next.height());
        paint();
    }

    void setPalette(Palette next) {
        palette = next;
        paint();
    }

    /** Which targets get the selection's colour. */
    void setSelected(Set<Target> targets) {
        if (!selected.equals(targets)) {
            selected = Set.copyOf(targets);
            paint();
        }
    }

    private void paint() {
        diagram.ifPresent(d -> DiagramPainter.paint(
                d, palette, Viewport.all(d), selected, new CanvasSurface(canvas.getGraphicsContext2D(), fonts)));
    }
}
