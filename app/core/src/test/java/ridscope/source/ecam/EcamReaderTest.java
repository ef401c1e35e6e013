package ridscope.source.ecam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.ConfigSpace;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.source.EcamStart;
import ridscope.source.Opened;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.SampleCorpus;
import ridscope.text.Diagnostic;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

class EcamReaderTest {

    @TempDir
    Path folder;

    private static HostSnapshot read(String title, byte[] image) throws SnapshotException {
        return read(new Source.Bytes(title, image));
    }

    private static HostSnapshot read(Source source) throws SnapshotException {
        Opened opened = new SnapshotOpener().open(source, Feedback.NONE);
        assertThat(opened.kind()).isEqualTo("ecam");
        return opened.hosts().get(0);
    }

    private static List<String> addresses(HostSnapshot host) {
        return host.functions().stream().map(f -> f.address().toString()).toList();
    }

    /** A host bridge, a port and a NIC below it. */
    private static EcamImages small() {
        return new EcamImages()
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x1234))
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x2030, 0, 1, 1))
                .function("01:00.0", ConfigBuilder.endpoint(0x8086, 0x1528, 0x020000));
    }

    static List<String> samples() {
        return SampleCorpus.names();
    }

    /** Every sample's registers, written as an image for each segment and read again, give the same model. */
    @ParameterizedTest
    @MethodSource("samples")
    void theSameRegistersGiveTheSameTopology(String name) throws Exception {
        HostSnapshot sample = SampleCorpus.open(name);
        for (Segment segment : SampleCorpus.topology(name).segments()) {
            List<FunctionRecord> whole = sample.functions().stream()
                    .filter(f -> f.address().segment().equals(segment))
                    .filter(f -> f.config().length() == 4096 || f.config().length() == 256 && f.configSize() == 256)
                    .filter(f -> allKnown(f.config()))
                    .map(f -> new FunctionRecord(f.address(), f.config(), f.configSize(), OsFacts.NONE))
                    .toList();
            assertThat(whole).isNotEmpty();
            EcamImages image = new EcamImages();
            whole.forEach(f -> image.function(f.address().rid(), f.config()));
            int buses =
                    1 + whole.stream().mapToInt(f -> f.address().bus()).max().orElseThrow();
            Path file = image.sparse(folder.resolve("ecam-" + segment + "-00." + name), buses);
            Topology expected = Enumerator.enumerate(
                    new HostSnapshot(Provenance.of("x"), List.of(), whole, List.of(), List.of(), List.of()),
                    Feedback.NONE);
            Topology actual = Enumerator.enumerate(read(new Source.OnDisk(file)), Feedback.NONE);
            assertThat(actual.functions()).hasSameSizeAs(expected.functions());
            for (PciFunction function : expected.functions()) {
                PciFunction read = actual.function(function.address()).orElseThrow();
                assertThat(read.config()).isEqualTo(function.config());
                assertThat(withRecord(read, function.record())).isEqualTo(function);
            }
            assertThat(actual.hostBridges()).isEqualTo(expected.hostBridges());
            assertThat(actual.switches()).isEqualTo(expected.switches());
            assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
        }
    }

    /** A machine that is only described leaves bytes open; an image cannot. */
    private static boolean allKnown(ConfigSpace config) {
        return IntStream.range(0, config.length()).allMatch(i -> config.u8(i).isPresent());
    }

    /** A dump says how large configuration space is, which a sample need not. */
    private static PciFunction withRecord(PciFunction f, FunctionRecord record) {
        return new PciFunction(
                record, f.identity(), f.role(), f.place(), f.bridge(), f.capabilities(), f.express(), f.iov());
    }

    @Test
    void aFileAPipeAndAPackedImageAreReadAlike() throws Exception {
        byte[] image = small().bytes(2);
        Path plain = Files.write(folder.resolve("ecam-0000-00.bin"), image);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(image);
        }
        Path packed = Files.write(folder.resolve("ecam-0000-00.bin.gz"), bytes.toByteArray());
        HostSnapshot expected = read("ecam-0000-00.bin", image);
        assertThat(expected.diagnostics()).isEmpty();
        assertThat(addresses(expected)).containsExactly("0000:00:00.0", "0000:00:01.0", "0000:01:00.0");
        assertThat(read(new Source.OnDisk(plain))).isEqualTo(expected);
        assertThat(read(new Source.OnDisk(packed))).isEqualTo(expected);
        assertThat(read("ecam-0000-00.bin", bytes.toByteArray())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ecam-0000-40.bin, 0000:40:00.0",
        "ecam-0001-00.bin, 0001:00:00.0",
        "db7-ecam-10000-E0.img.gz, 10000:e0:00.0",
        "ecam-0003-fe, 0003:fe:00.0"
    })
    void theNameTellsSegmentAndFirstBus(String name, String first) throws Exception {
        assertThat(addresses(read(name, small().bytes(2)))).startsWith(first);
    }

    @Test
    void theUserKnowsBetterThanTheName() throws Exception {
        Source source = new Source.Bytes("ecam-0000-00.bin", small().bytes(2));
        EcamStart start = EcamStart.parse("2:80").orElseThrow();
        assertThat(addresses(read(source.startingAt(start))))
                .containsExactly("0002:80:00.0", "0002:80:01.0", "0002:81:00.0");
    }

    @ParameterizedTest
    @CsvSource({"0:0, 0000:00", "0000:40, 0000:40", "10000:E0, 10000:e0", "ffffffff:ff, ffffffff:ff"})
    void startsAreWrittenAsSegmentAndBus(String text, String start) {
        assertThat(EcamStart.parse(text)).map(EcamStart::toString).hasValue(start);
    }

    @ParameterizedTest
    @CsvSource({"0", ":0", "0:", "0:100", "0:zz", "123456789:0", "0:0:0", "-1:0", "''"})
    void anythingElseIsNoStart(String text) {
        assertThat(EcamStart.parse(text)).isEmpty();
    }

    @Test
    void whatNobodySaysIsAssumedAndSaidToBe() throws Exception {
        byte[] image = new EcamImages()
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x1234))
                .bytes(1);
        assertThat(read("dump", image).diagnostics())
                .containsExactly(Diagnostic.of(
                        "ECAM_START_ASSUMED",
                        "Nothing says which buses the image holds; segment 0000 is assumed, and that it begins at bus 00;"
                                + " name the file ecam-SSSS-BB.bin or give --ecam SSSS:BB"));
    }

    @Test
    void bridgesTellTheFirstBusIfNobodyElseDoes() throws Exception {
        EcamImages image = new EcamImages()
                .function("00:00.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x2030, 0x3a, 0x3b, 0x3c))
                .function("01:00.0", ConfigBuilder.port(PortType.UPSTREAM_PORT, 0x10b5, 0x8748, 0x3b, 0x3c, 0x3c))
                .function("02:00.0", ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 0x10b5, 0x8748, 0, 0, 0));
        HostSnapshot host = read("dump", image.bytes(3));
        assertThat(addresses(host)).containsExactly("0000:3a:00.0", "0000:3b:00.0", "0000:3c:00.0");
        assertThat(host.diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.text()).contains("begins at bus 3a, which its bridges call"));

        HostSnapshot named = read("ecam-0000-40.bin", image.bytes(3));
        assertThat(addresses(named)).startsWith("0000:40:00.0");
        assertThat(named.diagnostics())
                .containsExactly(Diagnostic.of(
                        "ECAM_START_DOUBTFUL",
                        "The image is said to begin at bus 40; by the Primary Bus Numbers of its bridges it begins at bus"
                                + " 3a"));
    }

    /** Linux {@code pci_bus_generic_read_dev_vendor_id}. */
    @ParameterizedTest
    @CsvSource({"ffffffff", "00000000", "0000ffff", "ffff0000"})
    void theFourAnswersOfAnEmptyPlace(String ids) throws Exception {
        byte[] page = new byte[4096];
        long value = Long.parseLong(ids, 16);
        for (int i = 0; i < 4; i++) {
            page[i] = (byte) (value >> 8 * i);
        }
        byte[] image =
                small().page(RoutingId.parse("01:02.0").orElseThrow(), page).bytes(2);
        assertThat(read("ecam-0000-00.bin", image).functions()).hasSize(3);
    }

    @Test
    void aFunctionThatWasNotReadyIsCounted() throws Exception {
        byte[] page = new byte[4096];
        Arrays.fill(page, (byte) 0xff);
        page[0] = 1;
        page[1] = 0;
        HostSnapshot host = read(
                "ecam-0000-00.bin",
                small().page(RoutingId.parse("01:00.1").orElseThrow(), page).bytes(2));
        assertThat(host.functions()).hasSize(3);
        assertThat(host.diagnostics()).extracting(Diagnostic::id).containsExactly("CONFIG_RETRY");
    }

    /** Linux {@code pci_cfg_space_size}. */
    @Test
    void theSizeOfConfigurationSpaceIsProbed() throws Exception {
        byte[] alias = new byte[4096];
        byte[] header = ConfigBuilder.device(0x1234, 1, 0x020000)
                .express(PortType.ENDPOINT)
                .build()
                .toBytes();
        for (int at = 0; at < 4096; at += 256) {
            System.arraycopy(header, 0, alias, at, 256);
        }
        byte[] zeros =
                Arrays.copyOf(ConfigBuilder.device(0x1234, 2, 0x020000).build().toBytes(), 4096);
        Arrays.fill(zeros, 256, 4096, (byte) 0);
        HostSnapshot host = read(
                "ecam-0000-00.bin",
                small().page(RoutingId.parse("00:02.0").orElseThrow(), alias)
                        .page(RoutingId.parse("00:03.0").orElseThrow(), zeros)
                        .bytes(2));
        assertThat(host.functions())
                .extracting(f -> f.address().rid() + " " + f.configSize() + " "
                        + f.config().length())
                .containsExactly(
                        "00:00.0 256 256", // a host bridge that answers ones from 0x100 on
                        "00:01.0 4096 4096",
                        "00:02.0 256 256", // PCIe, but the space repeats
                        "00:03.0 256 256", // no PCIe, whatever answers
                        "01:00.0 4096 4096");
    }

    private static ConfigBuilder pf(int total, int enabled) {
        return ConfigBuilder.endpoint(0x8086, 0x1528, 0x020000).srIovEnabled(total, enabled, 0x80, 2, 0x1515);
    }

    @Test
    void enabledVfsAreFoundAlthoughTheyAnswerAsNobody() throws Exception {
        EcamImages image = small().function("01:00.0", pf(8, 3));
        for (String vf : List.of("01:10.0", "01:10.2", "01:10.6")) {
            image.function(vf, ConfigBuilder.virtualFunction(0x020000));
        }
        byte[] bytes = image.bytes(2);
        HostSnapshot host = read("ecam-0000-00.bin", bytes);
        assertThat(addresses(host))
                .as("01:10.4 is enabled but answers ones throughout; 01:10.6 answers but is not enabled")
                .containsExactly("0000:00:00.0", "0000:00:01.0", "0000:01:00.0", "0000:01:10.0", "0000:01:10.2");
        Topology topology = Enumerator.enumerate(host, Feedback.NONE);
        assertThat(topology.function(FunctionAddress.of("01:10.2"))
                        .orElseThrow()
                        .virtual()
                        .orElseThrow()
                        .index())
                .isEqualTo(1);
        Path file = Files.write(folder.resolve("ecam-0000-00.bin"), bytes);
        assertThat(read(new Source.OnDisk(file))).isEqualTo(host);
    }

    @Test
    void vfsBeyondTheImageOrBeyondTheSegmentAreNotLookedFor() throws Exception {
        ConfigBuilder far = ConfigBuilder.endpoint(1, 1, 0x020000).srIovEnabled(0xffff, 0xffff, 0xffff, 0xffff, 2);
        assertThat(read("ecam-0000-ff.bin", small().function("01:00.0", far).bytes(2))
                        .functions())
                .hasSize(2);
    }

    @Test
    void functionsBeyondTheLastBusAreLeftOut() throws Exception {
        HostSnapshot host = read("ecam-0000-ff.bin", small().bytes(2));
        assertThat(addresses(host)).containsExactly("0000:ff:00.0", "0000:ff:01.0");
        assertThat(host.diagnostics()).extracting(Diagnostic::id).contains("ECAM_BEYOND_BUS_FF");
    }

    /** Old devices decode no function number. */
    @Test
    void aDeviceThatAnswersAsEachOfItsFunctionsIsOne() throws Exception {
        EcamImages image = small();
        for (int function = 0; function < 8; function++) {
            image.function("01:03." + function, ConfigBuilder.device(0x102b, 0x0532, 0x030000));
            image.function(
                    "01:04." + function,
                    ConfigBuilder.device(0x8086, 0x208d, 0x088000).multifunction());
        }
        HostSnapshot host = read("ecam-0000-00.bin", image.bytes(2));
        assertThat(addresses(host)).hasSize(3 + 1 + 8).contains("0000:01:03.0", "0000:01:04.7");
        assertThat(host.diagnostics())
                .extracting(Diagnostic::text)
                .containsExactly("7 places repeat function 0 of a device that has no other and are left out");
    }

    @Test
    void anImageThatWasCutIsReadAsFarAsItGoes() throws Exception {
        byte[] whole = small().bytes(2);
        HostSnapshot host = read("ecam-0000-00.bin", Arrays.copyOf(whole, (1 << 20) + 300));
        assertThat(addresses(host)).hasSize(3);
        assertThat(host.functions().get(2).config().length()).isEqualTo(300);
        assertThat(host.functions().get(2).configSize()).isZero();
        assertThat(host.diagnostics())
                .containsExactly(
                        Diagnostic.of(
                                "DUMP_TRUNCATED", "0000:01:00.0", "The image ends after 300 configuration bytes of it"),
                        Diagnostic.of(
                                "ECAM_TRUNCATED",
                                "The image ends within bus 01, after 0 of its 256 places; it was probably cut while it was"
                                        + " copied"));
        Path file = Files.write(folder.resolve("ecam-0000-00.bin"), Arrays.copyOf(whole, (1 << 20) + 300));
        assertThat(read(new Source.OnDisk(file))).isEqualTo(host);
    }

    @Test
    void moreThanASegmentIsRefused() throws Exception {
        Path file = small().withHoles().sparse(folder.resolve("ecam-0000-00.bin"), 257);
        assertThatThrownBy(() -> read(new Source.OnDisk(file)))
                .isInstanceOf(SnapshotException.class)
                .hasMessage(file + " is longer than the 256 MiB that the configuration space of one segment takes;"
                        + " cut it into one image for each segment.");
    }

    @Test
    void ofAWholeSegmentOnlyTheFunctionsAreRead() throws Exception {
        Path file = small().sparse(folder.resolve("ecam-0000-00.bin"), 256);
        long[] read = new long[1];
        try (EcamPages pages = EcamPages.open(new Source.OnDisk(file), Feedback.NONE)) {
            assertThat(pages.streamed()).isFalse();
            EcamScan scan = new EcamScan();
            assertThat(scan.run(pages)).isTrue();
            assertThat(scan.length()).isEqualTo(256L << 20);
            scan.functions().forEach(f -> read[0] += f.config().length());
        }
        assertThat(read[0]).isEqualTo(256 + 4096 + 4096);
    }

    @Test
    void anImageWithoutFunctionsIsSaidToBeEmpty() throws Exception {
        Source source = new Source.Bytes("empty", new EcamImages().bytes(1));
        assertThatThrownBy(() -> read(source.startingAt(EcamStart.parse("0:0").orElseThrow())))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("empty has no function in it: every place of the image reads as empty.");
    }

    @Test
    void damagedFunctionsBreakNothing() throws Exception {
        byte[] sound = small().function("01:00.0", pf(8, 3))
                .function("01:10.0", ConfigBuilder.virtualFunction(0x020000))
                .bytes(2);
        int[] places = {0, 8, 256, 256 + 0x80};
        Random random = new Random(9);
        for (int round = 0; round < 300; round++) {
            byte[] image = sound.clone();
            for (int i = random.nextInt(12); i >= 0; i--) {
                int at = random.nextInt(random.nextBoolean() ? 0x40 : 0x400);
                image[places[random.nextInt(places.length)] * 4096 + at] = (byte) random.nextInt(256);
            }
            Source source = new Source.Bytes("x", image)
                    .startingAt(EcamStart.parse("0:0").orElseThrow());
            for (HostSnapshot host : new EcamReader().read(source, Feedback.NONE)) {
                assertThat(host.functions()).hasSizeBetween(1, 5);
                Enumerator.enumerate(host, Feedback.NONE);
            }
        }
    }

    /** Each function claims a whole segment of VFs: half a billion places here. */
    @Test
    void aSegmentFullOfGreedyFunctionsIsReadInBoundedTime() throws Exception {
        byte[] page = ConfigBuilder.endpoint(1, 1, 0x020000)
                .multifunction()
                .srIovEnabled(0xffff, 0xffff, 1, 1, 2)
                .build()
                .toBytes();
        byte[] image = new byte[32 << 20];
        for (int at = 0; at < image.length; at += page.length) {
            System.arraycopy(page, 0, image, at, page.length);
        }
        HostSnapshot host = read("ecam-0000-00.bin", image);
        assertThat(host.functions()).hasSize(32 * 256);
        assertThat(Enumerator.enumerate(host, Feedback.NONE).functions())
                .noneMatch(f -> f.virtual().isPresent());
    }

    @Test
    void aFileThatShrinksMeanwhileIsReadAsFarAsItGoes() throws Exception {
        Path file = small().sparse(folder.resolve("ecam-0000-00.bin"), 2);
        try (EcamPages pages = EcamPages.open(new Source.OnDisk(file), Feedback.NONE)) {
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                out.setLength(1 << 19);
            }
            EcamScan scan = new EcamScan();
            assertThat(scan.run(pages)).isTrue();
            assertThat(scan.functions()).hasSize(2);
        }
    }
}
