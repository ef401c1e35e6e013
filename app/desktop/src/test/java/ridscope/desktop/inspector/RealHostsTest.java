package ridscope.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.topology.PciFunction;

/** Every function of real hosts has a page and registers, whatever is missing in the dump. */
class RealHostsTest {

    @Test
    void everyLineSaysSomething() throws IOException, SnapshotException {
        for (Path file : files()) {
            for (HostSnapshot host : open(file)) {
                Inspected inspected = new Inspected(host);
                for (PciFunction function :
                        inspected.documents.get().orElseThrow().topology().functions()) {
                    inspected.select(function.address().toString());
                    check(inspected, file + " " + function.address());
                }
            }
        }
    }

    @Test
    void sixtyFourBytesAreNotTakenForAnAbsenceOfCapabilities() throws IOException, SnapshotException {
        Path dump = shared().resolve("fixtures/real/hex/derived__asus-p6t6.x.txt");
        Inspected inspected = new Inspected(open(dump).get(0)).select("00:00.0");

        assertThat(inspected.fact("isolation", "ACS, ARI, SR-IOV, SIOV").value().tone())
                .isIn(Tone.UNKNOWN, Tone.UNREADABLE);
        Subject subject = inspected.model.page().subject().orElseThrow();
        assertThat(HexRow.rows(subject))
                .last()
                .satisfies(row -> assertThat(row.gap()).isTrue());
    }

    private static void check(Inspected inspected, String where) {
        assertThat(inspected.model.page().cards()).as(where).isNotEmpty();
        for (Card card : inspected.model.page().cards()) {
            for (Fact fact : card.facts()) {
                assertThat(fact.label()).as("%s %s", where, card.id()).isNotBlank();
                assertThat(fact.value().text())
                        .as("%s %s %s", where, card.id(), fact.label())
                        .isNotBlank()
                        .doesNotContain("Optional");
                int real =
                        inspected.model.page().subject().orElseThrow().config().length();
                fact.origin().bytes().ifPresent(bytes -> {
                    Tone tone = fact.value().tone();
                    boolean number = tone != Tone.UNREADABLE && tone != Tone.UNKNOWN;
                    assertThat(!number || bytes.end() <= real)
                            .as("%s: %s comes from bytes that are not there", where, fact)
                            .isTrue();
                });
            }
        }
        for (RegisterNode capability : inspected.model.registers()) {
            assertThat(capability.name()).as(where).isNotBlank();
            // What a listing prints behind the last byte has a place and no registers.
            assertThat(inspected.model.registerAt(capability.bytes().offset()).isPresent())
                    .as("%s %s", where, capability.name())
                    .isEqualTo(capability.bytes().length() > 0);
        }
    }

    private static List<HostSnapshot> open(Path file) throws SnapshotException {
        return new SnapshotOpener().open(new Source.OnDisk(file), Feedback.NONE).hosts();
    }

    private static Path shared() {
        String folder = System.getProperty("ridscope.shared", "");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder)), "no real dumps at hand: " + folder);
        return Path.of(folder);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(shared().resolve("fixtures/real/hex"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
