package ridscope.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;
import ridscope.source.json.SnapshotWriter;

class SnapshotOpenerTest {

    @TempDir
    Path folder;

    private final Notes notes = new Notes();

    @Test
    void theMostConfidentReaderReads() throws Exception {
        Opened opened = open(new Fake("weak", 20), new Fake("strong", 80), new Fake("blind", 0));
        assertThat(opened.kind()).isEqualTo("strong");
        assertThat(opened.recognised()).isEqualTo("looks like strong");
        assertThat(notes.texts).containsExactly("looks like strong");
    }

    @Test
    void ifTheBestFailsTheNextGetsItsTurn() throws Exception {
        Fake failing = new Fake("strong", 80);
        failing.failure = new SnapshotException("nothing in it.");
        assertThat(open(new Fake("weak", 20), failing).kind()).isEqualTo("weak");
    }

    @Test
    void ifAllFailTheBestOnesReasonCounts() {
        Fake strong = new Fake("strong", 80);
        strong.failure = new SnapshotException("first reason.");
        Fake weak = new Fake("weak", 20);
        weak.failure = new SnapshotException("second reason.");
        assertThatThrownBy(() -> open(weak, strong)).hasMessage("first reason.");
    }

    @Test
    void aReaderThatBreaksIsReportedAndSkipped() throws Exception {
        Fake whileLooking = new Fake("looks", 90);
        whileLooking.broken = new IllegalStateException("at first sight");
        Fake whileReading = new Fake("reads", 80);
        whileReading.failure = new ArithmeticException("deep inside");
        assertThat(open(new Fake("sound", 10), whileLooking, whileReading).kind())
                .isEqualTo("sound");
        assertThat(notes.texts)
                .anyMatch(note -> note.contains("looks") && note.contains("at first sight"))
                .anyMatch(note -> note.contains("reads") && note.contains("deep inside"));
    }

    @Test
    void cancellingIsNoFailureOfTheReader() {
        Fake cancelled = new Fake("strong", 80);
        cancelled.failure = new CancelledException();
        assertThatThrownBy(() -> open(new Fake("weak", 20), cancelled)).isInstanceOf(CancelledException.class);
    }

    @Test
    void unknownContentIsRefusedWithWhatCanBeOpened() {
        assertThatThrownBy(() -> open(new Fake("one", 0), new Fake("two", 0)))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(
                        "content is nothing RIDscope can read; open a RIDscope snapshot,"
                                + " the output of lspci (best of `sudo lspci -vvv -xxxx`), XML of hwloc or libvirt, a raw image of"
                                + " configuration space (ECAM), or a folder or archive with a copy of /sys or such files in it.");
    }

    @Test
    void emptyInputIsSaid() throws Exception {
        assertThatThrownBy(() -> new SnapshotOpener().open(new Source.Bytes("x", new byte[0]), notes))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("x is empty.");
        Path empty = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> new SnapshotOpener().open(new Source.OnDisk(empty), notes))
                .hasMessage(empty + " is empty.");
    }

    @Test
    void aMissingFileIsSaid() {
        assertThatThrownBy(() -> new SnapshotOpener().open(new Source.OnDisk(folder.resolve("none")), notes))
                .isInstanceOf(SnapshotException.class)
                .hasMessageEndingWith("none does not exist.");
    }

    @Test
    void aDirectoryWithoutDevicesIsSaid() {
        assertThatThrownBy(() -> new SnapshotOpener().open(new Source.OnDisk(folder), notes))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("no PCI devices");
    }

    @Test
    void gzipIsUnpackedBeforeAnybodyLooks() throws Exception {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        SnapshotWriter.write(SnapshotSamples.full(), json);
        Opened opened = new SnapshotOpener().open(new Source.Bytes("x", gzip(json.toByteArray())), notes);
        assertThat(opened.kind()).isEqualTo("json");
        assertThat(opened.hosts()).containsExactly(SnapshotSamples.full());
        assertThat(notes.lastDone).isEqualTo(notes.lastTotal);
    }

    @Test
    void gzipCutShortIsSaid() throws Exception {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        SnapshotWriter.write(SnapshotSamples.full(), json);
        byte[] packed = gzip(json.toByteArray());
        byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 20);
        assertThatThrownBy(() -> new SnapshotOpener().open(new Source.Bytes("x.json.gz", cut), notes))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("x.json.gz ends");
    }

    private Opened open(Fake... readers) throws SnapshotException {
        byte[] content = "anything".getBytes(StandardCharsets.UTF_8);
        return new SnapshotOpener(List.of(readers)).open(new Source.Bytes("content", content), notes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static final class Fake implements SnapshotReader {

        private final String kind;
        private final int confidence;
        private RuntimeException broken;
        private Exception failure;

        Fake(String kind, int confidence) {
            this.kind = kind;
            this.confidence = confidence;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Recognition recognise(Head head) {
            if (broken != null) {
                throw broken;
            }
            return confidence == 0 ? Recognition.NO : new Recognition(confidence, "looks like " + kind);
        }

        @Override
        public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
            if (failure instanceof SnapshotException e) {
                throw e;
            }
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            return List.of(
                    new HostSnapshot(Provenance.of(kind), List.of(), List.of(), List.of(), List.of(), List.of()));
        }
    }

    private static final class Notes implements Feedback {

        private final List<String> texts = new ArrayList<>();
        private long lastDone;
        private long lastTotal;

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(long done, long total) {
            lastDone = done;
            lastTotal = total;
        }

        @Override
        public void note(String text) {
            texts.add(text);
        }
    }
}
