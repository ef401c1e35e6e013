package ridscope.source.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ridscope.file.DirectoryTree;
import ridscope.file.FileTree;
import ridscope.file.MemoryTree;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.source.Opened;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.archive.Archives.Packing;
import ridscope.testing.FakeSys;
import ridscope.testing.SampleHosts;
import ridscope.text.Diagnostic;

/** An archive is as good as the folder it was made of, whatever kind it is and whatever its name. */
class ArchiveReaderTest {

    private static final String CARD = "sys/devices/pci0000:3a/0000:3a:00.0";

    @TempDir
    Path folder;

    private FileTree files;
    private List<HostSnapshot> expected;

    @BeforeEach
    void aHost() throws Exception {
        Path host = Files.createDirectories(folder.resolve("files/db7"));
        FakeSys.write(SampleHosts.all().get("siov-undersized-port"), host.resolve("sys"), 4096);
        Files.createDirectories(host.resolve("proc/sys/kernel"));
        Files.writeString(host.resolve("proc/sys/kernel/hostname"), "db7\n");
        Files.writeString(host.resolve("dmesg.txt"), "[    1.0] pci_bus 0000:00: root bus resource [bus 00-7f]\n");
        Files.writeString(host.resolve("notes.txt"), "Nothing about PCI.\n");
        files = new DirectoryTree(folder.resolve("files"));
        expected = open(new Source.OnDisk(folder.resolve("files"))).hosts();
        assertThat(expected).hasSize(1);
        assertThat(expected.get(0).functions())
                .isNotEmpty()
                .allMatch(f -> f.config().length() >= 256);
        assertThat(expected.get(0).bootLog()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aTarIsTheFolderItWasMadeOf(Packing packing) throws Exception {
        byte[] archive = packing.pack(Archives.tar(files));
        assertThat(open(archive).recognised()).isEqualTo("tar archive with a sysfs tree");
        assertThat(open(archive).kind()).isEqualTo("sysfs");
        assertThat(open(archive).hosts()).isEqualTo(expected);
        assertThat(open(onDisk(archive)).hosts()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aZipIsTheFolderItWasMadeOf(Packing packing) throws Exception {
        byte[] archive = packing.pack(Archives.zip(files));
        assertThat(open(archive).recognised()).isEqualTo("zip archive with a sysfs tree");
        assertThat(open(archive).hosts()).isEqualTo(expected);
        assertThat(open(onDisk(archive)).hosts()).isEqualTo(expected);
    }

    @Test
    void severalHostsAreNamedByTheirFolders() throws Exception {
        MemoryTree two = new MemoryTree();
        for (String host : List.of("rack1/db7", "rack1/db8")) {
            two.file(host + "/" + CARD + "/vendor", "0x8086\n").directory(host + "/sys/bus/pci/devices");
        }
        assertThat(names(open(Archives.tar(two)))).containsExactly("rack1/db7", "rack1/db8");
        assertThat(names(open(Archives.zip(two)))).containsExactly("rack1/db7", "rack1/db8");
    }

    @ParameterizedTest
    @EnumSource
    void archivesInAnArchiveAreOpenedOneLevelDeep(Packing packing) throws Exception {
        byte[] inner = packing.pack(Archives.tar(files));
        MemoryTree outer = new MemoryTree()
                .file("reports/a.tar", inner)
                .file("reports/b.zip", Archives.zip(files))
                .file("reports/deep.tar", Archives.tar(new MemoryTree().file("a.tar", inner)))
                .file("readme.txt", "two hosts");
        Opened opened = open(Archives.tar(outer));
        assertThat(opened.hosts()).hasSize(2);
        for (HostSnapshot host : opened.hosts()) {
            assertThat(host.functions()).isEqualTo(expected.get(0).functions());
            assertThat(ids(host)).containsExactly("ARCHIVE_NESTED");
        }
        assertThat(open(Archives.zip(outer)).hosts()).isEqualTo(opened.hosts());
    }

    @Test
    void theLastOfSeveralEntriesCountsAndHardLinksAreTheFileTheyName() throws Exception {
        byte[] archive = tar(tar -> {
            Archives.file(tar, CARD + "/vendor", text("0x1111"));
            Archives.file(tar, CARD + "/vendor", text("0x8086"));
            Archives.file(tar, CARD + "/device", text("0x10c9"));
            TarArchiveEntry hard = new TarArchiveEntry(CARD + "/subsystem_device", TarConstants.LF_LINK);
            hard.setLinkName("/" + CARD + "/device");
            Archives.put(tar, hard, new byte[0]);
            TarArchiveEntry dangling = new TarArchiveEntry(CARD + "/class", TarConstants.LF_LINK);
            dangling.setLinkName("etc/passwd");
            Archives.put(tar, dangling, new byte[0]);
        });
        FunctionRecord function = open(archive).hosts().get(0).functions().get(0);
        assertThat(function.os().identity().vendor()).hasValue(0x8086);
        assertThat(function.os().identity().subsystemDevice()).hasValue(0x10c9);
        assertThat(function.os().identity().classCode()).isEmpty();
    }

    @Test
    void namesCannotLeadOutOfTheArchive() throws Exception {
        Files.writeString(folder.resolve("passwd"), "0x1234\n");
        byte[] archive = tar(tar -> {
            Archives.file(tar, "/" + CARD + "/vendor", text("0x8086"));
            Archives.file(tar, "a/../" + CARD + "/device", text("0x10c9"));
            Archives.file(tar, "../../etc/passwd", text("root"));
            Archives.file(tar, "../" + CARD + "/class", text("0x020000"));
            Archives.file(tar, "x/".repeat(70) + CARD + "/class", text("0x020000"));
            link(tar, CARD + "/revision", folder.resolve("passwd").toString());
            link(tar, CARD + "/subsystem_vendor", "../../../../passwd");
            link(tar, CARD + "/net", "net");
            link(tar, CARD + "/config", "/dev/zero");
        });
        for (Opened opened : List.of(open(archive), open(onDisk(archive)))) {
            FunctionRecord function = opened.hosts().get(0).functions().get(0);
            assertThat(function.os().identity().vendor()).hasValue(0x8086);
            assertThat(function.os().identity().device()).hasValue(0x10c9);
            assertThat(function.os().identity().revision()).isEmpty();
            assertThat(function.os().identity().subsystemVendor()).isEmpty();
            assertThat(function.config().length()).isZero();
            assertThat(opened.hosts().get(0).diagnostics())
                    .containsExactly(Diagnostic.of(
                            "ARCHIVE_NAMES",
                            "3 entries of the archive were passed over: they have names that lead out of the archive"
                                    + " or are no names."));
        }
    }

    @Test
    void linksInCirclesEnd() throws Exception {
        byte[] archive = tar(tar -> {
            link(tar, "sys/bus/pci/devices/0000:3a:00.0", "../../../bus/pci/devices/0000:3a:00.0");
            link(tar, "sys/bus/pci/devices/0000:3b:00.0", "../devices");
            link(tar, "sys/devices/pci0000:3a/subsystem", "../pci0000:3a");
            Archives.file(tar, CARD + "/vendor", text("0x8086"));
        });
        assertThat(open(archive).hosts().get(0).functions())
                .extracting(FunctionRecord::address)
                .containsExactly(FunctionAddress.of("3a:00.0"), FunctionAddress.of("3b:00.0"));
    }

    @Test
    void attributesFilledUpWithZerosAreTheTextBeforeThem() throws Exception {
        byte[] vendor = new byte[4096];
        System.arraycopy(text("0x8086\n"), 0, vendor, 0, 7);
        byte[] config = new byte[4096];
        config[0] = (byte) 0x86;
        config[1] = (byte) 0x80;
        config[0x0e] = 1;
        MemoryTree tree = new MemoryTree()
                .file(CARD + "/vendor", vendor)
                .file(CARD + "/config", config)
                .file(CARD + "/._vendor", "AppleDouble")
                .file("__MACOSX/" + CARD + "/device", "0x1234");
        for (byte[] archive : List.of(Archives.tar(tree), Archives.zip(tree))) {
            FunctionRecord function = open(archive).hosts().get(0).functions().get(0);
            assertThat(function.os().identity().vendor()).hasValue(0x8086);
            assertThat(function.os().identity().device()).isEmpty();
            assertThat(function.config().toBytes()).isEqualTo(config);
            assertThat(function.configSize()).isEqualTo(4096);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPackedDumpOrSnapshotIsUnpacked(Packing packing) throws Exception {
        byte[] dump = text("00:00.0 Host bridge: Intel Corporation\n"
                + "00: 86 80 c0 29 03 01 00 00 00 00 00 06 00 00 00 00\n".repeat(1));
        assertThat(open(packing.pack(dump)).kind()).isEqualTo("lspci-hex");
        assertThat(open(onDisk(packing.pack(dump))).hosts())
                .isEqualTo(open(dump).hosts());
        assertThat(open(Archives.tar(new MemoryTree().file("a/dump.bin", packing.pack(dump))))
                        .hosts())
                .extracting(HostSnapshot::functions)
                .containsExactly(open(dump).hosts().get(0).functions());
    }

    @Test
    void whatHoldsNothingSaysSo() throws Exception {
        Path file = onDisk(Archives.tar(new MemoryTree().file("a/readme.txt", "nothing")));
        assertThatThrownBy(() -> open(file))
                .hasMessage(file + " has no PCI devices in it: neither a copy of /sys with bus/pci/devices"
                        + " nor a file that RIDscope reads was found.");
        assertThatThrownBy(() -> open(Archives.zip(new MemoryTree()))).hasMessageContaining("has no PCI devices in it");
        assertThatThrownBy(() -> open(Archives.tar(new MemoryTree().directory("sys/bus/pci/devices"))))
                .hasMessage("content has a sysfs tree in it, but no PCI functions in that.");
    }

    @Test
    void nothingIsWrittenToDisk() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("tmp"));
        for (byte[] archive : List.of(
                Packing.XZ.pack(Archives.tar(files)), Archives.zip(files), Packing.GZIP.pack(Archives.zip(files)))) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.io.tmpdir=" + empty,
                            "-XX:-UsePerfData",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OpenArchive.class.getName(),
                            onDisk(archive).toString())
                    .directory(empty.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said.strip()).isEqualTo(expected.get(0).functions().size() + " functions");
            assertThat(empty).isEmptyDirectory();
        }
    }

    private interface Entries {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    private static byte[] tar(Entries entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = Archives.tarTo(bytes)) {
            entries.write(tar);
        }
        return bytes.toByteArray();
    }

    private static void link(TarArchiveOutputStream tar, String path, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        Archives.put(tar, entry, new byte[0]);
    }

    private Path onDisk(byte[] content) throws IOException {
        return Files.write(
                File.createTempFile("misnamed", ".txt", folder.toFile()).toPath(), content);
    }

    private static Opened open(byte[] content) throws SnapshotException {
        return open(new Source.Bytes("content", content));
    }

    private static Opened open(Path file) throws SnapshotException {
        return open(new Source.OnDisk(file));
    }

    private static Opened open(Source source) throws SnapshotException {
        return new SnapshotOpener().open(source, Feedback.NONE);
    }

    private static Stream<String> strings(Opened opened) {
        return opened.hosts().stream().map(h -> h.provenance().host().orElse("?"));
    }

    private static List<String> names(Opened opened) {
        return strings(opened).toList();
    }

    private static List<String> ids(HostSnapshot host) {
        return host.diagnostics().stream().map(Diagnostic::id).toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
