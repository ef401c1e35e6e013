package ridscope.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("ridscope").resolve("settings.json");
    }

    @Test
    void whatWasSavedIsLoaded() throws IOException {
        Settings settings = new Settings(
                new Settings.Look("dark", 125, Optional.of("de"), true),
                new Settings.Recent(
                        List.of("/a b/ü.txt", "/c"),
                        List.of(new Settings.SshHost("root@db7", true), new Settings.SshHost("db8:22", false)),
                        List.of("reload", "fit")),
                new Settings.Frame(1111, 777.5, true),
                Optional.of("/opt/pci.ids"),
                false,
                "compare");
        new SettingsFile(file).save(settings);
        assertThat(new SettingsFile(file).load()).isEqualTo(new SettingsFile.Loaded(settings, Optional.empty()));
        assertThat(file.getParent()).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aMissingFileGivesTheDefaultsAndIsNoProblem() {
        assertThat(new SettingsFile(file).load())
                .isEqualTo(new SettingsFile.Loaded(Settings.DEFAULT, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"schema\":\"something-else\"}", "\u0000\u0001"})
    void aMalformedFileIsSetAsideAndSaid(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        SettingsFile.Loaded loaded = new SettingsFile(file).load();
        Path aside = file.resolveSibling("settings.json.broken");
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.problem()).contains(new SettingsFile.Problem(file, Optional.of(aside)));
        assertThat(file).doesNotExist();
        assertThat(aside).hasContent(content);
    }

    @Test
    void unknownAndMistypedFieldsAreIgnored() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"schema\":\"ridscope-settings\",\"version\":9,\"theme\":\"dark\",\"future\":[1],"
                        + "\"window\":{\"width\":\"wide\"},\"recentFiles\":[\"/a\",7]}");
        SettingsFile.Loaded loaded = new SettingsFile(file).load();
        assertThat(loaded.problem()).isEmpty();
        assertThat(loaded.settings().theme()).isEqualTo("dark");
        assertThat(loaded.settings().width()).isEqualTo(Settings.DEFAULT.width());
        assertThat(loaded.settings().recentFiles()).contains("/a");
    }

    @Test
    void aFolderThatCannotBeMadeIsAnErrorOfSaving() throws IOException {
        Files.writeString(folder.resolve("ridscope"), "a file in the way");
        assertThatThrownBy(() -> new SettingsFile(file).save(Settings.DEFAULT)).isInstanceOf(IOException.class);
    }

    @Test
    void theConfigDirectoryFollowsTheXdgSpecification() throws IOException {
        SettingsFile.inConfigDirectory(Map.of("XDG_CONFIG_HOME", folder.toString()), Path.of("/nowhere"))
                .save(Settings.DEFAULT);
        assertThat(file).exists();
        SettingsFile.inConfigDirectory(Map.of("XDG_CONFIG_HOME", "relative"), folder)
                .save(Settings.DEFAULT);
        assertThat(folder.resolve(".config/ridscope/settings.json")).exists();
    }

    @Test
    void recentFilesAreFewAndTheLatestIsFirst() {
        Settings settings = Settings.DEFAULT;
        for (int i : IntStream.range(0, 20).toArray()) {
            settings = settings.withRecent("/f" + i);
        }
        settings = settings.withRecent("/f15");
        assertThat(settings.recentFiles())
                .hasSize(Settings.RECENT_LIMIT)
                .startsWith("/f15", "/f19")
                .doesNotHaveDuplicates();
    }

    @Test
    void aHostIsKeptOnceAsItWasReadLast() {
        Settings settings = Settings.DEFAULT
                .withSshHost(new Settings.SshHost("db7", false))
                .withSshHost(new Settings.SshHost("db8", false))
                .withSshHost(new Settings.SshHost("db7", true));
        assertThat(settings.sshHosts())
                .containsExactly(new Settings.SshHost("db7", true), new Settings.SshHost("db8", false));
    }

    @Test
    void textIsNeitherTooSmallNorTooLarge() {
        assertThat(Settings.DEFAULT.withTextSize(10).look().textSize()).isEqualTo(Settings.LEAST_TEXT);
        assertThat(Settings.DEFAULT.withTextSize(1000).look().textSize()).isEqualTo(Settings.MOST_TEXT);
    }

    @Test
    void readingLeavesAMalformedFileAlone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{");
        assertThat(new SettingsFile(file).read()).isEmpty();
        assertThat(file).hasContent("{");
    }

    @Test
    void theSizeOfAMaximizedWindowIsNotKept() {
        Settings settings = Settings.DEFAULT.withWindow(1000, 600, false).withWindow(2560, 1440, true);
        assertThat(settings.width()).isEqualTo(1000);
        assertThat(settings.maximized()).isTrue();
    }
}
