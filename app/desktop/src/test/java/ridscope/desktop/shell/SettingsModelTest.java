package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;

class SettingsModelTest {

    @TempDir
    private Path folder;

    private SettingsFile file;
    private SettingsModel model;
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Exception> notSaved = new ArrayList<>();
    private final List<Throwable> bugs = new ArrayList<>();

    @BeforeEach
    void make() {
        file = new SettingsFile(folder.resolve("settings.json"));
        model = model(file);
    }

    private SettingsModel model(SettingsFile in) {
        TaskRunner runner = new TaskRunner(background::add, Runnable::run, bugs::add);
        return new SettingsModel(in, Settings.DEFAULT, runner, notSaved::add);
    }

    private List<String> written() {
        return file.load().settings().recentFiles();
    }

    @Test
    void aChangeHoldsAtOnceAndIsWrittenInTheBackground() {
        model.change(s -> s.withRecent("/a"));
        assertThat(model.get().recentFiles()).containsExactly("/a");
        assertThat(folder.resolve("settings.json")).doesNotExist();
        background.remove().run();
        assertThat(written()).containsExactly("/a");
        assertThat(bugs).isEmpty();
    }

    @Test
    void whatChangesNothingWritesNothing() {
        model.change(s -> s);
        assertThat(background).isEmpty();
    }

    @Test
    void changesAreWrittenInTheirOrderWhicheverJobRunsFirst() {
        model.change(s -> s.withRecent("/a"));
        model.change(s -> s.withRecent("/b"));
        model.change(s -> s.withRecent("/c"));
        background.removeLast().run();
        assertThat(written()).containsExactly("/c", "/b", "/a");
        background.forEach(Runnable::run);
        assertThat(written()).containsExactly("/c", "/b", "/a");
        assertThat(model.get().recentFiles()).containsExactly("/c", "/b", "/a");
    }

    @Test
    void nothingIsLostWhenTheWindowCloses() {
        model.change(s -> s.withRecent("/a"));
        model.change(s -> s.withRecent("/b"));
        model.flush();
        assertThat(written()).containsExactly("/b", "/a");
    }

    @Test
    void whatAnotherProgramWroteMeanwhileStaysAndIsTakenUp() throws IOException {
        model.change(s -> s.withRecent("/mine"));
        file.save(Settings.DEFAULT.withRecent("/other").withCommand("fit"));
        background.remove().run();
        assertThat(written()).containsExactly("/mine", "/other");
        assertThat(model.get().recentFiles()).containsExactly("/mine", "/other");
        assertThat(model.get().recent().commands()).containsExactly("fit");
    }

    /** The first job has written what was changed up to then; the second has its turn still to come. */
    @Test
    void whatWasWrittenDoesNotTakeTheNextChangeBack() {
        Deque<Runnable> drawing = new ArrayDeque<>();
        SettingsModel slow = new SettingsModel(
                file, Settings.DEFAULT, new TaskRunner(background::add, drawing::add, bugs::add), notSaved::add);
        slow.change(s -> s.withRecent("/a"));
        background.remove().run();
        slow.change(s -> s.withRecent("/b"));
        drawing.remove().run();
        assertThat(slow.get().recentFiles()).containsExactly("/b", "/a");
        background.remove().run();
        drawing.forEach(Runnable::run);
        assertThat(slow.get().recentFiles()).containsExactly("/b", "/a");
        assertThat(written()).containsExactly("/b", "/a");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndTheChangeHolds() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file where a folder should be");
        SettingsModel stuck = model(new SettingsFile(occupied.resolve("settings.json")));
        stuck.change(s -> s.withRecent("/a"));
        stuck.change(s -> s.withRecent("/b"));
        assertThat(notSaved).isEmpty();
        background.remove().run();
        background.remove().run();
        assertThat(notSaved).hasSize(1);
        assertThat(stuck.get().recentFiles()).containsExactly("/b", "/a");
        assertThat(bugs).isEmpty();
    }
}
