package ridscope.desktop.canvas;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
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
import ridscope.draw.paint.Stroke;

/**
 * Shows one diagram. However much changes within a pulse, it paints once, in layout. Wheel zooms around the pointer, dragging
 * pans, a click selects; arrows walk from mark to mark, Enter selects, Home and End go to the first and last one,
 * {@code +}, {@code -} and {@code 0} zoom and fit.
 */
public final class DiagramCanvas extends Region {

    /** What has changed since the last paint. */
    private enum Dirty {
        DIAGRAM,
        VIEWPORT,
        PALETTE,
        SELECTION,
        FOCUS
    }

    /** How the scale follows the size of the pane. */
    private enum Fit {
        /** As new: the whole picture where it stays legible so, else its width. */
        READABLE,
        /** The whole picture, however small. */
        WHOLE,
        /** The user has chosen a scale. */
        NONE
    }

    private static final double FOCUS_GAP = 3;
    private static final double ZOOM_ROOM = 40;

    private final Canvas canvas = new Canvas();
    private final CanvasFonts fonts = new CanvasFonts();
    private final EnumSet<Dirty> dirty = EnumSet.noneOf(Dirty.class);
    private final double smallestFit;
    private final double largestFit;
    private Optional<Diagram> diagram = Optional.empty();
    private Optional<MarkIndex> index = Optional.empty();
    private Optional<MarkWalk> walk = Optional.empty();
    private Palette palette;
    private Set<Target> selected = Set.of();
    private Dimming dimming = Dimming.NONE;
    private Optional<Rect> framed = Optional.empty();
    private Optional<Mark> focus = Optional.empty();
    private ViewTransform transform = ViewTransform.HOME;
    private Fit fit = Fit.READABLE;
    private Size fitted = new Size(0, 0);
    private Optional<DiagramCanvas> partner = Optional.empty();
    private final ReadOnlyObjectWrapper<Rect> inSight = new ReadOnlyObjectWrapper<>(new Rect(0, 0, 0, 0));
    private final Glide glide = new Glide(this::move);
    private List<Mark> lit = List.of();
    private Consumer<Hover> onSelect = where -> {};
    private Optional<Consumer<Hover>> onPick = Optional.empty();
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
    public record Hover(Point point, Optional<Mark> mark, double x, double y) {}

    /**
     * @param palette colours to begin with
     * @param smallestFit least scale at which a new diagram is shown
     * @param largestFit greatest such scale
     */
    public DiagramCanvas(Palette palette, double smallestFit, double largestFit) {
        this.palette = palette;
        this.smallestFit = smallestFit;
        this.largestFit = largestFit;
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
        one.partner = Optional.of(other);
        other.partner = Optional.of(one);
    }

    /** Shows another diagram, at its own scale unless the user has chosen one for the same picture. */
    public void setDiagram(Diagram next) {
        boolean samePicture = diagram.map(Diagram::title).equals(Optional.of(next.title()));
        diagram = Optional.of(next);
        index = Optional.of(new MarkIndex(next));
        walk = Optional.of(new MarkWalk(next));
        focus = focus.flatMap(Mark::target).flatMap(t -> walk.get().of(t));
        setAccessibleText(next.title());
        if (!samePicture) {
            fit = Fit.READABLE;
            fitted = new Size(0, 0);
            transform = ViewTransform.HOME;
        }
        mark(Dirty.DIAGRAM);
    }

    /**
     * Shows how the same picture looks now, at the same scale. What is selected stays where it is if it is in sight, else what
     * is in the middle.
     */
    public void updateDiagram(Diagram next) {
        updateDiagram(next, Optional.empty());
    }

    /**
     * The same.
     *
     * @param anchor what stays where it is before anything else
     */
    public void updateDiagram(Diagram next, Optional<Target> anchor) {
        Optional<MarkWalk> before = walk;
        Fit keptFit = fit;
        Size keptSize = fitted;
        ViewTransform kept = transform;
        setDiagram(next);
        fit = keptFit;
        fitted = keptSize;
        Rect inSight = kept.viewport(size()).visible();
        Point middle = new Point(inSight.centerX(), inSight.centerY());
        MarkWalk now = walk.orElseThrow();
        transform = before.flatMap(was -> anchor.flatMap(was::of)
                        .filter(m -> m.bounds().intersects(inSight) && now.has(m))
                        .or(() -> was.nearest(
                                middle,
                                m -> selected.contains(m.target().orElseThrow())
                                        && m.bounds().intersects(inSight)
                                        && now.has(m)))
                        .or(() -> was.nearest(middle, now::has)))
                .flatMap(was -> now.of(was.target().orElseThrow()).map(is -> kept.following(was.bounds(), is.bounds())))
                .orElse(kept);
    }

