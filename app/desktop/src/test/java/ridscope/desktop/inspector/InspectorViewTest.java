package ridscope.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.desktop.testing.Toolkit;
import ridscope.desktop.theme.StyleSheets;
import ridscope.desktop.theme.Theme;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.testing.FlagshipHost;

/** The inspector on a stage. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class InspectorViewTest {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    /** A wrapped line keeps the space it was broken at, which may hang over. */
    private static final double SPACE = 4;

    private Inspected inspected;
    private InspectorView view;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        inspected = new Inspected(FlagshipHost.snapshot()).select("0c:00.0");
        Toolkit.on(() -> {
            view = new InspectorView(inspected.model);
            Scene scene = new Scene(view, 700, 260);
            StyleSheets.apply(Theme.LIGHT, 100, scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        Toolkit.on(() -> {
            stage.close();
            return null;
        });
    }

    @Test
    void tabsFollowTheSelectionAndTheChosenOneIsRemembered() throws Exception {
        assertThat(tabs()).containsExactly("overview", "capabilities", "bytes", "link-ends", "siov");
        act(() -> inspected.model.tabProperty().set("siov"));
        act(() -> inspected.select("0d:00.0"));
        assertThat(tabs()).containsExactly("overview", "capabilities", "bytes", "link-ends");
        assertThat(front()).isEqualTo("overview");
        act(() -> inspected.select("04:00.0"));
        assertThat(front()).isEqualTo("siov");
    }

    @ParameterizedTest
    @CsvSource({"340, 500, overview", "700, 180, overview", "1300, 400, overview", "340, 500, siov", "700, 180, siov"})
    void noTextOfALineIsCutOff(int width, int height, String tab) throws Exception {
        act(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            inspected.model.tabProperty().set(tab);
        });
        Set<Node> texts = Toolkit.on(() -> {
            view.layout();
            return view.lookupAll(".fact-row > .label");
        });
        assertThat(texts).hasSizeGreaterThan(9).allSatisfy(node -> {
            Label label = (Label) node;
            assertThat(label.getHeight())
                    .as("%s in %s", label.getText(), label.getWidth())
                    .isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()) - 0.5);
            Bounds text = label.lookup(".text").getBoundsInParent();
            assertThat(text.getWidth()).as(label.getText()).isLessThanOrEqualTo(label.getWidth() + SPACE);
        });
    }

    @Test
    void aValueLightsItsBytesAndAByteItsValue() throws Exception {
        act(() -> inspected.model.tabProperty().set("siov"));
        Node row = row("Total SDIs");
        act(() -> {
            row.requestFocus();
        });
        assertThat(inspected.model.lit()).contains(new ByteSpan(0x208, 2));

        Node byteOfStride = bytes().get(0x0f);
        act(() -> {
            byteOfStride.fireEvent(press());
        });
        assertThat(inspected.model.lit()).contains(new ByteSpan(0x20e, 2));
        assertThat(row("SDI Stride").getPseudoClassStates()).contains(LIT);
        assertThat(row("Total SDIs").getPseudoClassStates()).doesNotContain(LIT);
    }

    @Test
    void aLongNameInTheBreadcrumbStaysInside() throws Exception {
        act(() -> inspected.select("03:00.0"));
        double end = Toolkit.on(() -> {
            view.resize(260, 400);
            view.layout();
            return view.lookup(".breadcrumb > .here").getBoundsInParent().getMaxX();
        });
        assertThat(end).isLessThanOrEqualTo(260);
    }

    @Test
    void theBreadcrumbSelects() throws Exception {
        List<Hyperlink> links = Toolkit.on(() -> view.lookupAll(".breadcrumb > .hyperlink").stream()
                .map(Hyperlink.class::cast)
                .toList());
        Hyperlink port = links.stream()
                .filter(l -> l.getText().equals("00:03.0"))
                .findFirst()
                .orElseThrow();
        act(() -> {
            port.fire();
        });
        assertThat(inspected.selection.get()).contains(new Target.OfFunction(FunctionAddress.of("00:03.0")));
    }

    @Test
    void arrowsWalkThroughTheLinesAndEnterFollowsALink() throws Exception {
        act(() -> inspected.model.tabProperty().set("overview"));
        act(() -> {
            row("Address").requestFocus();
        });
        act(() -> {
            row("Address").fireEvent(key(KeyCode.DOWN));
        });
        assertThat(row("Routing ID").isFocused()).isTrue();
        assertThat(row("Routing ID").isFocusTraversable()).isTrue();
        assertThat(row("Address").isFocusTraversable()).isFalse();

        act(() -> {
            row("Port").fireEvent(key(KeyCode.ENTER));
        });
        assertThat(inspected.selection.get()).contains(new Target.OfFunction(FunctionAddress.of("00:03.0")));
    }

    @ParameterizedTest
    @CsvSource({"overview", "capabilities", "bytes", "siov"})
    void everythingThatTakesTheFocusCanBeHeard(String tab) throws Exception {
        act(() -> inspected.model.tabProperty().set(tab));
        List<Node> focusable = Toolkit.on(() -> {
            List<Node> found = new ArrayList<>();
            collect(view, found);
            return found;
        });
        assertThat(focusable)
                .isNotEmpty()
                .allSatisfy(node ->
                        assertThat(node.getAccessibleText()).as("%s", node).isNotBlank());
    }

    @Test
    void searchOpensWhatItFinds() throws Exception {
        act(() -> {
            inspected.model.tabProperty().set("capabilities");
            inspected.model.filterProperty().set("total sdis");
        });
        Set<Node> cells = Toolkit.on(() -> view.lookupAll("#inspector-registers .node-name"));
        assertThat(cells.stream().map(c -> ((Labeled) c).getText()))
                .contains("SIOV", "Total SDIs")
                .doesNotContain("Header", "SDI Stride");
    }

    private static void act(Runnable work) throws Exception {
        Toolkit.on(() -> {
            work.run();
            return null;
        });
    }

    private TabPane pane() {
        return (TabPane) view.lookup(".inspector-tabs");
    }

    private List<String> tabs() throws Exception {
        return Toolkit.on(() -> pane().getTabs().stream().map(Tab::getId).toList());
    }

    private String front() throws Exception {
        return Toolkit.on(() -> pane().getSelectionModel().getSelectedItem().getId());
    }

    /** The line with this label in the tab in front. */
    private Node row(String label) {
        Node content = pane().getSelectionModel().getSelectedItem().getContent();
        return content.lookupAll(".fact-row").stream()
                .filter(row -> row.lookupAll(".fact-label").stream()
                        .anyMatch(l -> ((Label) l).getText().equals(label)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + label));
    }

    private List<Node> bytes() throws Exception {
        Node content = pane().getSelectionModel().getSelectedItem().getContent();
        return Toolkit.on(() -> List.copyOf(((Parent) content.lookup(".hex-row"))
                .getChildrenUnmodifiable()
                .filtered(n -> n.getStyleClass().contains("hex-byte"))));
    }

    private static void collect(Node node, List<Node> found) {
        if (node.isVisible() && node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private static MouseEvent press() {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }
}
