package ridscope.draw.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds the marks of a diagram by place and by target without looking at all of them: bands of equal height from top to bottom.
 * For whoever paints or asks the same diagram many times. Immutable.
 */
public final class MarkIndex {

    private static final double BAND = 64;
    private static final int TALL = 32;

    private final Diagram diagram;
    private final double[] bounds;
    private final int[][] bands;
    private final int[] tall;
    private final Map<Target, List<Mark>> byTarget = new HashMap<>();

    public MarkIndex(Diagram diagram) {
        this.diagram = diagram;
        List<Mark> marks = diagram.marks();
        bounds = new double[marks.size() * 4];
        bands = new int[(int) Math.max(1, Math.min(1 << 20, diagram.height() / BAND + 1))][];
        int[] fill = new int[bands.length];
        int[] tallMarks = new int[marks.size()];
        int tallCount = 0;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            Rect r = mark.bounds();
            bounds[4 * i] = r.x();
            bounds[4 * i + 1] = r.y();
            bounds[4 * i + 2] = r.right();
            bounds[4 * i + 3] = r.bottom();
            mark.target()
                    .ifPresent(t ->
                            byTarget.computeIfAbsent(t, k -> new ArrayList<>()).add(mark));
            if (band(r.bottom()) - band(r.y()) > TALL) {
                tallMarks[tallCount++] = i;
            } else {
                addToBands(i, r, fill);
            }
        }
        tall = Arrays.copyOf(tallMarks, tallCount);
        for (int b = 0; b < bands.length; b++) {
            bands[b] = bands[b] == null ? new int[0] : Arrays.copyOf(bands[b], fill[b]);
        }
    }

    private void addToBands(int mark, Rect r, int[] fill) {
        for (int b = band(r.y()); b <= band(r.bottom()); b++) {
            if (bands[b] == null) {
                bands[b] = new int[8];
            } else if (fill[b] == bands[b].length) {
                bands[b] = Arrays.copyOf(bands[b], fill[b] * 2);
            }
            bands[b][fill[b]++] = mark;
        }
    }

    private int band(double y) {
        return (int) Math.max(0, Math.min(bands.length - 1, Math.floor(y / BAND)));
    }

    /** What is indexed. */
    public Diagram diagram() {
        return diagram;
    }

    /** Visits the marks that touch a part of the diagram, in painting order. */
    public void forEachIn(Rect part, Consumer<Mark> visitor) {
        BitSet found = candidates(part.y(), part.bottom());
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            if (bounds[4 * i] <= part.right()
                    && bounds[4 * i + 2] >= part.x()
                    && bounds[4 * i + 1] <= part.bottom()
                    && bounds[4 * i + 3] >= part.y()) {
                visitor.accept(diagram.marks().get(i));
            }
        }
    }

    private BitSet candidates(double top, double bottom) {
        BitSet found = new BitSet(bounds.length / 4);
        for (int b = band(top); b <= band(bottom); b++) {
            for (int mark : bands[b]) {
                found.set(mark);
            }
        }
        for (int mark : tall) {
            found.set(mark);
        }
        return found;
    }

    /** The topmost mark with a target at a point; the same as {@link Diagram#hit}. */
    public Optional<Mark> hit(double x, double y) {
        double reach = Mark.Wire.REACH;
        BitSet found = candidates(y - reach, y + reach);
        for (int i = found.length() - 1; i >= 0; i = found.previousSetBit(i - 1)) {
            Mark mark = diagram.marks().get(i);
            if (mark.target().isPresent() && mark.covers(x, y)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    /** The first mark of a kind that stands for a target, in painting order. */
    public Optional<Mark> firstOf(Target target, Predicate<Mark> kind) {
        for (Mark mark : byTarget.getOrDefault(target, List.of())) {
            if (kind.test(mark)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    /** All marks that stand for a target, in painting order. */
    public List<Mark> marksOf(Target target) {
        return List.copyOf(byTarget.getOrDefault(target, List.of()));
    }
}
