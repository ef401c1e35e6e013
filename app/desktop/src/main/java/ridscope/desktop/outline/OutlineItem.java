package ridscope.desktop.outline;

import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A tree item that makes its children when they are first asked for. */
final class OutlineItem extends TreeItem<OutlineRow> {

    private final OutlineNode node;
    private boolean filled;

    OutlineItem(OutlineNode node) {
        super(node.row());
        this.node = node;
        setExpanded(node.open());
    }

    OutlineNode node() {
        return node;
    }

    @Override
    public boolean isLeaf() {
        return node.children().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<OutlineRow>> getChildren() {
        if (!filled) {
            filled = true;
            super.getChildren()
                    .setAll(node.children().stream().map(OutlineItem::new).toList());
        }
        return super.getChildren();
    }
}