    /** The same, but where the user has chosen no scale and the picture is legible as a whole, all of it is shown again. */
    public void refitDiagram(Diagram next) {
        Size picture = new Size(next.width(), next.height());
        boolean whole = ViewTransform.fit(picture, size(), largestFit).scale() >= ViewTransform.LEGIBLE;
        if (fit == Fit.NONE || !whole) {
            updateDiagram(next);
        } else {
            setDiagram(next);
            fitted = new Size(0, 0);
            transform = ViewTransform.HOME;
        }
    }

    /** The diagram shown. */
    public Optional<Diagram> diagram() {
        return diagram;
    }

    /** Other colours. */
    public void setPalette(Palette next) {
        palette = next;
        mark(Dirty.PALETTE);
    }

    /** Frames a place that no mark stands for, such as one cell of a comb. */
    public void setFramed(Optional<Rect> rect) {
        if (!framed.equals(rect)) {
            framed = rect;
            mark(Dirty.SELECTION);
        }
    }

    /** Which targets get the selection's frame. */
    public void setSelected(Set<Target> targets) {
        if (!selected.equals(targets)) {
            selected = Set.copyOf(targets);
            mark(Dirty.SELECTION);
        }
    }

    /** Lights marks, such as a path from the root. */
    public void setLit(List<Mark> marks) {
        lit = List.copyOf(marks);
        mark(Dirty.SELECTION);
    }

    /** Which part of the diagram is seen, in its units; changes as it is painted. */
    public ReadOnlyObjectProperty<Rect> inSightProperty() {
        return inSight.getReadOnlyProperty();
    }

    /** Shows a place in the middle, at the same scale. */
    public void center(Point place) {
        Rect seen = transform.viewport(size()).visible();
        glide.stop();
        move(new ViewTransform(place.x() - seen.width() / 2, place.y() - seen.height() / 2, transform.scale()));
    }

    /** Glides to a part of the picture until it fills the pane, legible if it is large and not enlarged beyond a scale. */
    public void zoomTo(Rect part, double largest) {
        fit = Fit.NONE;
        Rect room = part.grown(ZOOM_ROOM);
        double scale = Math.min(getWidth() / room.width(), getHeight() / room.height());
        double next = Math.max(ViewTransform.LEGIBLE, Math.min(largest, scale));
        double x = part.centerX() - getWidth() / next / 2;
        double y = part.centerY() - getHeight() / next / 2;
        glide.start(transform, new ViewTransform(x, y, next));
    }

    /** Hears clicks with Shortcut or Shift held down; else they are clicks like others. */
    public void setOnPick(Consumer<Hover> consumer) {
        onPick = Optional.of(consumer);
    }

    void pick(double x, double y) {
        Hover where = new Hover(transform.toDiagram(x, y), hit(x, y), x, y);
        onPick.orElse(onSelect).accept(where);
    }

    /** Fades marks, without moving any. */
    public void setDimming(Dimming next) {
        dimming = next;
        mark(Dirty.SELECTION);
    }

    /** Brings a target into sight, and makes it the one the keyboard starts from. */
    public void reveal(Target target) {
        walk.flatMap(w -> w.of(target)).ifPresent(m -> {
            focus = Optional.of(m);
            reveal(m.bounds());
        });
    }

    /** Brings a rectangle into sight. */
    public void reveal(Rect rect) {
        if (getWidth() > 0) {
            refit();
            move(transform.revealing(rect, size()));
        }
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
        fitAlone();
        partner.ifPresent(DiagramCanvas::fitAlone);
    }

    private void fitAlone() {
        fit = Fit.WHOLE;
        fitted = new Size(0, 0);
        transform = ViewTransform.HOME;
        mark(Dirty.VIEWPORT);
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
        return transform.scale();
    }

    /** Where a mark lies on this node, for tests and cards beside it. */
    public Rect onCanvas(Rect rect) {
        return transform.toCanvas(rect);
    }

    /** The mark the keyboard is at. */
    public Optional<Mark> focusedMark() {
        return focus;
    }

    void zoom(double factor, double x, double y) {
        glide.stop();
        fit = Fit.NONE;
        move(transform.zoomed(factor, x, y));
    }

