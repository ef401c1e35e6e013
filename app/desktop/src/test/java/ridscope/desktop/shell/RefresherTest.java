package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.PluggedHosts;
import ridscope.draw.diagram.Target;
import ridscope.host.HostSnapshot;
import ridscope.rid.FunctionAddress;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.FakeSys;
import ridscope.testing.FlagshipHost;

/** Reading any source again, by hand. */
class RefresherTest {

    @TempDir
    private Path folder;

    private final List<Throwable> bugs = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private ShellViewModel shell;
    private Refresher refresher;

    @BeforeEach
    void wire() {
        TaskRunner runner = TaskRunner.direct(bugs::add);
        SettingsModel settings = new SettingsModel(
                new SettingsFile(folder.resolve("settings.json")),
                Settings.DEFAULT,
                TaskRunner.direct(failure -> {}),
                bugs::add);
        DocumentLoader loader = Documents.loader();
        shell = new ShellViewModel(loader, runner, document, selection, settings);
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T13:05:07Z"), ZoneOffset.UTC);
        refresher = new Refresher(shell, loader, document, runner, clock);
    }

    @Test
    void withNothingOpenNothingHappens() {
        refresher.reload();
        refresher.clearMarks();
        assertThat(refresher.textProperty().get()).isEmpty();
        assertThat(document.get()).isEmpty();
    }

    @Test
    void aFileThatWasWrittenAnewShowsWhatIsDifferent() throws Exception {
        Path file = folder.resolve("host.json");
        SnapshotWriter.save(PluggedHosts.first(), file);
        shell.open(file);
        assertThat(refresher.textProperty().get()).isEmpty();
        selection.select(new Target.OfFunction(FunctionAddress.of("01:00.0")));
        SnapshotWriter.save(PluggedHosts.second(), file);
        refresher.reload();
        assertThat(refresher.textProperty().get()).isEqualTo("refreshed 13:05:07 · 1 new, 1 gone");
        assertThat(selection.get()).as("what is gone cannot be selected").isEmpty();
        assertThat(shell.title()).isEqualTo("host.json – RIDscope");
        Files.delete(file);
        refresher.reload();
        assertThat(shell.messageProperty().get().orElseThrow().text()).contains("host.json");
        assertThat(document.get().orElseThrow().topology().functions()).hasSize(4);
        shell.open(Documents.source("other", FlagshipHost.snapshot()));
        assertThat(refresher.textProperty().get()).isEmpty();
    }

    @Test
    void aFolderIsReadAgain() throws Exception {
        Path sys = folder.resolve("copy/sys");
        HostSnapshot host = PluggedHosts.both();
        FakeSys.write(host, sys, 4096);
        shell.open(folder.resolve("copy"));
        FakeSys.remove(sys, "0000:05:00.0");
        refresher.reload();
        assertThat(refresher.textProperty().get()).isEqualTo("refreshed 13:05:07 · 1 gone");
    }

    @Test
    void ofSeveralHostsTheSameIsShownAgain() throws Exception {
        FakeSys.write(PluggedHosts.first(), folder.resolve("hosts/a/sys"), 4096);
        FakeSys.write(FlagshipHost.snapshot(), folder.resolve("hosts/b/sys"), 4096);
        shell.open(folder.resolve("hosts"));
        shell.chooseHost(1);
        assertThat(document.get().orElseThrow().topology().functions()).hasSize(38);
        refresher.reload();
        assertThat(document.get().orElseThrow().topology().functions()).hasSize(38);
        assertThat(shell.loadedProperty().get().orElseThrow().host()).isEqualTo(1);
        assertThat(refresher.textProperty().get()).isEqualTo("refreshed 13:05:07 · nothing changed");
        assertThat(bugs).isEmpty();
    }
}
