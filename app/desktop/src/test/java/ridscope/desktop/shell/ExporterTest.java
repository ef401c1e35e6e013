package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.cli.RidscopeCommand;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.ridmap.RidMapViewModel;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.topology.TopologyViewModel;
import ridscope.draw.export.Caption;
import ridscope.draw.paint.Palettes;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.FlagshipHost;

class ExporterTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"topology, light", "topology, dark", "rid-map, light"})
    void theWindowWritesTheBytesOfTheCommandLine(String view, String theme) throws Exception {
        Path host = folder.resolve("host.json");
        SnapshotWriter.save(FlagshipHost.snapshot(), host);
        Path said = folder.resolve("said.svg");
        String[] words = {"export", host.toString(), "-o", said.toString(), "--view", view, "--theme", theme};
        assertThat(RidscopeCommand.execute(words)).isZero();

        DocumentLoader loader = new DocumentLoader(new SnapshotOpener(), new StandardDeviceNames(PciIds.installed()));
        Document document = loader.load(new Source.OnDisk(host), Feedback.NONE).document();
        DocumentModel model = new DocumentModel();
        model.set(document);
        TaskRunner runner = TaskRunner.direct(bug -> {
            throw new AssertionError(bug);
        });
        Path shown = folder.resolve("shown.svg");
        Caption caption = Caption.of(document.topology().provenance(), RidscopeCommand.version());
        RidMapViewModel map = new RidMapViewModel(model, new SelectionModel(), runner);
        TopologyViewModel topology = new TopologyViewModel(model, new SelectionModel(), runner);
        new Exporter(
                        view.equals("topology") ? topology.exported() : map.exported(),
                        Palettes.named(theme).orElseThrow(),
                        caption)
                .write(shown);
        assertThat(Files.readString(shown)).isEqualTo(Files.readString(said)).contains("server-a");
    }

    @Test
    void theFileIsNamedAfterTheHost() {
        assertThat(Exporter.fileName(Optional.of("server-a"), "topology.svg")).isEqualTo("server-a-topology.svg");
        assertThat(Exporter.fileName(Optional.of("a/b c"), "x.svg")).isEqualTo("a-b-c-x.svg");
        assertThat(Exporter.fileName(Optional.of("../x"), "x.svg")).isEqualTo("x.svg");
        assertThat(Exporter.fileName(Optional.empty(), "x.svg")).isEqualTo("x.svg");
    }
}
