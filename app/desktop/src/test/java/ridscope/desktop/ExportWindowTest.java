package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.draw.export.PictureFormat;
import ridscope.rid.FunctionAddress;

/** A picture for the design document, made in the window. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class ExportWindowTest {

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void show() {
        window = TestWindow.show(folder);
        window.openFlagship();
    }

    private void export() {
        window.robot().push(KeyCode.CONTROL, KeyCode.E);
    }

    private <T> void choose(String field, T value) {
        window.act(() -> window.<ComboBox<T>>find(field).setValue(value));
    }

    private double proofHeight() {
        return window.<DiagramCanvas>find("export-canvas")
                .diagram()
                .orElseThrow()
                .height();
    }

    private String save(String name) throws Exception {
        Path file = folder.resolve(name);
        window.act(() -> window.wiring().exports().save(file));
        return Files.readString(file);
    }

    @Test
    void thePageShowsWhatTheFileWillBe() throws Exception {
        export();
        assertThat(window.has("topology")).isFalse();
        double full = proofHeight();
        window.act(() -> window.<CheckBox>find("export-legend").setSelected(false));
        assertThat(proofHeight()).isLessThan(full);
        window.act(() -> window.<TextField>find("export-title-text").setText("Figure 3: <our> server"));
        assertThat(save("figure.svg"))
                .startsWith("<svg")
                .contains("Figure 3: &lt;our&gt; server")
                .doesNotContain("legend-");
        assertThat(window.<Node>find("message-bar").isVisible()).isTrue();
        window.robot().push(KeyCode.ESCAPE);
        assertThat(window.has("topology")).isTrue();
        assertThat(window.has("export-page")).isFalse();
    }

    @Test
    void eachFormatIsWrittenWhateverTheFileIsCalled() throws Exception {
        export();
        for (PictureFormat format : PictureFormat.values()) {
            choose("export-format", format);
            Path file = folder.resolve("named");
            window.act(() -> window.wiring().exports().save(file));
            assertThat(Path.of(file + "." + format.ending())).isNotEmptyFile();
        }
    }

    @Test
    void whatIsShownIsOfferedFirst() {
        window.act(() -> window.wiring().model().viewModeProperty().set(ViewMode.RID_MAP));
        export();
        assertThat(window.<DiagramCanvas>find("export-canvas")
                        .diagram()
                        .orElseThrow()
                        .name())
                .isEqualTo("rid-map");
    }

    @Test
    void onlyWhatIsSelectedCanBeExported() throws Exception {
        window.act(() -> window.wiring().selection().select(new Target.OfFunction(FunctionAddress.of("0c:00.0"))));
        export();
        ComboBox<Object> extent = window.find("export-extent");
        assertThat(extent.isVisible()).isTrue();
        window.act(() -> extent.getSelectionModel().select(1));
        assertThat(save("part.svg")).contains("0c:00.0").doesNotContain("43:00.0");
    }

    /** Whether or not somebody has looked at the plan before. */
    @Test
    void aBusPlanBeginsWithTheVfsThatAreEnabled() throws Exception {
        export();
        window.act(() -> window.<ComboBox<Object>>find("export-subject")
                .getSelectionModel()
                .select(2));
        assertThat(save("plan.svg")).contains("8 VFs on 0000:03:00.0");
    }

    @Test
    void thePageTakesTheKeyboardFromTheAskBoxAndEscapeClosesIt() {
        window.robot().push(KeyCode.CONTROL, KeyCode.L);
        export();
        assertThat(Toolkit.on(() -> window.stage().getScene().getFocusOwner().getId()))
                .isEqualTo("export-subject");
        window.robot().push(KeyCode.ESCAPE);
        assertThat(window.has("topology")).isTrue();
    }

    @Test
    void choosingTheViewThatWasShownLeadsBackToIt() {
        export();
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(window.has("topology")).isTrue();
    }

    @Test
    void whatHasNoMeaningForAFormatIsNotThere() {
        export();
        assertThat(visible("export-resolution")).isFalse();
        choose("export-format", PictureFormat.PNG);
        assertThat(visible("export-resolution")).isTrue();
        assertThat(window.<Label>find("export-words").getText()).endsWith("pixels");
    }

    private boolean visible(String id) {
        return window.<Node>find(id).getParent().isVisible();
    }

    @Test
    void thePictureGoesToTheClipboardAsPixelsAndAsSvg() {
        export();
        window.act(() -> window.<Button>find("copy-picture").fire());
        List<Object> content = Toolkit.on(() -> {
            Clipboard clipboard = Clipboard.getSystemClipboard();
            return List.of(clipboard.getImage(), clipboard.getContent(DataFormat.lookupMimeType("image/svg+xml")));
        });
        assertThat(((Image) content.get(0)).getWidth()).isGreaterThan(500);
        assertThat(content.get(1).toString()).startsWith("<svg");
    }

    @Test
    void aPdfOnPaperSaysHowMuchSmallerThePictureGets() throws Exception {
        export();
        choose("export-format", PictureFormat.PDF);
        window.act(() -> window.<ComboBox<Object>>find("export-paper")
                .getSelectionModel()
                .select(1));
        assertThat(window.<Label>find("export-words").getText()).contains("points");
        Path file = folder.resolve("page.pdf");
        window.act(() -> window.wiring().exports().save(file));
        assertThat(new ByteArrayInputStream(Files.readAllBytes(file)).readNBytes(5))
                .isEqualTo("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }
}
