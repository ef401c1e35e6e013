package ridscope.desktop.findings;

import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A row of the list. The rows below it are made when somebody opens it: a large host has thousands. */
final class FindingItem extends TreeItem<FindingRow> {

    private boolean made;

    FindingItem(FindingRow row) {
        super(row);
    }

    @Override
    public boolean isLeaf() {
        return getValue().below().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<FindingRow>> getChildren() {
        if (!made) {
            made = true;
            super.getChildren()
                    .setAll(getValue().below().stream().map(FindingItem::new).toList());
        }
        // Asked only now it sorts them as the table is sorted.
        return super.getChildren();
    }
}
