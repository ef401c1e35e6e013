package ridscope.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.rid.FunctionAddress;

class NotesFileTest {

    private static final Note NIC = new Note(
            new NotedFunction(
                    FunctionAddress.of("3b:00.0"),
                    Optional.of("8086"),
                    Optional.of("1592"),
                    Optional.of("0200"),
                    Optional.of("0000c0ffee000001"),
                    "0000:00/01.0/00.0"),
            "the slow one\n\"quoted\" ü",
            true);

    private static final Note UNKNOWN = new Note(
            new NotedFunction(
                    FunctionAddress.of("10000:e1:00.0"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ""),
            "",
            true);

    @TempDir
    private Path folder;

    @Test
    void whatWasSaidIsReadHostByHost() throws NotesException {
        NotesFile file = new NotesFile(folder.resolve("new/dir/a.json"));
        file.change("one", notes -> List.of(NIC, UNKNOWN));
        file.change("two", notes -> List.of(UNKNOWN));
        assertThat(file.read("one")).containsExactly(NIC, UNKNOWN);
        assertThat(file.read("two")).containsExactly(UNKNOWN);
        assertThat(file.read("three")).isEmpty();
    }

    @Test
    void takingTheLastNoteBackLeavesTheOtherHostsAlone() throws NotesException {
        NotesFile file = new NotesFile(folder.resolve("a.json"));
        file.change("one", notes -> List.of(NIC));
        file.change("two", notes -> List.of(UNKNOWN));
        file.change("one", notes -> List.of());
        assertThat(file.read("one")).isEmpty();
        assertThat(file.read("two")).containsExactly(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"schema\":\"something-else\"}", "\u0000\u0001"})
    void somethingElseIsRefusedInASentenceAndNeverWrittenOver(String content) throws IOException {
        Path path = folder.resolve("a.json");
        Files.writeString(path, content);
        NotesFile file = new NotesFile(path);
        assertThatThrownBy(() -> file.read("one"))
                .isInstanceOf(NotesException.class)
                .hasMessageContaining("a.json")
                .hasMessageContaining("move it away");
        assertThatThrownBy(() -> file.change("one", notes -> List.of(NIC))).isInstanceOf(NotesException.class);
        assertThat(path).hasContent(content);
    }

    @Test
    void aNewerVersionIsNamedWithOurs() throws IOException {
        Path path = folder.resolve("a.json");
        Files.writeString(path, "{\"schema\":\"ridscope-notes\",\"version\":7,\"hosts\":[]}");
        assertThatThrownBy(() -> new NotesFile(path).read("one"))
                .hasMessageContaining("version 7")
                .hasMessageContaining("up to 1");
    }

    @Test
    void damageGivesFewerNotesOrASentenceAndNothingElse() throws IOException, NotesException {
        Path path = folder.resolve("a.json");
        NotesFile file = new NotesFile(path);
        file.change("one", notes -> List.of(NIC, UNKNOWN));
        byte[] whole = Files.readAllBytes(path);
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(path, damaged);
            try {
                assertThat(file.read("one")).hasSizeLessThanOrEqualTo(2);
            } catch (NotesException e) {
                assertThat(e.getMessage()).contains("a.json");
            }
        }
    }

    @Test
    void aTextHasItsLimit() {
        assertThat(new Note(NIC.function(), "x".repeat(Note.LONGEST + 5), false).text())
                .hasSize(Note.LONGEST);
    }

    @Test
    void notesGoBesideTheirFile() throws NotesException {
        Path dump = folder.resolve("host.txt");
        NotesPlace place = NotesPlace.besideFile(dump, "one", folder.resolve("config"));
        assertThat(place.read()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        place.change(notes -> List.of(NIC));
        assertThat(folder.resolve("host.txt.ridscope-notes.json")).exists();
        assertThat(folder.resolve("config")).doesNotExist();
        assertThat(place.read()).containsExactly(NIC);
    }

    @Test
    void whereThatCannotBeTheyGoToTheSettingsAndStayThere() throws IOException, NotesException {
        // A file where a folder should be: as little can be written there as into a read-only one, also by root.
        Path dump = folder.resolve("file").resolve("host.txt");
        Files.writeString(folder.resolve("file"), "in the way");
        NotesPlace place = NotesPlace.besideFile(dump, "one", folder.resolve("config"));
        place.change(notes -> List.of(NIC));
        assertThat(place.read()).containsExactly(NIC);
        Files.delete(folder.resolve("file"));
        Files.createDirectory(folder.resolve("file"));
        place.change(notes -> {
            List<Note> more = new ArrayList<>(notes);
            more.add(UNKNOWN);
            return more;
        });
        assertThat(place.read()).containsExactly(NIC, UNKNOWN);
        assertThat(folder.resolve("file")).isEmptyDirectory();
    }

    @Test
    void aHostHasTheSameNotesHoweverItWasRead() throws NotesException {
        NotesPlace.ofHost("db/7", folder).change(notes -> List.of(NIC));
        assertThat(NotesPlace.ofHost("db/7", folder).read()).containsExactly(NIC);
        assertThat(folder.resolve("notes/db_7.ridscope-notes.json")).exists();
    }
}
