package ridscope.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.command.Commands;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.findings.FindingsView;
import ridscope.desktop.inspector.InspectorView;

/** The window's content: bars around, outline to the left, pictures in the middle, details below. */
public final class ShellView extends BorderPane {

    private static final double OUTLINE_WIDTH = 290;
    private static final double OUTLINE_SHARE = 0.265;
    private static final double TOPOLOGY_SHARE = 0.58;
    private static final double INSPECTOR_SHARE = 0.44;
    /** Breadcrumb, tabs and six rows. */
    private static final double DETAILS_HEIGHT = 222;
    /** Of the window before it is shown. */
    private static final double USUAL_WIDTH = 1280;

    private static final double USUAL_HEIGHT = 700;

    private final ShellViewModel model;
    private final Views views;
    private final Node welcome;
    private final VBox bars = new VBox();
    private final SplitPane pictures = split("pictures", Orientation.HORIZONTAL);
    private final SplitPane upper = split("upper", Orientation.HORIZONTAL);
    private final SplitPane details = split("details", Orientation.HORIZONTAL);
    private final SplitPane all = split("all", Orientation.VERTICAL);
    private boolean outlineShown = true;
    private boolean detailsShown = true;
    /** Beside views with lists of their own outline and details come on demand. */
    private boolean outlineByLists;

    private boolean detailsByLists;
    private boolean open;

    public ShellView(
            ShellViewModel model,
            DocumentModel document,
            Commands commands,
            Views views,
            StatusLine status,
            Menus menus) {
        List<Sample> samples = menus.samples();
        this.model = model;
        this.views = views;
        setId("shell");
        welcome = scrolled(new WelcomeView(model, commands, samples));
        details.getStyleClass().add("details-pane");
        SplitPane.setResizableWithParent(views.outline(), false);
        SplitPane.setResizableWithParent(details, false);
        bars.getChildren()
                .addAll(
                        new MainMenu(commands, model, menus.bookmarks()).build(samples),
                        new MainBar(model, commands, views.ask(), samples),
                        new MessageBar(model));
        setTop(bars);
        setBottom(status);
        model.viewModeProperty().addListener((observable, before, now) -> arrange());
        model.findingsShownProperty().addListener((observable, before, now) -> {
            if (open) {
                arrange();
            }
        });
        document.documentProperty().addListener((observable, before, now) -> {
            if (before.isEmpty()) {
                arrange();
            }
        });
        setCenter(document.get().isPresent() ? all : welcome);
        if (document.get().isPresent()) {
            arrange();
        }
    }

    /**
     * What menus list besides commands.
     *
     * @param samples captures that come with the program
     * @param bookmarks functions that the user marked
     */
    public record Menus(List<Sample> samples, BookmarkMenu bookmarks) {}

    /** In a small window, or with large text, the first screen is taller than its place. */
    private static ScrollPane scrolled(WelcomeView view) {
        ScrollPane pane = new ScrollPane(view);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setFocusTraversable(false);
        pane.setMinSize(0, 0);
        pane.getStyleClass().add("welcome-scroll");
        return pane;
    }

    /** Shows or hides the outline. */
    public void toggleOutline() {
        if (wide()) {
            outlineByLists = !outlineByLists;
        } else {
            outlineShown = !outlineShown;
        }
        arrange();
    }

    /** Shows or hides what is below the pictures. */
    public void toggleDetails() {
        if (wide()) {
            detailsByLists = !detailsByLists;
        } else {
            detailsShown = !detailsShown;
        }
        arrange();
    }

    /** Shows or hides the findings; shows them if all details were hidden. */
    void toggleFindings() {
        boolean shown = detailsWanted() && model.findingsShownProperty().get();
        if (!detailsWanted()) {
            toggleDetails();
        }
        model.findingsShownProperty().set(!shown);
    }

    /** Shows the findings, wherever they were, and gives them the keyboard. */
    void goToFindings() {
        closeHelp();
        if (!detailsWanted() || !model.findingsShownProperty().get()) {
            toggleFindings();
        }
        views.details().stream()
                .filter(FindingsView.class::isInstance)
                .map(FindingsView.class::cast)
                .forEach(FindingsView::focusList);
    }

