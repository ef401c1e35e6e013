package ridscope.source.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.file.MemoryTree;
import ridscope.host.HostSnapshot;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;
import ridscope.source.Limits;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.archive.Archives.Packing;
import ridscope.text.Diagnostic;

/** Archives that were cut, damaged or made to do harm: a sentence, or what could be read and a diagnostic; never more. */
class HostileArchiveTest {

    private static final String CARD = "sys/devices/pci0000:3a/0000:3a:%02x.0";
    private static final int RECORD = 512;

    static Stream<Arguments> packings() throws IOException {
        byte[] tar = Archives.tar(cards());
        return Stream.concat(
                Stream.of(Packing.values()).map(p -> Arguments.of(p.name(), p.pack(tar))),
                Stream.of(Arguments.of("zip", Archives.zip(cards()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packings")
    void whatWasCutGivesWhatStandsBefore(String name, byte[] archive) throws Exception {
        int whole = open(archive).get(0).functions().size();
        int partial = 0;
        for (int percent = 0; percent < 100; percent += 3) {
            try {
                HostSnapshot host = open(Arrays.copyOf(archive, archive.length * percent / 100))
                        .get(0);
                assertThat(host.functions()).hasSizeLessThanOrEqualTo(whole);
                // Only the zeros at the end of a tar can be missing without a loss.
                if (host.functions().size() < whole) {
                    assertThat(host.diagnostics()).extracting(Diagnostic::id).contains("ARCHIVE_INCOMPLETE");
                    assertThat(host.diagnostics().get(0).text())
                            .startsWith("content ")
                            .endsWith(" What stands before that was read.");
                    partial++;
                }
            } catch (SnapshotException e) {
                assertThat(e.getMessage()).startsWith("content ").endsWith(".");
            }
        }
        // What is packed in one block comes out whole or not at all, and a zip has its list at the end.
        if (name.equals("NONE") || name.equals("GZIP")) {
            assertThat(partial).as("partial results").isGreaterThan(10);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packings")
    void randomDamageNeverBreaksTheReader(String name, byte[] archive) {
        Random random = new Random(20240607);
        for (int round = 0; round < 150; round++) {
            byte[] damaged = archive.clone();
            for (int hits = 1 + random.nextInt(8); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                open(damaged).forEach(host -> assertThat(host.functions()).isNotEmpty());
            } catch (SnapshotException e) {
                assertThat(e.getMessage())
                        .as("round " + round)
                        .startsWith("content ")
                        .endsWith(".")
                        .doesNotContain("\n", "Exception", "failed with");
            }
        }
    }

    @Test
    @Timeout(120)
    void aMillionEntriesAreReadAndSoIsWhatMatters() throws Exception {
        byte[] junk = header("home/user/cache/0123456789abcdef", 0, TarConstants.LF_NORMAL);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        byte[] thousand = new byte[1000 * junk.length];
        for (int i = 0; i < 1000; i++) {
            System.arraycopy(junk, 0, thousand, i * junk.length, junk.length);
        }
        byte[] packed = Packing.GZIP.pack(thousand);
        for (int i = 0; i < 1000; i++) {
            archive.write(packed);
        }
        archive.write(Packing.GZIP.pack(Archives.tar(cards())));
        assertThat(open(archive.toByteArray()).get(0).functions()).hasSize(8);
    }

    @Test
    void tooManyEntriesAreSaid() throws Exception {
        Gathering gathering = new Gathering(new Everything(), Feedback.NONE);
        for (int i = 0; i < Limits.ENTRIES; i++) {
            assertThat(gathering.path("x")).isPresent();
        }
        assertThatThrownBy(() -> gathering.path("x")).hasMessage("it has more than 4000000 entries");
    }

    @Test
    void whatIsTooMuchToKeepIsSaid() throws Exception {
        Gathering gathering = new Gathering(new Everything(), Feedback.NONE);
        long before = Limits.KEPT_BYTES / Limits.MEMBER;
        for (int i = 0; i <= before + 1; i++) {
            gathering.file("x" + i, Limits.MEMBER, new Endless(1));
        }
        assertThat(gathering.files().count()).isZero();
        assertThat(gathering.diagnostics()).extracting(Diagnostic::id).containsExactly("ARCHIVE_LIMIT");
    }

    /** A bomb of 3 GiB in 3 MB: a header, then zeros without end. */
    @Test
    @Timeout(120)
    void aBombIsLeftAlone() throws Exception {
        byte[] zeros = Packing.GZIP.pack(new byte[1 << 20]);
        for (String path : List.of("home/zeros", String.format(CARD, 1) + "/config")) {
            ByteArrayOutputStream archive = new ByteArrayOutputStream();
            archive.write(Packing.GZIP.pack(header(path, 3L << 30, TarConstants.LF_NORMAL)));
            for (int i = 0; i < 3 << 10; i++) {
                archive.write(zeros);
            }
            assertThat(said(archive.toByteArray()))
                    .contains("it unpacks to more than 500 times its size, as only a bomb does");
        }
    }

    /** How it was refused, or what was odd about it. */
    private static String said(byte[] archive) {
        try {
            return String.valueOf(open(archive).get(0).diagnostics());
        } catch (SnapshotException e) {
            return e.getMessage();
        }
    }

    static Map<String, UnaryOperator<byte[]>> absurd() {
        return Map.of(
                "long name",
                        zeros -> concat(header("././@LongLink", 1L << 30, TarConstants.LF_GNUTYPE_LONGNAME), zeros),
                "long link",
                        zeros -> concat(header("././@LongLink", 1L << 30, TarConstants.LF_GNUTYPE_LONGLINK), zeros),
                "pax", zeros -> concat(header("PaxHeader", 1L << 30, TarConstants.LF_PAX_EXTENDED_HEADER_LC), zeros),
                "global pax",
                        zeros -> concat(header("g", 1L << 30, TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER), zeros));
    }

    @Test
    void headersWithoutEndEatNoMemory() {
        byte[] zeros = new byte[8 << 20];
        Arrays.fill(zeros, (byte) 'x');
        absurd().forEach((name, bomb) -> assertThatThrownBy(() -> open(bomb.apply(zeros)))
                .as(name)
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("content ")
                .hasMessageMatching("[^\\n]*(absurdly long|cannot be unpacked)[^\\n]*\\."));
    }

    @Test
    void sizesThatCannotBeAreTheEnd() throws Exception {
        for (long size : new long[] {Long.MAX_VALUE, 1L << 60, 1L << 40}) {
            byte[] archive = Archives.tar(cards());
            byte[] header = header("sys/devices/pci0000:3a/0000:3a:1f.0/config", size, TarConstants.LF_NORMAL);
            byte[] start = Arrays.copyOf(archive, end(archive));
            HostSnapshot host =
                    open(concat(concat(start, header), new byte[RECORD])).get(0);
            assertThat(host.functions()).hasSizeBetween(8, 9);
            assertThat(host.diagnostics()).extracting(Diagnostic::id).containsExactly("ARCHIVE_INCOMPLETE");
        }
    }

    /** A file with holes claims to be larger than it takes; what the holes hold is zeros. */
    @Test
    void aSparseFileIsReadAsFarAsItMatters() throws Exception {
        String config = String.format(CARD, 1) + "/config";
        byte[] pax = text(pax("GNU.sparse.major=1")
                + pax("GNU.sparse.minor=0")
                + pax("GNU.sparse.name=" + config)
                + pax("GNU.sparse.realsize=" + (1 << 30)));
        byte[] content = new byte[2 * RECORD];
        byte[] map = text("2\n0\n64\n" + (1 << 30) + "\n0\n");
        System.arraycopy(map, 0, content, 0, map.length);
        content[RECORD] = (byte) 0x86;
        content[RECORD + 1] = (byte) 0x80;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(header("PaxHeader", pax.length, TarConstants.LF_PAX_EXTENDED_HEADER_LC));
        bytes.write(Arrays.copyOf(pax, RECORD));
        bytes.write(header("GNUSparseFile.0/config", RECORD + 64, TarConstants.LF_NORMAL));
        bytes.write(content);
        bytes.write(new byte[2 * RECORD]);
        HostSnapshot host = open(bytes.toByteArray()).get(0);
        assertThat(host.functions()).hasSize(1);
        assertThat(host.functions().get(0).config().u16(0)).hasValue(0x8086);
    }

    @Test
    void namesThatAreNone() throws Exception {
        Gathering gathering = new Gathering(new Everything(), Feedback.NONE);
        assertThat(gathering.path("sys/\0/x")).isEmpty();
        assertThat(gathering.path("x".repeat(5000))).isEmpty();
        assertThat(gathering.path("x/".repeat(Limits.DEPTH) + "y")).isEmpty();
        assertThat(gathering.path("../y")).isEmpty();
        assertThat(gathering.path("x/".repeat(Limits.DEPTH - 1) + "y")).isPresent();
        assertThat(gathering.path("./a//b/../c")).hasValue("a/c");
        assertThat(gathering.diagnostics())
                .extracting(Diagnostic::text)
                .containsExactly("4 entries of the archive were passed over:"
                        + " they have names that lead out of the archive or are no names.");
    }

    @Test
    void aZipWithManyNamesInItsListIsRefused() {
        MeteredChannel channel =
                new MeteredChannel(new org.apache.commons.compress.utils.SeekableInMemoryByteChannel(new byte[100]));
        channel.allow(99);
        assertThatThrownBy(() -> channel.read(java.nio.ByteBuffer.allocate(100)))
                .hasMessage("the list of its entries is absurdly long");
    }

    @Test
    void linesWithoutEndAreNotKept() throws Exception {
        MemoryTree tree = cards().file(
                        "dmesg.txt",
                        "[    1.0] pci " + "x".repeat(10_000_000)
                                + "\n[    1.1] pci_bus 0000:3a: root bus resource [bus 3a-4f]\n");
        HostSnapshot host = open(Archives.tar(tree)).get(0);
        assertThat(host.bootLog()).contains("[    1.1] pci_bus 0000:3a: root bus resource [bus 3a-4f]");
        assertThat(host.bootLog()).allMatch(line -> line.length() <= 4096);
    }

    @ParameterizedTest
    @EnumSource
    void cancelEndsItSoon(Packing packing) throws IOException {
        byte[] archive = packing.pack(Archives.tar(cards()));
        Feedback impatient = new Feedback() {
            @Override
            public boolean cancelled() {
                return true;
            }

            @Override
            public void progress(long done, long total) {}

            @Override
            public void note(String text) {}
        };
        assertThatThrownBy(() -> new SnapshotOpener().open(new Source.Bytes("content", archive), impatient))
                .isInstanceOf(CancelledException.class);
    }

    private static MemoryTree cards() {
        MemoryTree tree = new MemoryTree();
        for (int device = 0; device < 8; device++) {
            byte[] config = new byte[256];
            new Random(device).nextBytes(config);
            tree.file(String.format(CARD, device) + "/config", config)
                    .file(String.format(CARD, device) + "/vendor", "0x8086\n");
        }
        return tree;
    }

    private static List<HostSnapshot> open(byte[] content) throws SnapshotException {
        return new SnapshotOpener()
                .open(new Source.Bytes("content", content), Feedback.NONE)
                .hosts();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A record of an extended header, which begins with its own length. */
    private static String pax(String record) {
        int length = record.length() + 4;
        return length + " " + record + "\n";
    }

    /** A header with a right checksum and any size. */
    private static byte[] header(String name, long size, byte type) {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setSize(size);
        byte[] header = new byte[RECORD];
        try {
            entry.writeEntryHeader(header, ZipEncodingHelper.getZipEncoding("UTF-8"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return header;
    }

    /** Where the zeros behind the last entry begin. */
    private static int end(byte[] tar) {
        int end = tar.length;
        while (end > RECORD && Arrays.equals(tar, end - RECORD, end, new byte[RECORD], 0, RECORD)) {
            end -= RECORD;
        }
        return end;
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
