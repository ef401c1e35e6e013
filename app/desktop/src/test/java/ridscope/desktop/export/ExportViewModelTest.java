package ridscope.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.cli.RidscopeCommand;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.ridmap.RidMapViewModel;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.topology.TopologyViewModel;
import ridscope.draw.diagram.Target;
import ridscope.draw.export.PictureFormat;
import ridscope.draw.export.PictureProof;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.FlagshipHost;

class ExportViewModelTest {

    @TempDir
    private Path folder;

    private Path host;
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private Subject shown = Subject.TOPOLOGY;
    private ExportViewModel model;

    @BeforeEach
    void open() throws Exception {
        host = folder.resolve("host.json");
        SnapshotWriter.save(FlagshipHost.snapshot(), host);
        DocumentLoader loader = new DocumentLoader(new SnapshotOpener(), new StandardDeviceNames(PciIds.installed()));
        document.set(loader.load(new Source.OnDisk(host), Feedback.NONE).document());
        TaskRunner runner = TaskRunner.direct(bug -> {
            throw new AssertionError(bug);
        });
        TopologyViewModel topology = new TopologyViewModel(document, selection, runner);
        RidMapViewModel map = new RidMapViewModel(document, selection, runner);
        model = new ExportViewModel(
                document,
                selection,
                () -> new Seen(shown, topology.look(), map.look(), Segment.ZERO, Wishes::none, Optional.empty()),
                runner,
                RidscopeCommand.version());
    }

    private PictureProof proof() {
        return model.proofProperty().get().proof().orElseThrow();
    }

    private String svg() throws Exception {
        Path file = folder.resolve("shown.svg");
        model.picture().run(Feedback.NONE).write(file);
        return Files.readString(file);
    }

    @ParameterizedTest
    @CsvSource({"TOPOLOGY, light", "TOPOLOGY, dark", "RID_MAP, light"})
    void theWindowWritesTheBytesOfTheCommandLine(Subject subject, String theme) throws Exception {
        Path said = folder.resolve("said.svg");
        String view = subject.view().orElseThrow().id();
        String[] words = {"export", host.toString(), "-o", said.toString(), "--view", view, "--theme", theme};
        assertThat(RidscopeCommand.execute(words)).isZero();
        shown = subject;
        model.themeProperty().set(theme);
        assertThat(svg()).isEqualTo(Files.readString(said)).contains("server-a");
    }

    @Test
    void nothingIsMadeWhileThePageIsClosed() {
        model.themeProperty().set("dark");
        assertThat(model.proofProperty().get()).isEqualTo(Proof.NONE);
        model.open();
        assertThat(proof().pages()).isOne();
        model.close();
        assertThat(model.proofProperty().get()).isEqualTo(Proof.NONE);
    }

    @Test
    void eachChoiceGivesAnotherLook() {
        model.open();
        double height = proof().diagram().height();
        model.captionProperty().set(false);
        assertThat(proof().diagram().height()).isLessThan(height);
        model.titleTextProperty().set("Figure 1");
        assertThat(proof().diagram().title()).isEqualTo("Figure 1");
        model.formatProperty().set(PictureFormat.PNG);
        model.resolutionProperty().set(Resolution.WIDTH);
        model.widthProperty().set(1234);
        assertThat(proof().size().width()).isEqualTo(1234);
    }

    @Test
    void ownSizeOnPaperTakesPagesOfPdfAndOfNothingElse() {
        model.open();
        model.formatProperty().set(PictureFormat.PDF);
        model.paperProperty().set(Paper.A4);
        assertThat(proof().pages()).isOne();
        assertThat(proof().times()).isLessThanOrEqualTo(1);
        model.actualSizeProperty().set(true);
        model.landscapeProperty().set(false);
        assertThat(proof().pages()).isGreaterThan(1);
        model.formatProperty().set(PictureFormat.SVG);
        assertThat(model.proofProperty().get().proof()).isEmpty();
        assertThat(model.proofProperty().get().problem()).contains("only .pdf can hold");
    }

    @Test
    void aSelectionIsShownAloneWithWhatLeadsToIt() throws Exception {
        selection.select(new Target.OfFunction(FunctionAddress.of("0c:00.0")));
        model.open();
        assertThat(model.extents()).contains(Extent.SELECTION);
        model.extentProperty().set(Extent.SELECTION);
        assertThat(svg()).contains("0c:00.0", "00:03.0").doesNotContain("0b:00.0", "43:00.0");
    }

    @Test
    void whatIsNotThereIsNotOffered() {
        model.open();
        assertThat(model.extents()).containsExactly(Extent.WHOLE);
        assertThat(model.subjects()).doesNotContain(Subject.COMPARE);
        assertThat(model.pfs()).contains(FunctionAddress.of("0c:00.0"));
    }

    @Test
    void theFileIsNamedAfterWhatItShows() {
        shown = Subject.RID_MAP;
        model.open();
        model.formatProperty().set(PictureFormat.PDF);
        assertThat(model.fileName()).isEqualTo("rid-map.pdf");
    }
}
