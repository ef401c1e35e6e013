package ridscope.desktop.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ridscope.draw.diagram.Target;
import ridscope.job.Feedback;

/**
 * A row with the rows below it. What it says is made when somebody looks at it, and so are the rows below: a PF may have
 * thousands of VFs, of which a screen shows some dozens. Any thread may look.
 */
final class OutlineNode {

    private final Target target;
    private final boolean open;
    private final Supplier<OutlineRow> words;
    private final Supplier<List<OutlineNode>> source;
    private OutlineRow row;
    private List<OutlineNode> children;

    /**
     * @param target what selecting it selects
     * @param open whether the rows below show from the beginning
     * @param words makes what it says
     * @param source makes the rows below
     */
    OutlineNode(Target target, boolean open, Supplier<OutlineRow> words, Supplier<List<OutlineNode>> source) {
        this.target = target;
        this.open = open;
        this.words = words;
        this.source = source;
    }

    Target target() {
        return target;
    }

    synchronized OutlineRow row() {
        if (row == null) {
            row = words.get();
        }
        return row;
    }

    /** Whether anybody has looked at what it says. */
    synchronized boolean told() {
        return row != null;
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
        row();
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
                kept.add(node.with(true, () -> below));
            } else if (matches.test(node.row())) {
                kept.add(node.with(false, node::children));
            }
        }
        return kept;
    }

    /**
     * Those nodes that match or stand above one that does, and nothing else.
     *
     * @param open whether to show them from the beginning
     */
    static List<OutlineNode> only(List<OutlineNode> nodes, Predicate<Target> matches, boolean open, Feedback feedback) {
        List<OutlineNode> kept = new ArrayList<>();
        for (OutlineNode node : nodes) {
            feedback.checkCancelled();
            List<OutlineNode> below = only(node.children(), matches, open, feedback);
            if (!below.isEmpty() || matches.test(node.target)) {
                kept.add(node.with(open, () -> below));
            }
        }
        return kept;
    }

    private OutlineNode with(boolean opened, Supplier<List<OutlineNode>> below) {
        return new OutlineNode(target, opened, this::row, below);
    }

    /** For screen readers. */
    @Override
    public String toString() {
        return row().toString();
    }
}
