package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import ridscope.desktop.canvas.ViewTransform.Size;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Rect;
import ridscope.draw.paint.Dimming;
import ridscope.draw.paint.OwnedMarks;

/** The picture on a canvas, made when somebody paints it or asks for a mark: while a wheel turns, only the last one is. For one thread. */
final class Shown {

    private Optional<MarkIndex> index = Optional.empty();
    private Optional<MarkWalk> walk = Optional.empty();
    private Optional<OwnedMarks> owned = Optional.empty();
    private Optional<Size> size = Optional.empty();
    private Optional<Supplier<Diagram>> next = Optional.empty();

    void show(MarkIndex picture) {
        next = Optional.empty();
        index = Optional.of(picture);
        owned = Optional.empty();
        walk = Optional.of(new MarkWalk(picture));
        Diagram diagram = picture.diagram();
        size = Optional.of(new Size(diagram.width(), diagram.height()));
    }

    void clear() {
        index = Optional.empty();
        walk = Optional.empty();
        size = Optional.empty();
        next = Optional.empty();
    }

    /**
     * Shows another one as soon as it is looked at.
     *
     * @param extent its width and height
     */
    void showLater(Size extent, Supplier<Diagram> picture) {
        size = Optional.of(extent);
        next = Optional.of(picture);
    }

    /** Of the picture in its units; empty while there is none. */
    Optional<Size> size() {
        return size;
    }

    Optional<MarkIndex> index() {
        make();
        return index;
    }

    Optional<MarkWalk> walk() {
        make();
        return walk;
    }

    Optional<Diagram> diagram() {
        return index().map(MarkIndex::diagram);
    }

    /** How much of what is drawn at a scale lies in a part of the picture. */
    double covered(Rect part, double scale) {
        DoubleAdder sum = new DoubleAdder();
        index().ifPresent(i ->
                i.forEachIn(part, mark -> sum.add(mark.zooms().holds(scale) ? Corner.covered(mark, part) : 0)));
        return sum.sum();
    }

    /** A dimming that knows targets, for all marks of the picture. */
    @SuppressWarnings("ReferenceEquality") // there is one that dims nothing
    Dimming dimming(Dimming known) {
        if (known == Dimming.NONE || index().isEmpty()) {
            return known;
        }
        if (owned.isEmpty()) {
            owned = diagram().map(OwnedMarks::new);
        }
        return owned.orElseThrow().all(known);
    }

    private void make() {
        if (next.isPresent()) {
            show(new MarkIndex(next.get().get()));
        }
    }
}
