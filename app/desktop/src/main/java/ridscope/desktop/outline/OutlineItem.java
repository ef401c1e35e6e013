package ridscope.desktop.outline;

import java.util.Map;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import ridscope.draw.diagram.Target;

/** A tree item that makes its children when they are first asked for. */
final class OutlineItem extends TreeItem<OutlineNode> {

    private final OutlineNode node;
    private final Map<Target, Boolean> open;
    private boolean filled;

    OutlineItem(OutlineNode node) {
        this(node, Map.of());
    }

    /** @param open which rows are open already; the others are as the node says */
    OutlineItem(OutlineNode node, Map<Target, Boolean> open) {
        super(node);
        this.node = node;
        this.open = open;
        setExpanded(open.getOrDefault(node.target(), node.open()));
    }

    /** Which rows are open now, as far as somebody has looked. */
    static void remember(TreeItem<OutlineNode> item, Map<Target, Boolean> open) {
        if (item instanceof OutlineItem row && row.filled) {
            open.put(row.node.target(), row.isExpanded());
            row.getChildren().forEach(child -> remember(child, open));
        }
    }

    OutlineNode node() {
        return node;
    }

    @Override
    public boolean isLeaf() {
        return node.children().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<OutlineNode>> getChildren() {
        if (!filled) {
            filled = true;
            super.getChildren()
                    .setAll(node.children().stream()
                            .map(child -> new OutlineItem(child, open))
                            .toList());
        }
        return super.getChildren();
    }
}
