package ridscope.desktop.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ridscope.job.Feedback;

/** A row with the rows below it, which are made when somebody looks at them. Any thread may look. */
final class OutlineNode {

    private final OutlineRow row;
    private final boolean open;
    private final Supplier<List<OutlineNode>> source;
    private List<OutlineNode> children;

    /** @param open whether the rows below show from the beginning */
    OutlineNode(OutlineRow row, boolean open, Supplier<List<OutlineNode>> source) {
        this.row = row;
        this.open = open;
        this.source = source;
    }

    OutlineRow row() {
        return row;
    }

    boolean open() {
        return open;
    }

    synchronized List<OutlineNode> children() {
        if (children == null) {
            children = List.copyOf(source.get());
        }
        return children;
    }

    /** Makes the rows below, of an open one all that show from the beginning; each asks its own whether it has any. */
    void makeOpen() {
        children().forEach(child -> {
            if (open) {
                child.makeOpen();
            }
        });
    }

    /** Those nodes that match or stand above one that does; below a match everything stays. */
    static List<OutlineNode> filtered(List<OutlineNode> nodes, Predicate<OutlineRow> matches, Feedback feedback) {
        List<OutlineNode> kept = new ArrayList<>();
        for (OutlineNode node : nodes) {
            feedback.checkCancelled();
            List<OutlineNode> below = filtered(node.children(), matches, feedback);
            if (!below.isEmpty()) {
                kept.add(new OutlineNode(node.row, true, () -> below));
            } else if (matches.test(node.row)) {
                kept.add(new OutlineNode(node.row, false, node::children));
            }
        }
        return kept;
    }

    /**
     * Those nodes that match or stand above one that does, and nothing else.
     *
     * @param open whether to show them from the beginning
     */
    static List<OutlineNode> only(
            List<OutlineNode> nodes, Predicate<OutlineRow> matches, boolean open, Feedback feedback) {
        List<OutlineNode> kept = new ArrayList<>();
        for (OutlineNode node : nodes) {
            feedback.checkCancelled();
            List<OutlineNode> below = only(node.children(), matches, open, feedback);
            if (!below.isEmpty() || matches.test(node.row)) {
                kept.add(new OutlineNode(node.row, open, () -> below));
            }
        }
        return kept;
    }
}
