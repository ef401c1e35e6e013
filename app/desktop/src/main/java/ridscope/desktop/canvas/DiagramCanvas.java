package ridscope.desktop.canvas;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import ridscope.desktop.canvas.ViewTransform.Size;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Dimming;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Viewport;

/**
 * Shows one diagram. However much changes within a pulse, it paints once, in layout. Wheel zooms around the pointer, dragging
 * pans, a click selects; arrows walk from mark to mark, Enter selects, Home and End go to the first and last one,
 * {@code +}, {@code -} and {@code 0} zoom and fit.
 */
public final class DiagramCanvas extends Region {

    private final Canvas canvas = new Canvas();
    private final CanvasFonts fonts = new CanvasFonts();
    private final EnumSet<Dirty> dirty = EnumSet.noneOf(Dirty.class);
    private final Sight sight;
    private final Shown shown = new Shown();
    private Palette palette;
    private Emphasis emphasis = Emphasis.NONE;
    private Optional<Mark> focus = Optional.empty();
    private final ReadOnlyObjectWrapper<Rect> inSight = new ReadOnlyObjectWrapper<>(new Rect(0, 0, 0, 0));
    private Optional<Zooming> zooming = Optional.empty();
    private Consumer<Hover> onSelect = where -> {};
    private Optional<Consumer<Hover>> onPick = Optional.empty();
    private Predicate<KeyEvent> onKey = key -> false;
    private Consumer<Mark> onOpen = mark -> {};
    private BiConsumer<Mark, Boolean> onFold = (mark, fold) -> {};
    private Predicate<Mark> folded = mark -> false;
    private Consumer<Optional<Hover>> onHover = hover -> {};
    private long paints;
    private int marksDrawn;

    /**
     * What the pointer is over.
     *
     * @param point in diagram units
     * @param mark the topmost mark with a target, if any
     * @param x of the pointer on the canvas
     * @param y of the pointer on the canvas
     */
    public record Hover(Point point, Optional<Mark> mark, double x, double y) {

        /** Where the pointer would be over a mark: of several cells in the first. */
        static Hover at(Mark mark, ViewTransform transform) {
            Rect place = transform.toCanvas(mark.bounds());
            Rect cell = mark instanceof Mark.Cells cells ? cells.first() : mark.bounds();
            Point point = new Point(cell.centerX(), mark.bounds().centerY());
            return new Hover(point, Optional.of(mark), place.centerX(), place.centerY());
        }
    }

    /**
     * @param palette colours to begin with
     * @param smallestFit least scale at which a new diagram is shown
     * @param largestFit greatest such scale
     */
    public DiagramCanvas(Palette palette, double smallestFit, double largestFit) {
        this.palette = palette;
        this.sight = new Sight(new Pane(), smallestFit, largestFit);
        getStyleClass().add("diagram-canvas");
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(true);
        setMinSize(0, 0);
        canvas.setManaged(false);
        getChildren().add(canvas);
        new CanvasInput(this).install();
        focusedProperty().addListener((observable, before, now) -> mark(Dirty.FOCUS));
    }

    /** Two pictures that are compared: wherever the user goes in one, at whichever scale, the other goes too. */
    public static void pair(DiagramCanvas one, DiagramCanvas other) {
        Sight.pair(one.sight, other.sight);
    }

    /** Shows another diagram, at its own scale unless the user has chosen one for the same picture. */
    public void setDiagram(Diagram next) {
        setDiagram(new MarkIndex(next));
    }

    /** The same for a large one, whose index is made before: that takes longer than a picture on the screen may. */
    public void setDiagram(MarkIndex next) {
        if (!diagram().map(Diagram::title).equals(Optional.of(next.diagram().title()))) {
            sight.startAnew();
        }
        show(next);
    }

    private void show(MarkIndex next) {
        shown.show(next);
        refocus();
        setAccessibleText(next.diagram().title());
        mark(Dirty.DIAGRAM);
    }

    private void refocus() {
        focus = focus.flatMap(Mark::target).flatMap(t -> shown.walk().flatMap(w -> w.of(t)));
    }

