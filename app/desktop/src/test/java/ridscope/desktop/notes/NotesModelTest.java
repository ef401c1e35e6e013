package ridscope.desktop.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.config.PortType;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.Documents;
import ridscope.desktop.settings.Note;
import ridscope.desktop.settings.NotesPlace;
import ridscope.desktop.task.TaskRunner;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.TopologyChange;

class NotesModelTest {

    private static final int NIC = 0x020000;
    private static final int NVME = 0x010802;
    private static final FunctionAddress FIRST = FunctionAddress.of("01:00.0");
    private static final FunctionAddress SECOND = FunctionAddress.of("05:00.0");

    @TempDir
    private Path folder;

    private final List<String> problems = new ArrayList<>();
    private NotesPlace place;

    @BeforeEach
    void place() {
        place = NotesPlace.besideFile(folder.resolve("host.txt"), "one", folder.resolve("config"));
    }

    /** Two ports with buses from {@code first} and {@code second} on, a NIC behind each. */
    private static Document host(int first, long firstSerial, int second, long secondSerial) {
        return Documents.of(new HostBuilder()
                .provenance("live", "bench", "6.18.2", "2026-11-20T09:30:00Z")
                .rootBus(0, 0x3f)
                .function("00:01.0", port(first))
                .function("00:02.0", port(second))
                .function(at(first), nic(firstSerial))
                .function(at(second), nic(secondSerial))
                .build());
    }

    private static ConfigBuilder port(int secondary) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, secondary, secondary + 3);
    }

    private static ConfigBuilder nic(long serial) {
        ConfigBuilder nic = ConfigBuilder.endpoint(0x8086, 0x1592, NIC);
        return serial == 0 ? nic : nic.dsn(serial);
    }

    private static String at(int bus) {
        return String.format("%02x:00.0", bus);
    }

    private NotesModel shown(Document document) {
        NotesModel notes =
                new NotesModel(TaskRunner.direct(failure -> problems.add(failure.toString())), problems::add);
        notes.show(document, place);
        return notes;
    }

    private Optional<String> text(NotesModel notes, FunctionAddress address) {
        return notes.at(address).map(Note::text);
    }

    @Test
    void nothingIsWrittenBeforeSomethingIsSaid() {
        shown(host(1, 0, 5, 0));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasSaidIsThereTheNextTime() {
        NotesModel first = shown(host(1, 0, 5, 0));
        first.write(FIRST, "flaky");
        first.toggleBookmark(SECOND);
        NotesModel next = shown(host(1, 0, 5, 0));
        assertThat(text(next, FIRST)).contains("flaky");
        assertThat(next.bookmarked(FIRST)).isFalse();
        assertThat(next.bookmarked(SECOND)).isTrue();
        next.write(FIRST, "");
        next.toggleBookmark(SECOND);
        assertThat(shown(host(1, 0, 5, 0)).here()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void aRenumberedDeviceKeepsItsNoteByItsPlace() {
        shown(host(1, 0, 5, 0)).write(SECOND, "the second");
        NotesModel later = shown(host(1, 0, 9, 0));
        assertThat(text(later, FunctionAddress.of("09:00.0"))).contains("the second");
        assertThat(later.gone()).isEmpty();
        later.write(FunctionAddress.of("09:00.0"), "moved");
        assertThat(shown(host(1, 0, 9, 0)).here()).hasSize(1);
    }

    @Test
    void aCardInAnotherSlotKeepsItsNoteByItsSerialNumber() {
        shown(host(1, 0xa1, 5, 0xa2)).write(FIRST, "card one");
        NotesModel swapped = shown(host(1, 0xa2, 5, 0xa1));
        assertThat(text(swapped, SECOND)).contains("card one");
        assertThat(text(swapped, FIRST)).isEmpty();
    }

    @Test
    void aNoteWhoseDeviceIsGoneSaysSoAndCanBeForgotten() {
        shown(host(1, 0xa1, 5, 0xa2)).write(FIRST, "card one");
        NotesModel without = shown(host(1, 0xa3, 5, 0xa2));
        assertThat(without.here()).isEmpty();
        assertThat(without.gone()).extracting(Note::text).containsExactly("card one");
        without.forget(without.gone().get(0));
        assertThat(without.gone()).isEmpty();
        assertThat(shown(host(1, 0xa1, 5, 0xa2)).here()).isEmpty();
    }

    @Test
    void anotherKindOfDeviceAtTheSameAddressIsNotIt() {
        shown(host(1, 0, 5, 0)).write(FIRST, "NIC");
        Document drive = Documents.of(new HostBuilder()
                .provenance("live", "bench", "6.18.2", "2026-11-20T09:30:00Z")
                .rootBus(0, 0x3f)
                .function("00:01.0", port(1))
                .function(at(1), ConfigBuilder.endpoint(0x8086, 0x1592, NVME))
                .build());
        assertThat(shown(drive).gone()).hasSize(1);
    }

    @Test
    void readingTheSameHostAgainKeepsWhatIsShown() {
        Document document = host(1, 0, 5, 0);
        NotesModel notes = shown(document);
        notes.write(FIRST, "kept");
        notes.show(document.later(TopologyChange.NONE), place);
        assertThat(text(notes, FIRST)).contains("kept");
    }

    @Test
    void bookmarksGoRound() {
        NotesModel notes = shown(host(1, 0, 5, 0));
        assertThat(notes.bookmark(Optional.empty(), true)).isEmpty();
        notes.toggleBookmark(FIRST);
        notes.toggleBookmark(SECOND);
        assertThat(notes.bookmark(Optional.empty(), true)).contains(FIRST);
        assertThat(notes.bookmark(Optional.of(FIRST), true)).contains(SECOND);
        assertThat(notes.bookmark(Optional.of(SECOND), true)).contains(FIRST);
        assertThat(notes.bookmark(Optional.of(FIRST), false)).contains(SECOND);
        assertThat(notes.bookmark(Optional.of(FunctionAddress.of("03:00.0")), false))
                .contains(FIRST);
    }

    @Test
    void notesThatCannotBeReadAreSaidAndNotLost() throws IOException {
        Path file = folder.resolve("host.txt.ridscope-notes.json");
        Files.writeString(file, "{");
        NotesModel notes = shown(host(1, 0, 5, 0));
        assertThat(problems).singleElement().asString().contains("cannot be read");
        notes.write(FIRST, "new");
        assertThat(problems).hasSize(2);
        assertThat(file).hasContent("{");
    }
}
