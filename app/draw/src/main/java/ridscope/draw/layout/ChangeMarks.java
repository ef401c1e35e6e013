package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.rid.FunctionAddress;
import ridscope.topology.TopologyChange;

/**
 * Puts a word on the corner of everything in a topology picture that came or changed, and of the bridge that something below
 * is missing from. What is folded away is counted on its fold or stack.
 */
public final class ChangeMarks {

    private static final double HEIGHT = 14;
    private static final double PAD = 4;
    private static final double INSET = 6;
    private static final String SINCE = " since the last look";

    private final TextMetrics metrics;

    public ChangeMarks(TextMetrics metrics) {
        this.metrics = metrics;
    }

    /** How many functions behind one mark came, changed and went. */
    private static final class Count {
        private int added;
        private int changed;
        private int gone;

        /** The mark of a single function says just what happened to it. */
        String words(boolean single) {
            List<String> words = new ArrayList<>();
            if (added > 0) {
                words.add(single ? "new" : added + " new");
            }
            if (changed > 0) {
                words.add(single ? "changed" : changed + " changed");
            }
            if (gone > 0) {
                words.add(gone + " gone");
            }
            return String.join(" · ", words);
        }

        Role role() {
            return changed > 0 || gone > 0 ? Role.WARNING : Role.GOOD;
        }
    }

    /** The picture with these words; the same picture if there is nothing to say. */
    public Diagram on(TopologyPicture picture, TopologyChange change) {
        Map<MarkId, Count> counts = new LinkedHashMap<>();
        change.added().forEach(address -> count(picture, address, counts).ifPresent(c -> c.added++));
        change.changed().forEach(address -> count(picture, address, counts).ifPresent(c -> c.changed++));
        change.removed()
                .values()
                .forEach(
                        bridge -> bridge.flatMap(b -> count(picture, b, counts)).ifPresent(c -> c.gone++));
        if (counts.isEmpty()) {
            return picture.diagram();
        }
        Diagram plain = picture.diagram();
        List<Mark> marks = new ArrayList<>();
        List<Mark> badges = new ArrayList<>();
        for (Mark mark : plain.marks()) {
            Count count = counts.get(mark.id());
            if (count == null) {
                marks.add(mark);
            } else {
                String words = count.words(single(mark));
                marks.add(Told.more(mark, words + SINCE));
                badge(mark, words, count.role(), badges);
            }
        }
        marks.addAll(badges);
        return new Diagram(plain.name(), plain.title(), plain.width(), plain.height(), marks);
    }

    /** A dashed box is a fold, and a span a stack. */
    private static boolean single(Mark mark) {
        return mark instanceof Mark.Box box
                && box.ink() != Ink.DASHED
                && box.target().filter(Target.OfFunction.class::isInstance).isPresent();
    }

    private static Optional<Count> count(TopologyPicture picture, FunctionAddress address, Map<MarkId, Count> counts) {
        return picture.markOf(new Target.OfFunction(address))
                .map(mark -> counts.computeIfAbsent(mark.id(), id -> new Count()));
    }

    /** Over the upper right corner, where cards and ports have no text of their own; a stack has, so above it. */
    private void badge(Mark mark, String words, Role role, List<Mark> badges) {
        double text = Math.ceil(metrics.width(TextStyle.SMALL, words));
        Rect on = mark.bounds();
        double width = text + 2 * PAD;
        double x = Math.max(0, on.right() - width + INSET);
        double over = mark instanceof Mark.Span ? HEIGHT / 4 : HEIGHT / 2;
        Rect box = new Rect(x, Math.max(0, on.y() + over - HEIGHT), width, HEIGHT);
        MarkId id = new MarkId("change-" + mark.id());
        badges.add(new Mark.Box(
                id, role, Ink.FILLED, box, HEIGHT / 2, Optional.empty(), Optional.empty(), words, Zooms.ALWAYS));
        double cap = metrics.capHeight(TextStyle.SMALL);
        double baseline = box.centerY() + cap / 2;
        badges.add(new Mark.Label(
                new MarkId(id + "-t"),
                role,
                TextStyle.SMALL,
                Mark.Anchor.START,
                new Point(x + PAD, baseline),
                words,
                new Rect(x + PAD, baseline - cap - 1, text, cap + 4),
                Optional.empty(),
                Zooms.ALWAYS));
    }
}
