package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import ridscope.desktop.l10n.Messages;

/**
 * The inspector: breadcrumb, then tabs. It fits a wide place below the views as well as a narrow one beside them. A tab is
 * filled when it comes to the front.
 */
public final class InspectorView extends BorderPane {

    private final InspectorViewModel model;
    private final Breadcrumb breadcrumb;
    private final TabPane tabs = new TabPane();
    private final Label nothing = new Label(Messages.text("inspector.nothing"));
    private boolean filling;

    public InspectorView(InspectorViewModel model) {
        this.model = model;
        this.breadcrumb = new Breadcrumb(model);
        getStyleClass().add("inspector");
        setId("inspector");
        tabs.getStyleClass().add("inspector-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText(Messages.text("inspector.tabs"));
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        setTop(breadcrumb);
        tabs.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> chosen(now));
        model.tabProperty().addListener((observable, before, now) -> toFront(now));
        model.pageProperty().addListener((observable, before, now) -> show(now));
        show(model.page());
    }

    /** Puts the keyboard into the note on what is selected. */
    public void editNote() {
        model.tabProperty().set(InspectorViewModel.OVERVIEW);
        Optional.ofNullable(lookup("#note-text")).ifPresent(Node::requestFocus);
    }

    private void show(Page page) {
        breadcrumb.show(page.crumbs());
        setCenter(page.cards().isEmpty() ? nothing : tabs);
        List<InspectorTab> wanted = wanted(page);
        filling = true;
        if (!ids(wanted).equals(ids(tabs.getTabs()))) {
            tabs.getTabs().setAll(wanted);
        }
        filling = false;
        tabs.getTabs().forEach(tab -> ((InspectorTab) tab).show(page));
        toFront(model.tabProperty().get());
    }

    private List<InspectorTab> wanted(Page page) {
        List<InspectorTab> wanted = new ArrayList<>();
        wanted.add(
                tab(InspectorViewModel.OVERVIEW, Messages.text("inspector.overview"), () -> new OverviewPane(model)));
        if (page.subject().isPresent()) {
            wanted.add(tab(
                    InspectorViewModel.CAPABILITIES,
                    Messages.text("inspector.capabilities"),
                    () -> new RegistersPane(model)));
            wanted.add(tab(InspectorViewModel.BYTES, Messages.text("inspector.bytes"), () -> new BytesPane(model)));
        }
        if (page.subject().flatMap(LinkCard::link).isPresent()) {
            wanted.add(
                    tab(InspectorViewModel.LINK_ENDS, Messages.text("inspector.ends"), () -> new LinkEndsPane(model)));
        }
        for (Block block : page.blocks()) {
            String id = block.card().id();
            wanted.add(tab(id, block.card().title(), () -> new BlockPane(model, id)));
        }
        return wanted;
    }

    /** The tab of this name, the one that is there if there is one. */
    private InspectorTab tab(String id, String title, InspectorTab.Maker maker) {
        return find(id).orElseGet(() -> new InspectorTab(id, title, maker));
    }

    private Optional<InspectorTab> find(String id) {
        return tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals(id))
                .map(InspectorTab.class::cast)
                .findFirst();
    }

    private static List<String> ids(List<? extends Tab> tabs) {
        return tabs.stream().map(Tab::getId).toList();
    }

    private void toFront(String id) {
        filling = true;
        tabs.getSelectionModel()
                .select(find(id).map(Tab.class::cast)
                        .orElseGet(() -> tabs.getTabs().get(0)));
        filling = false;
        ((InspectorTab) tabs.getSelectionModel().getSelectedItem()).fill();
    }

    /** Only what a user chooses is remembered: a function without that tab must not make the next one forget it. */
    private void chosen(Tab tab) {
        if (tab != null && !filling) {
            ((InspectorTab) tab).fill();
            model.tabProperty().set(tab.getId());
        }
    }
}
