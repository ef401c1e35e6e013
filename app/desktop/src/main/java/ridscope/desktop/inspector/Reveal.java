package ridscope.desktop.inspector;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls to what has the focus. */
final class Reveal {

    private Reveal() {}

    /** Moves the nearest scroll pane above a node just so far that the node is seen. */
    static void inScrollPane(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane pane && pane.getContent() != null) {
                reveal(pane, node);
                return;
            }
        }
    }

    private static void reveal(ScrollPane pane, Node node) {
        Bounds in = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double view = pane.getViewportBounds().getHeight();
        double rest = pane.getContent().getLayoutBounds().getHeight() - view;
        if (rest <= 0) {
            return;
        }
        double top = pane.getVvalue() * rest;
        if (in.getMinY() < top) {
            pane.setVvalue(in.getMinY() / rest);
        } else if (in.getMaxY() > top + view) {
            pane.setVvalue((in.getMaxY() - view) / rest);
        }
    }
}
