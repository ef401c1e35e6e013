package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import ridscope.rid.FunctionAddress;

/** All cards of a page. */
final class OverviewPane implements InspectorTab.Pane {

    private final CardFlow flow;
    private final ScrollPane scroll;
    private final InspectorViewModel model;
    private Optional<NoteCard> note = Optional.empty();

    OverviewPane(InspectorViewModel model) {
        this.model = model;
        this.flow = new CardFlow();
        this.scroll = new ScrollPane(flow);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspector-scroll");
        model.notes().changesProperty().addListener((observable, before, now) -> note.ifPresent(NoteCard::show));
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show(Page page) {
        Rows rows = new Rows(model);
        List<Node> cards = new ArrayList<>();
        page.cards().forEach(card -> cards.add(new CardView(card, rows)));
        Optional<NoteCard> before = note;
        boolean writing = before.filter(NoteCard::writing).isPresent();
        note = page.subject().map(Subject::address).map(this::noteCard);
        note.ifPresent(card -> {
            card.show();
            cards.add(card.used() ? Math.min(1, cards.size()) : cards.size(), card);
        });
        flow.getChildren().setAll(cards);
        scroll.setVvalue(0);
        if (writing && note.equals(before)) {
            note.ifPresent(NoteCard::edit);
        }
    }

    /** A later reading of the host must not take the card from whoever is writing in it. */
    private NoteCard noteCard(FunctionAddress address) {
        return note.filter(card -> card.address().equals(address))
                .orElseGet(() -> new NoteCard(model.notes(), address));
    }
}
