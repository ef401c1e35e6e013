package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.FlagshipHost;

class DropTargetTest {

    @TempDir
    private Path folder;

    @Test
    void severalFilesGetAWindowEach() throws Exception {
        List<Throwable> bugs = new ArrayList<>();
        List<Path> elsewhere = new ArrayList<>();
        DocumentModel document = new DocumentModel();
        TaskRunner runner = TaskRunner.direct(bugs::add);
        DocumentLoader loader = Documents.loader();
        ShellViewModel shell = new ShellViewModel(
                loader,
                runner,
                document,
                new SelectionModel(),
                new SettingsModel(
                        new SettingsFile(folder.resolve("settings.json")),
                        Settings.DEFAULT,
                        TaskRunner.direct(failure -> {}),
                        bugs::add));
        DropTarget target = new DropTarget(shell, new BootLogAttacher(shell, loader, runner), elsewhere::add);
        Path one = folder.resolve("one.json");
        SnapshotWriter.save(FlagshipHost.snapshot(), one);

        target.open(List.of(one, folder.resolve("two.json"), folder.resolve("three.json")));

        assertThat(document.get().orElseThrow().title()).isEqualTo("one.json");
        assertThat(elsewhere).containsExactly(folder.resolve("two.json"), folder.resolve("three.json"));
        assertThat(bugs).isEmpty();
    }
}
