package ridscope.desktop.inspector;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** All cards of a page. */
final class OverviewPane implements InspectorTab.Pane {

    private final CardFlow flow;
    private final ScrollPane scroll;
    private final InspectorViewModel model;

    OverviewPane(InspectorViewModel model) {
        this.model = model;
        this.flow = new CardFlow();
        this.scroll = new ScrollPane(flow);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspector-scroll");
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show(Page page) {
        Rows rows = new Rows(model);
        flow.getChildren()
                .setAll(page.cards().stream()
                        .map(card -> new CardView(card, rows))
                        .toList());
        scroll.setVvalue(0);
    }
}
