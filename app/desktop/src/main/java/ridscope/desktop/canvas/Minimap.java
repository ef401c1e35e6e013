package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import ridscope.desktop.canvas.ViewTransform.Size;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Viewport;

/**
 * The whole picture in a corner, with a frame round what the large one shows; a press or a drag goes there. It hides while
 * most is in sight. The picture in it is painted once per diagram and palette, not as the large one moves. It lies in the corner
 * where it covers least, and stays there while the large picture is only moved.
 */
public final class Minimap extends Region {

    private static final double WIDTH = 150;
    private static final double HEIGHT = 110;
    private static final double MARGIN = 10;

    /** Where this share of the picture is in sight, a map would cover more than it tells. */
    private static final double ENOUGH = 0.5;

    private final DiagramCanvas large;
    private final Canvas canvas = new Canvas();
    private final Rectangle frame = new Rectangle();
    private Optional<Diagram> painted = Optional.empty();
    private Optional<Palette> palette = Optional.empty();
    private boolean wanted = true;
    private Corner corner = Corner.BOTTOM_RIGHT;
    private Optional<Chosen> chosen = Optional.empty();
    private double scale = 1;

    /** For what the corner was chosen. */
    private record Chosen(Diagram diagram, double scale, Size pane) {

        /** Comparing all marks of a big picture would take longer than choosing again. */
        @SuppressWarnings("ReferenceEquality")
        boolean holds(Diagram now, double nowScale, Size nowPane) {
            return diagram == now && scale == nowScale && pane.equals(nowPane);
        }
    }

    public Minimap(DiagramCanvas large) {
        this.large = large;
        getStyleClass().add("minimap");
        frame.getStyleClass().add("minimap-frame");
        canvas.setManaged(false);
        frame.setManaged(false);
        getChildren().setAll(canvas, frame);
        setManaged(false);
        setAccessibleText(Messages.text("topology.minimap"));
        setOnMousePressed(this::go);
        setOnMouseDragged(this::go);
        // Another picture can be in sight in the same part.
        large.inSightProperty().addListener(observable -> update());
        setVisible(false);
    }

    /** Whether it is shown while there is something out of sight. */
    public void setWanted(boolean show) {
        wanted = show;
        update();
    }

    /** Other colours. */
    public void setPalette(Palette next) {
        palette = Optional.of(next);
        painted = Optional.empty();
        update();
    }

    private void go(MouseEvent e) {
        large.center(new Point(e.getX() / scale, e.getY() / scale));
        e.consume();
    }

    private void update() {
        Optional<Diagram> diagram = large.diagram();
        Rect sight = large.inSightProperty().get();
        setVisible(wanted
                && palette.isPresent()
                && diagram.filter(d -> shown(d, sight) < ENOUGH).isPresent());
        if (isVisible()) {
            paint(diagram.get());
            place(diagram.get());
            frame.setX(Math.max(0, sight.x() * scale));
            frame.setY(Math.max(0, sight.y() * scale));
            frame.setWidth(Math.min(canvas.getWidth(), sight.right() * scale) - frame.getX());
            frame.setHeight(Math.min(canvas.getHeight(), sight.bottom() * scale) - frame.getY());
        }
    }

    private static double shown(Diagram diagram, Rect sight) {
        double width = Math.min(diagram.width(), sight.right()) - Math.max(0, sight.x());
        double height = Math.min(diagram.height(), sight.bottom()) - Math.max(0, sight.y());
        return Math.max(0, width) * Math.max(0, height) / (diagram.width() * diagram.height());
    }

    /** By itself: what is in sight changes while its parent lays out, and a wish for another size would come too late. */
    private void place(Diagram diagram) {
        Size own = new Size(canvas.getWidth(), canvas.getHeight());
        Size pane = new Size(large.getWidth(), large.getHeight());
        if (chosen.filter(c -> c.holds(diagram, large.scale(), pane)).isEmpty()) {
            chosen = Optional.of(new Chosen(diagram, large.scale(), pane));
            corner = corner.best(c -> large.covered(c.place(pane, own, MARGIN)));
        }
        Rect place = corner.place(pane, own, MARGIN);
        resizeRelocate(place.x(), place.y(), place.width(), place.height());
    }

    private void paint(Diagram diagram) {
        if (painted.filter(diagram::equals).isPresent()) {
            return;
        }
        painted = Optional.of(diagram);
        scale = Math.min(WIDTH / diagram.width(), HEIGHT / diagram.height());
        canvas.setWidth(Math.max(1, diagram.width() * scale));
        canvas.setHeight(Math.max(1, diagram.height() * scale));
        Viewport view = new Viewport(new Rect(0, 0, diagram.width(), diagram.height()), scale);
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D(), new CanvasFonts());
        DiagramPainter.paint(Coarse.of(diagram, scale), palette.orElseThrow(), view, Set.of(), surface);
    }
}
