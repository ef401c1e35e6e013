package ridscope.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.job.Feedback;
import ridscope.source.json.SnapshotWriter;

/** What cannot be opened is refused in one sentence that says what it is and what to do; nothing is half read. */
class RefusalTest {

    private static final String ROW = "00: 86 80 c0 29 03 01 00 00 00 00 00 06 00 00 00 00\n";
    private static final String DUMP = "00:00.0 Host bridge: A\n" + ROW + "\n00:01.0 Host bridge: B\n" + ROW;

    @TempDir
    Path folder;

    static Stream<Packed> packed() {
        return Stream.of(
                new Packed("twice.gz", "compressed twice", text -> gzip(gzip(text))),
                new Packed("twice.bz2", "compressed twice", text -> bzip2(bzip2(text))),
                new Packed("host.7z", "7z archive", text -> join("7z\u00bc\u00af'\u001c", text)),
                new Packed("dump.zst", "compressed with zstd", text -> join("(\u00b5/\u00fd", text)),
                new Packed("dump.lz4", "compressed with lz4", text -> join("\u0004\"M\u0018", text)),
                new Packed("noise", "binary data", text -> join("x\0", text)),
                new Packed("tail", "binary data", text -> join(new String(text, StandardCharsets.UTF_8), new byte[1])));
    }

    /** A dump that any text reader would take, in a wrapping. */
    record Packed(String name, String what, Wrapping wrapping) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Wrapping {
        byte[] of(byte[] text) throws IOException;
    }

    @ParameterizedTest
    @MethodSource("packed")
    void whatIsNoTextIsNeverReadAsText(Packed packed) throws IOException {
        Path file = write(packed.name(), packed.wrapping().of(DUMP.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith(file + " is ")
                .hasMessageContaining(packed.what())
                .hasMessageMatching("[^\\n]+[;:] [^\\n]+\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BZh is what this text starts with", "PK", "7z", "\u00fd", "ustar"})
    void textThatOnlyStartsLikeOneIsNotCalledBinary(String text) {
        assertThat(BinaryKind.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:00.0 is broken, as is 00:1f.0 since yesterday\n",
                "see 0000:3b:00.0 here\n00:02.0\n",
                "12:34.5 Started: the service\n",
            })
    void remarksAboutFunctionsAreNoListing(String text) throws IOException {
        Path file = write("x.txt", text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> open(file)).hasMessageContaining(" is nothing RIDscope can read; open ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void textInUtf16IsReadAllTheSame(String charset) throws Exception {
        String text = "\ufeffSaved by an editor \ud83d\udcbe\r\n" + DUMP.replace("\n", "\r\n");
        Path plain = write("host.txt", DUMP.getBytes(StandardCharsets.UTF_8));
        Path file = write("notepad.txt", text.getBytes(charset));
        Path packed = write("notepad.txt.gz", gzip(text.getBytes(charset)));
        assertThat(open(file).hosts()).isEqualTo(open(plain).hosts());
        assertThat(open(packed).hosts()).isEqualTo(open(plain).hosts());
    }

    @Test
    void brokenJsonIsCalledThat() throws IOException {
        Path file = write(
                "x.json", "{\"schema\": \"ridscope-snapshot\",\n \"version\" 1}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> open(file)).hasMessageStartingWith(file + " is broken JSON: line 2, column 12: ");
        Path other = write("y.json", "{\"a\": 1,}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> open(other)).hasMessageStartingWith(other + " is broken JSON: line 1, column 9: ");
    }

    @Test
    void otherJsonIsNotCalledBroken() throws IOException {
        Path file =
                write("x.json", "{\"schema\": \"ridscope-topology\", \"version\": 1}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> open(file))
                .hasMessageStartingWith(file + " is not a valid snapshot: ")
                .hasMessageContaining("ridscope-topology");
    }

    @Test
    void aFolderWithOneSnapshotIsThatSnapshot() throws Exception {
        Files.writeString(folder.resolve("about.txt"), "words");
        SnapshotWriter.save(SnapshotSamples.full(), folder.resolve("host.ridscope.json.gz"));
        Opened opened = open(folder);
        assertThat(opened.kind()).isEqualTo("json");
        assertThat(opened.hosts()).containsExactly(SnapshotSamples.full());
    }

    @Test
    void amongSeveralSnapshotsTheUserChooses() throws Exception {
        SnapshotWriter.save(SnapshotSamples.full(), folder.resolve("a.ridscope.json"));
        SnapshotWriter.save(SnapshotSamples.full(), folder.resolve("b.ridscope.json"));
        assertThatThrownBy(() -> open(folder))
                .hasMessage(folder + " has 2 snapshots in it; open one of them: a.ridscope.json, b.ridscope.json.");
    }

    @Test
    void aFolderWithOneArchiveIsWhatIsInThat() throws Exception {
        write("about.txt", "words".getBytes(StandardCharsets.UTF_8));
        write("report.bin", zip("lspci.txt", DUMP));
        Opened opened = open(folder);
        assertThat(opened.kind()).isEqualTo("lspci-hex");
        assertThat(opened.hosts().get(0).functions()).hasSize(2);
    }

    @Test
    void amongSeveralArchivesTheUserChooses() throws Exception {
        write("b.zip", zip("lspci.txt", DUMP));
        write("a.zip", zip("lspci.txt", DUMP));
        assertThatThrownBy(() -> open(folder))
                .hasMessage(folder + " has 2 archives in it; open one of them: a.zip, b.zip.");
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aFolderBesideATreeIsTheTree() throws Exception {
        SnapshotWriter.save(SnapshotSamples.full(), folder.resolve("a.ridscope.json"));
        Path card = Files.createDirectories(folder.resolve("sys/bus/pci/devices/0000:00:00.0"));
        Files.writeString(card.resolve("vendor"), "0x8086\n");
        assertThat(open(folder).kind()).isEqualTo("sysfs");
    }

    private static Opened open(Path path) throws SnapshotException {
        return new SnapshotOpener().open(new Source.OnDisk(path), Feedback.NONE);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] bzip2(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new BZip2CompressorOutputStream(bytes)) {
            packed.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(String start, byte[] rest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(rest);
        return bytes.toByteArray();
    }
}
