package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.source.Source;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.FlagshipHost;

class ShellViewModelTest {

    @TempDir
    private Path folder;

    private final List<Throwable> bugs = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private SettingsModel settings;
    private ShellViewModel shell;

    @BeforeEach
    void wire() {
        settings = new SettingsModel(
                new SettingsFile(folder.resolve("settings.json")),
                Settings.DEFAULT,
                TaskRunner.direct(failure -> {}),
                bugs::add);
        shell = new ShellViewModel(Documents.loader(), TaskRunner.direct(bugs::add), document, selection, settings);
    }

    @Test
    void anOpenedFileIsShownAndRemembered() throws Exception {
        Path file = folder.resolve("a.ridscope.json");
        SnapshotWriter.save(FlagshipHost.snapshot(), file);
        assertThat(shell.title()).isEqualTo("RIDscope");
        shell.open(file);
        assertThat(document.get().orElseThrow().topology().functions()).hasSize(38);
        assertThat(shell.title()).isEqualTo("a.ridscope.json – RIDscope");
        assertThat(shell.sourceLine())
                .isEqualTo("snapshot of server-a · lspci-hex · 6.18.2 · 2026-11-20 · read with root rights");
        assertThat(shell.figures())
                .isEqualTo("38 functions (16 of them VFs) · 255 VFs possible · 1,536 SDIs"
                        + " · 1 RID in conflict · 257 outside their range");
        assertThat(shell.recentFiles()).containsExactly(file.toString());
        assertThat(shell.messageProperty().get()).isEmpty();
        assertThat(bugs).isEmpty();
    }

    @Test
    void aBadFileIsExplainedAndWhatIsOpenStays() throws IOException {
        shell.open(Documents.source("good", FlagshipHost.snapshot()));
        Path file = folder.resolve("bad.txt");
        Files.writeString(file, "nothing of the kind");
        shell.open(file);
        Message message = shell.messageProperty().get().orElseThrow();
        assertThat(message.kind()).isEqualTo(Message.Kind.FAILED);
        assertThat(message.text()).contains("bad.txt");
        assertThat(document.get().orElseThrow().title()).isEqualTo("good");
        assertThat(shell.recentFiles()).isEmpty();
        shell.open(Documents.source("good", FlagshipHost.snapshot()));
        assertThat(shell.messageProperty().get())
                .as("the next try takes the message away")
                .isEmpty();
    }

    @Test
    void whatTheSourceDoesNotTellIsSaid() {
        assertThat(shell.missing()).isEmpty();
        shell.openText("lspci", "02:00.0 Ethernet controller: Intel Corporation Device 5678\n");
        assertThat(shell.missing())
                .first()
                .asString()
                .isEqualTo("capabilities not readable: the listing prints none; `lspci -vv`, run as root, does");
        assertThat(shell.missing()).last().asString().contains("register views stay empty");
    }

    @Test
    void emptyTextIsSaid() {
        shell.openText("clipboard", " \n");
        assertThat(shell.messageProperty().get().orElseThrow().text()).isEqualTo("The clipboard holds no text.");
    }

    @Test
    void aSavedSnapshotOpensAgain() {
        shell.open(Documents.source("one", FlagshipHost.snapshot()));
        Path file = folder.resolve("saved.ridscope.json.gz");
        shell.save(file);
        assertThat(shell.messageProperty().get().orElseThrow().text()).startsWith("Saved ");
        shell.open(file);
        assertThat(document.get().orElseThrow().snapshot()).isEqualTo(FlagshipHost.snapshot());
    }

    @Test
    void aRedactedSnapshotHasNoHostNameAndSaysSo() {
        shell.open(Documents.source("one", FlagshipHost.snapshot()));
        Path file = folder.resolve("redacted.ridscope.json");

        shell.saveRedacted(file);

        assertThat(file).content().contains("ridscope-snapshot").doesNotContain("server-a");
        assertThat(shell.messageProperty().get().orElseThrow().text())
                .startsWith("Saved " + file + " without serial numbers")
                .contains("the host's name");
        assertThat(document.get().orElseThrow().snapshot())
                .as("what is open stays as it is")
                .isEqualTo(FlagshipHost.snapshot());
    }

    @Test
    void aSaveThatFailsIsExplained() {
        shell.open(Documents.source("one", FlagshipHost.snapshot()));
        shell.save(folder.resolve("missing").resolve("x.json"));
        assertThat(shell.messageProperty().get().orElseThrow().kind()).isEqualTo(Message.Kind.FAILED);
        assertThat(bugs).isEmpty();
    }

    @Test
    void anArgumentOfTheCommandLineIsASource() {
        shell.openArgument(folder.resolve("absent.txt").toString());
        assertThat(shell.messageProperty().get().orElseThrow().text()).contains("absent.txt");
        assertThat(document.get()).isEmpty();
    }

    @Test
    void aSourceThatIsNoFileIsNotRemembered() {
        shell.open(new Source.Bytes("pasted", new byte[0]));
        assertThat(shell.recentFiles()).isEmpty();
        assertThat(shell.messageProperty().get()).isPresent();
    }
}
