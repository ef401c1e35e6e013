package ridscope.desktop.inspector;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;

/** A tab that builds its pane when it first comes to the front, and fills it only while it is there. */
final class InspectorTab extends Tab {

    /** What stands in a tab. */
    interface Pane {
        Node node();

        void show(Page page);
    }

    /** Makes it. */
    interface Maker {
        Pane make();
    }

    private final Maker maker;
    private Pane pane;
    private Optional<Page> waiting = Optional.empty();

    InspectorTab(String id, String title, Maker maker) {
        super(title);
        setId(id);
        this.maker = maker;
    }

    /** Takes the page; shows it when the tab comes to the front. */
    void show(Page page) {
        waiting = page.cards().isEmpty() ? Optional.empty() : Optional.of(page);
    }

    /** The tab is in front. */
    void fill() {
        if (waiting.isEmpty()) {
            return;
        }
        if (pane == null) {
            pane = maker.make();
            setContent(pane.node());
        }
        Page page = waiting.get();
        waiting = Optional.empty();
        pane.show(page);
    }
}
