package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.FlagshipHost;

class BootLogAttacherTest {

    private static final Target DPU = new Target.OfFunction(FunctionAddress.of("0c:00.0"));

    private static final String LOG = """
            [    0.000000] Linux version 6.18.2 (build@host) #1 SMP
            [    1.200000] pci_bus 0000:00: root bus resource [bus 00-3f]
            [    9.100000] mlx5_core 0000:0c:00.0: can't enable 256 VFs (bus 0d out of range of [bus 0c])
            [    9.200000] usb 1-1: new device
            """;

    @TempDir
    private Path folder;

    private final List<Throwable> bugs = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private ShellViewModel shell;
    private Refresher refresher;
    private BootLogAttacher logs;
    private Path log;

    @BeforeEach
    void wire() throws IOException {
        SettingsModel settings = new SettingsModel(
                new SettingsFile(folder.resolve("settings.json")),
                Settings.DEFAULT,
                TaskRunner.direct(failure -> {}),
                bugs::add);
        DocumentLoader loader = Documents.loader();
        TaskRunner runner = TaskRunner.direct(bugs::add);
        shell = new ShellViewModel(loader, runner, document, selection, settings);
        refresher = new Refresher(shell, loader, document, runner, Clock.systemUTC());
        logs = new BootLogAttacher(shell, loader, runner);
        Files.createDirectory(folder.resolve("empty"));
        log = folder.resolve("dmesg.txt");
        Files.writeString(log, LOG);
    }

    private String message() {
        return shell.messageProperty().get().map(Message::text).orElse("");
    }

    @Test
    void theLogIsAddedToTheHostAndTheSelectionStays() {
        shell.open(Documents.source("one", FlagshipHost.snapshot()));
        selection.select(DPU);

        logs.add(log);

        assertThat(document.get().orElseThrow().title()).isEqualTo("one");
        assertThat(document.get().orElseThrow().topology().logNotes())
                .extracting(note -> note.subject().toString())
                .containsExactly("0000:0c:00.0");
        assertThat(selection.get()).contains(DPU);
        assertThat(message()).startsWith("Boot log added: ").contains("about PCI, 1 function named in complaints.");
        assertThat(shell.recentFiles()).isEmpty();
        assertThat(bugs).isEmpty();
    }

    @Test
    void viewsKeepWhatTheyShowAndWhatIsMarked() {
        shell.open(Documents.source("one", FlagshipHost.snapshot()));
        assertThat(document.get().orElseThrow().isLater()).isFalse();

        logs.add(log);

        assertThat(document.get().orElseThrow().isLater()).isTrue();
        assertThat(document.get().orElseThrow().marked().none()).isTrue();
    }

    @Test
    void aReloadKeepsTheLogAndAnotherHostDoesNot() {
        shell.open(Documents.source("one", FlagshipHost.snapshot()));
        logs.add(log);

        refresher.reload();

        assertThat(document.get().orElseThrow().topology().logNotes()).hasSize(1);
        shell.open(Documents.source("two", FlagshipHost.snapshot()));
        refresher.reload();
        assertThat(document.get().orElseThrow().topology().logNotes()).isEmpty();
    }

    @Test
    void aDroppedLogIsAddedToo() {
        shell.open(Documents.source("one", FlagshipHost.snapshot()));

        logs.drop(log);

        assertThat(document.get().orElseThrow().topology().logNotes()).hasSize(1);
        assertThat(message()).startsWith("Boot log added: ");
    }

    @Test
    void anythingElseThatIsDroppedOpens() throws Exception {
        shell.open(Documents.source("one", FlagshipHost.snapshot()));
        Path other = folder.resolve("other.ridscope.json");
        SnapshotWriter.save(FlagshipHost.snapshot(), other);

        logs.drop(other);

        assertThat(document.get().orElseThrow().title()).isEqualTo("other.ridscope.json");
        assertThat(shell.recentFiles()).containsExactly(other.toString());
        logs.drop(other);
        assertThat(message()).isEmpty();
        logs.drop(folder.resolve("empty"));
        assertThat(message()).contains("empty").doesNotContain("Boot log");
    }

    @Test
    void withoutAHostALogIsRefusedInWords() {
        logs.drop(log);

        assertThat(document.get()).isEmpty();
        assertThat(message()).contains("dmesg.txt");
    }

    @Test
    void aFileWithoutALineAboutPciLeavesTheHostAlone() throws IOException {
        shell.open(Documents.source("one", FlagshipHost.snapshot()));
        Path shopping = folder.resolve("list.txt");
        Files.writeString(shopping, "milk\nbread\n");

        logs.add(shopping);

        assertThat(message()).contains("list.txt");
        logs.drop(shopping);
        assertThat(message()).contains("list.txt");
        assertThat(document.get().orElseThrow().title()).isEqualTo("one");
    }
}