    void pan(double dx, double dy) {
        glide.stop();
        move(transform.panned(dx, dy));
    }

    void walk(MarkWalk.Direction direction) {
        walk.ifPresent(w -> focusOn(focus.isPresent() ? w.next(focus.get(), direction) : w.first()));
    }

    void walkToEnd(boolean last) {
        walk.ifPresent(w -> focusOn(last ? w.last() : w.first()));
    }

    void selectFocused() {
        focus.ifPresent(m -> onSelect.accept(at(m)));
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
        Hover where = new Hover(transform.toDiagram(x, y), hit(x, y), x, y);
        where.mark().ifPresent(m -> {
            focus = m.target().flatMap(t -> walk.flatMap(w -> w.of(t))).or(() -> Optional.of(m));
            mark(Dirty.FOCUS);
        });
        onSelect.accept(where);
        if (twice) {
            where.mark().ifPresent(onOpen);
        }
    }

    void hover(double x, double y) {
        onHover.accept(Optional.of(new Hover(transform.toDiagram(x, y), hit(x, y), x, y)));
    }

    void leave() {
        onHover.accept(Optional.empty());
    }

    private Hover at(Mark mark) {
        Rect place = transform.toCanvas(mark.bounds());
        double firstCellX = mark instanceof Mark.Cells cells
                ? cells.first().centerX()
                : mark.bounds().centerX();
        return new Hover(
                new Point(firstCellX, mark.bounds().centerY()), Optional.of(mark), place.centerX(), place.centerY());
    }

    private Optional<Mark> hit(double x, double y) {
        Point p = transform.toDiagram(x, y);
        return index.flatMap(i -> i.hit(p.x(), p.y()));
    }

    private void focusOn(Optional<Mark> next) {
        next.ifPresent(m -> {
            focus = next;
            setAccessibleText(MarkTooltip.title(m).isEmpty() ? m.id().value() : MarkTooltip.title(m));
            reveal(m.bounds());
            mark(Dirty.FOCUS);
        });
    }

    private void move(ViewTransform next) {
        diagram.ifPresent(d -> transform = next.kept(new Size(d.width(), d.height()), size()));
        mark(Dirty.VIEWPORT);
        partner.ifPresent(p -> p.goAlong(transform, fit));
    }

    private void goAlong(ViewTransform with, Fit how) {
        fit = how;
        fitted = how == Fit.NONE ? fitted : size();
        transform = with;
        mark(Dirty.VIEWPORT);
    }

    private void mark(Dirty what) {
        dirty.add(what);
        requestLayout();
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
        if (dirty.isEmpty() || index.isEmpty() || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        refit();
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D(), fonts);
        marksDrawn = DiagramPainter.paint(index.get(), palette, transform.viewport(size()), selected, dimming, surface);
        PathLight.draw(lit, palette, surface);
        framed.ifPresent(rect -> frame(surface, rect, false));
        if (isFocused()) {
            focus.ifPresent(m -> frame(surface, m.bounds(), true));
        }
        dirty.clear();
        paints++;
        inSight.set(transform.viewport(size()).visible());
    }

    /** A pane of another size fits the picture again, unless the user has chosen the scale; what was at the top stays there. */
    private void refit() {
        if (diagram.isEmpty()) {
            return;
        }
        Size picture = new Size(diagram.get().width(), diagram.get().height());
        if (fit != Fit.NONE && !fitted.equals(size())) {
            Size all = withPartner(picture);
            ViewTransform next = fit == Fit.WHOLE
                    ? ViewTransform.fit(all, size(), largestFit)
                    : ViewTransform.readable(all, size(), smallestFit, largestFit);
            transform = new ViewTransform(transform.x(), transform.y(), next.scale());
            fitted = size();
        }
        transform = transform.kept(picture, size());
    }

    /** Pictures that are compared get the scale at which the larger one fits. */
    private Size withPartner(Size picture) {
        return partner.flatMap(p -> p.diagram)
                .map(d -> new Size(Math.max(d.width(), picture.width()), Math.max(d.height(), picture.height())))
                .orElse(picture);
    }

    private void frame(CanvasSurface surface, Rect rect, boolean dashed) {
        surface.box(
                rect.grown(FOCUS_GAP / transform.scale()),
                FOCUS_GAP / transform.scale(),
                Optional.empty(),
                Optional.of(new Stroke(palette.selection(), 1.5 / transform.scale(), dashed)));
    }
}