    /** Shows the inspector, wherever it was, and puts the keyboard into the note on what is selected. */
    public void editNote() {
        closeHelp();
        if (!detailsWanted()) {
            toggleDetails();
        }
        views.details().stream()
                .filter(InspectorView.class::isInstance)
                .map(InspectorView.class::cast)
                .forEach(InspectorView::editNote);
    }

    /** Adds a bar below the toolbar, above what messages say. */
    public void addBar(Node bar) {
        bars.getChildren().add(bars.getChildren().size() - 1, bar);
    }

    /** Shows a page of help in place of the views. */
    void help(HelpView page) {
        page(page);
        page.requestFocus();
    }

    /** Shows something else in place of the views. */
    void page(Node page) {
        setCenter(page);
    }

    /** Shows the views again. */
    void closeHelp() {
        setCenter(open ? all : welcome);
    }

    /** At first one part in each pulse: all have many controls, which are styled and laid out when they are first shown. */
    private void arrange() {
        List<Node> shown = details();
        if (open) {
            arrangePictures();
            arrangeOutline();
            arrangeDetails(shown);
        } else {
            open = true;
            List<Runnable> steps = new ArrayList<>(List.of(this::arrangePictures, this::arrangeOutline));
            for (int some = 1; some <= shown.size(); some++) {
                List<Node> first = shown.subList(0, some);
                steps.add(() -> arrangeDetails(first));
            }
            model.slices().run(steps);
        }
    }

    private void arrangePictures() {
        fill(pictures, centre(), TOPOLOGY_SHARE);
        boolean beside = outlineWanted() && upper.getItems().contains(views.outline());
        fill(upper, beside ? List.of(views.outline(), pictures) : List.of(pictures), outlineShare());
        boolean below = detailsWanted() && all.getItems().contains(details);
        fill(all, below ? List.of(upper, details) : List.of(upper), centreShare());
        setCenter(all);
    }

    private void arrangeOutline() {
        if (outlineWanted()) {
            fill(upper, List.of(views.outline(), pictures), outlineShare());
        }
    }

    private void arrangeDetails(List<Node> shown) {
        fill(details, shown, INSPECTOR_SHARE);
        boolean below = detailsWanted() && !details.getItems().isEmpty();
        fill(all, below ? List.of(upper, details) : List.of(upper), centreShare());
    }

    private boolean outlineWanted() {
        return wide() ? outlineByLists : outlineShown;
    }

    private boolean detailsWanted() {
        return wide() ? detailsByLists : detailsShown;
    }

    private boolean wide() {
        return model.viewModeProperty().get().wide();
    }

    private List<Node> centre() {
        return switch (model.viewModeProperty().get()) {
            case BOTH -> List.of(views.topology(), views.ridMap());
            case TOPOLOGY -> List.of(views.topology());
            case RID_MAP -> List.of(views.ridMap());
            case BUS_PLAN -> List.of(views.busPlan());
            case COMPARE -> List.of(views.compare());
        };
    }

    private List<Node> details() {
        boolean findings = model.findingsShownProperty().get();
        return views.details().stream()
                .filter(node -> findings || !(node instanceof FindingsView))
                .toList();
    }

    private double outlineShare() {
        double width = getWidth() > 0 ? getWidth() : USUAL_WIDTH;
        return Math.min(OUTLINE_SHARE, OUTLINE_WIDTH / width);
    }

    private double centreShare() {
        double bars = getTop().getLayoutBounds().getHeight()
                + getBottom().getLayoutBounds().getHeight();
        double height = getHeight() > bars ? getHeight() - bars : USUAL_HEIGHT;
        return Math.max(0.6, 1 - DETAILS_HEIGHT / height);
    }

    /** Dividers stay where the user has put them as long as the panes are the same. */
    private static void fill(SplitPane pane, List<Node> items, double share) {
        if (!pane.getItems().equals(items)) {
            pane.getItems().setAll(items);
            pane.setDividerPositions(share);
        }
    }

    private static SplitPane split(String id, Orientation orientation) {
        SplitPane pane = new SplitPane();
        pane.setId("split-" + id);
        pane.setOrientation(orientation);
        pane.setMinSize(0, 0);
        return pane;
    }
}