    /** Shows no diagram any more, and keeps nothing of the one before. */
    void clear() {
        shown.clear();
        focus = Optional.empty();
        emphasis = Emphasis.NONE;
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    /**
     * Shows how the same picture looks now, at the same scale. What is selected stays where it is if it is in sight, else what
     * is in the middle.
     *
     * @param anchor what stays where it is before anything else
     */
    public void updateDiagram(MarkIndex next, Optional<Target> anchor) {
        Replacement replacement = new Replacement(shown.walk(), sight.transform(), sight.visible());
        show(next);
        sight.keep(replacement.view(shown.walk().orElseThrow(), anchor, emphasis.selected()));
    }

    /** The same, but where the user has chosen no scale and the picture is legible as a whole, all of it is shown again. */
    public void refitDiagram(MarkIndex next) {
        Diagram picture = next.diagram();
        if (sight.refitWhole(new Size(picture.width(), picture.height()))) {
            show(next);
        } else {
            updateDiagram(next, Optional.empty());
        }
    }

    /** The scale that another picture gets in a pane of another size; empty if the user has chosen one. */
    OptionalDouble fitScale(Size picture, Size size) {
        return sight.fitScale(picture, size);
    }

    /** Zooms in another way. */
    void setZooming(Zooming way) {
        zooming = Optional.of(way);
    }

    /** The same picture in another shape, made when it is painted; it is looked at where it is. */
    void showLater(Size size, Supplier<Diagram> picture) {
        shown.showLater(size, picture);
        mark(Dirty.DIAGRAM);
    }

    /** Shows the picture in a scale that the user has chosen, with one of its points at a place on the canvas. */
    void showAt(double scale, Point point, double x, double y) {
        sight.choose(new ViewTransform(point.x() - x / scale, point.y() - y / scale, scale));
    }

    /** The point of the picture at a place on the canvas. */
    public Point toDiagram(double x, double y) {
        return transform().toDiagram(x, y);
    }

    /** The diagram shown. */
    public Optional<Diagram> diagram() {
        return shown.diagram();
    }

    /** Other colours. */
    public void setPalette(Palette next) {
        palette = next;
        mark(Dirty.PALETTE);
    }

    /** Frames a place that no mark stands for, such as one cell of a comb. */
    public void setFramed(Optional<Rect> rect) {
        emphasise(emphasis.withFramed(rect));
    }

    /** That place. */
    public Optional<Rect> framed() {
        return emphasis.framed();
    }

    /** Shows where the keyboard is while it is here, where whoever hears keys walks by other things than marks. */
    public void setCursor(Optional<Rect> rect) {
        emphasise(emphasis.withCursor(rect));
    }

    /** Hears keys first, and says which it has used. */
    public void setOnKey(Predicate<KeyEvent> predicate) {
        onKey = predicate;
    }

    boolean useKey(KeyEvent key) {
        return onKey.test(key);
    }

    /** Which targets get the selection's frame. */
    public void setSelected(Set<Target> targets) {
        emphasise(emphasis.withSelected(targets));
    }

    /** Lights marks, such as a path from the root. */
    public void setLit(List<Mark> marks) {
        emphasise(emphasis.withLit(marks));
    }

    /** Fades marks, without moving any. */
    public void setDimming(Dimming next) {
        emphasise(emphasis.withDimming(next));
    }

    private void emphasise(Emphasis next) {
        if (!emphasis.equals(next)) {
            emphasis = next;
            mark(Dirty.SELECTION);
        }
    }

    /** Which part of the diagram is seen, in its units; changes as it is painted. */
    public ReadOnlyObjectProperty<Rect> inSightProperty() {
        return inSight.getReadOnlyProperty();
    }

    /** How much of the picture something would hide that covers a part of this node. */
    double covered(Rect part) {
        return shown.covered(transform().toDiagram(part), scale());
    }

    /** Shows a place in the middle, at the same scale. */
    public void center(Point place) {
        sight.center(place);
    }

    /** Glides to a part of the picture until it fills the pane, legible if it is large and not enlarged beyond a scale. */
    public void zoomTo(Rect part, double largest) {
        sight.zoomTo(part, largest);
    }

    /** Whether it jumps instead of gliding. */
    public void setStill(boolean still) {
        sight.setStill(still);
    }

    /** Hears clicks with Shortcut or Shift held down; else they are clicks like others. */
    public void setOnPick(Consumer<Hover> consumer) {
        onPick = Optional.of(consumer);
    }

    void pick(double x, double y) {
        Hover where = new Hover(transform().toDiagram(x, y), hit(x, y), x, y);
        onPick.orElse(onSelect).accept(where);
    }

    /** Brings a target into sight, and makes it the one the keyboard starts from. */
    public void reveal(Target target) {
        shown.walk().flatMap(w -> w.of(target)).ifPresent(m -> {
            focus = Optional.of(m);
            reveal(m.bounds());
        });
    }

    /** Brings a rectangle into sight. */
    public void reveal(Rect rect) {
        sight.reveal(rect);
    }

    /** Hears clicks, and Enter at the mark where the keyboard is. */
    public void setOnSelect(Consumer<Hover> consumer) {
        onSelect = consumer;
    }

    /** Hears double clicks on marks with a target, and Space. */
    public void setOnOpen(Consumer<Mark> consumer) {
        onOpen = consumer;
    }

    /** Hears Shift with Left (fold: true) and Shift with Right, and Right at a folded mark. */
    public void setOnFold(BiConsumer<Mark, Boolean> consumer) {
        onFold = consumer;
    }

    /** Says which marks are folded. */
    public void setFolded(Predicate<Mark> predicate) {
        folded = predicate;
    }

    /** Hears where the pointer is; empty when it has left. */
    public void setOnHover(Consumer<Optional<Hover>> consumer) {
        onHover = consumer;
    }

    /** Shows the whole picture. */
    public void fit() {
        zooming.ifPresent(Zooming::fit);
        sight.fitWhole();
    }

    /** Zooms around the middle. */
    public void zoom(double factor) {
        zoom(factor, getWidth() / 2, getHeight() / 2);
    }

    /** How many times it has painted. */
    public long paints() {
        return paints;
    }

    /** How many marks the last paint drew. */
    public int marksDrawn() {
        return marksDrawn;
    }

    /** Canvas pixels per diagram unit. */
    public double scale() {
        return transform().scale();
    }

    /** Where a mark lies on this node, for tests and cards beside it. */
    public Rect onCanvas(Rect rect) {
        return transform().toCanvas(rect);
    }

    /** The mark the keyboard is at. */
    public Optional<Mark> focusedMark() {
        return focus;
    }

    void zoom(double factor, double x, double y) {
        zooming.ifPresentOrElse(z -> z.zoom(factor, x, y), () -> sight.zoom(factor, x, y));
    }

    void pan(double dx, double dy) {
        sight.pan(dx, dy);
    }

    void walk(MarkWalk.Direction direction) {
        shown.walk().ifPresent(w -> focusOn(focus.isPresent() ? w.next(focus.get(), direction) : w.first()));
    }

    void walkToEnd(boolean last) {
        shown.walk().ifPresent(w -> focusOn(last ? w.last() : w.first()));
    }

    void selectFocused() {
        focus.ifPresent(m -> onSelect.accept(Hover.at(m, transform())));
    }

    void foldFocused(boolean fold) {
        focus.ifPresent(m -> onFold.accept(m, fold));
    }

    /** Unfolds before it walks on. */
    void walkRight() {
        if (focus.filter(folded).isPresent()) {
            foldFocused(false);
        } else {
            walk(MarkWalk.Direction.RIGHT);
        }
    }

    void openFocused() {
        focus.ifPresent(onOpen);
    }

    void click(double x, double y, boolean twice) {
        Hover where = new Hover(transform().toDiagram(x, y), hit(x, y), x, y);
        where.mark().ifPresent(m -> {
            focus = m.target().flatMap(t -> shown.walk().flatMap(w -> w.of(t))).or(() -> Optional.of(m));
            mark(Dirty.FOCUS);
        });
        onSelect.accept(where);
        if (twice) {
            where.mark().ifPresent(onOpen);
        }
    }

    void hover(double x, double y) {
        onHover.accept(Optional.of(new Hover(transform().toDiagram(x, y), hit(x, y), x, y)));
    }

    void leave() {
        onHover.accept(Optional.empty());
    }

    private Optional<Mark> hit(double x, double y) {
        Point p = transform().toDiagram(x, y);
        return shown.index().flatMap(i -> i.hit(p.x(), p.y()));
    }

    private void focusOn(Optional<Mark> next) {
        next.ifPresent(m -> {
            focus = next;
            setAccessibleText(MarkTooltip.title(m).isEmpty() ? m.id().value() : MarkTooltip.title(m));
            reveal(m.bounds());
            mark(Dirty.FOCUS);
        });
    }

    private void mark(Dirty what) {
        dirty.add(what);
        requestLayout();
    }

    private ViewTransform transform() {
        return sight.transform();
    }

    private Size size() {
        return new Size(getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            dirty.add(Dirty.VIEWPORT);
        }
        if (dirty.isEmpty() || shown.size().isEmpty() || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        sight.refit();
        if (dirty.contains(Dirty.DIAGRAM)) {
            refocus();
        }
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D(), fonts);
        Viewport view = transform().viewport(size());
        Dimming dimming = shown.dimming(emphasis.dimming());
        marksDrawn =
                DiagramPainter.paint(shown.index().orElseThrow(), palette, view, emphasis.selected(), dimming, surface);
        Optional<Rect> here =
                emphasis.cursor().or(() -> focus.map(Mark::bounds)).filter(f -> isFocused());
        emphasis.withCursor(here).draw(palette, view.scale(), surface);
        dirty.clear();
        paints++;
        inSight.set(view.visible());
    }

    private final class Pane implements Sight.Pane {

        @Override
        public Optional<Size> picture() {
            return shown.size();
        }

        @Override
        public Size size() {
            return DiagramCanvas.this.size();
        }

        @Override
        public void moved() {
            mark(Dirty.VIEWPORT);
        }
    }
}
