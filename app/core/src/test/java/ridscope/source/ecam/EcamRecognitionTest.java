package ridscope.source.ecam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.PortType;
import ridscope.rid.RoutingId;
import ridscope.source.EcamStart;
import ridscope.source.Head;
import ridscope.source.Recognition;
import ridscope.source.Source;
import ridscope.source.Texts;
import ridscope.testing.ConfigBuilder;

/** An image has no magic number; it must be told from other binary data all the same. */
class EcamRecognitionTest {

    @TempDir
    Path folder;

    private static Recognition recognise(byte[] content) {
        return Texts.recognise(new EcamReader(), content);
    }

    private static Recognition recognise(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new EcamReader().recognise(new Head(new Source.OnDisk(file), false, in.readNBytes(Head.LIMIT)));
        }
    }

    @Test
    void aHostBridgeAtTheBeginningIsEnough() {
        byte[] image = new EcamImages()
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x1234))
                .bytes(1);
        assertThat(recognise(image))
                .isEqualTo(new Recognition(70, "raw image of PCI Express configuration space (ECAM)"));
    }

    @Test
    void functionsFarBehindTheBeginningAreFound() throws IOException {
        EcamImages image = new EcamImages()
                .function("7f:1e.3", ConfigBuilder.device(0x8086, 0x2080, 0x088000))
                .function("80:02.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x2030, 0x80, 0x81, 0x81));
        assertThat(recognise(image.sparse(folder.resolve("a"), 256)).confidence())
                .isPositive();
    }

    @Test
    void aFewBrokenFunctionsAreForgiven() {
        EcamImages image = new EcamImages();
        for (int device = 0; device < 16; device++) {
            image.function(
                    RoutingId.of(0, device << 3),
                    ConfigBuilder.endpoint(0x8086, 0x1000 + device, 0x020000).build());
        }
        byte[] broken = new byte[4096];
        Arrays.fill(broken, (byte) 0x55);
        assertThat(recognise(image.page(RoutingId.of(0, 3), broken).bytes(1)).confidence())
                .isPositive();
        for (int function = 4; function < 7; function++) {
            image.page(RoutingId.of(0, function), broken);
        }
        assertThat(recognise(image.bytes(1)).confidence()).isZero();
    }

    @Test
    void whatTheUserSaysIsBelievedLast() {
        Source source = new Source.Bytes("x", new byte[1 << 20])
                .startingAt(EcamStart.parse("0:0").orElseThrow());
        assertThat(new EcamReader()
                        .recognise(new Head(source, false, new byte[Head.LIMIT]))
                        .confidence())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0xff, 0x01, 0x20, 0x55})
    void aFileOfOneByteAllOverIsNone(int value) {
        byte[] bytes = new byte[2 << 20];
        Arrays.fill(bytes, (byte) value);
        assertThat(recognise(bytes)).isEqualTo(Recognition.NO);
    }

    @Test
    void textIsNone() {
        byte[] text = "00: 86 80 c0 29 03 01 00 00 00 00 00 06 00 00 00 00\n"
                .repeat(40_000)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(recognise(Arrays.copyOf(text, 1 << 20))).isEqualTo(Recognition.NO);
        assertThat(recognise("short".getBytes(StandardCharsets.UTF_8))).isEqualTo(Recognition.NO);
        assertThat(recognise(new byte[0])).isEqualTo(Recognition.NO);
    }

    @Test
    void noiseIsNone() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[1 << 18];
            random.nextBytes(noise);
            assertThat(recognise(noise)).isEqualTo(Recognition.NO);
        }
    }

    /** Each page begins like a function and goes on with noise, or is all noise but for some bytes that are often right. */
    @Test
    void noiseThatBeginsWellIsNone() {
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[1 << 18];
            random.nextBytes(noise);
            for (int page = 0; page < noise.length; page += 4096) {
                noise[page] = (byte) 0x86;
                noise[page + 1] = (byte) 0x80;
                noise[page + 0x0e] = 0;
                noise[page + 5] = 0;
            }
            assertThat(recognise(noise)).isEqualTo(Recognition.NO);
        }
    }

    /** Numbers that count up, as tables and file systems have them. */
    @Test
    void tablesAreNone() {
        for (int width : new int[] {2, 4, 8, 16, 64, 4096}) {
            byte[] bytes = new byte[2 << 20];
            for (int i = 0; i + width <= bytes.length; i += width) {
                int n = i / width;
                bytes[i] = (byte) n;
                bytes[i + 1] = (byte) (n >> 8);
            }
            assertThat(recognise(bytes)).as("width " + width).isEqualTo(Recognition.NO);
        }
    }

    static List<Path> programs() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Programs, libraries, archives and images of other kinds: all files of the Java that runs this. */
    @Test
    void theFilesOfJavaAreNone() throws IOException {
        List<Path> files = programs();
        assertThat(files).hasSizeGreaterThan(30);
        for (Path file : files) {
            assertThat(recognise(file)).as(file.toString()).isEqualTo(Recognition.NO);
        }
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void beginningsOfOtherFormatsAreNone(String name, byte[] beginning) {
        byte[] bytes = Arrays.copyOf(beginning, 1 << 20);
        assertThat(recognise(bytes)).as(name).isEqualTo(Recognition.NO);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> disguises() {
        return Stream.of(
                disguise("ELF", "7f454c46020101000000000000000000 03003e0001000000"),
                disguise("boot sector", "eb63900000000000000000000000000000000000"),
                disguise("GPT", "4546492050415254000001005c000000"),
                disguise("SQLite", "53514c69746520666f726d61742033001000010100402020"),
                disguise("PE", "4d5a90000300000004000000ffff0000b8000000"),
                disguise("bitmap", "424d36000c0000000000360000002800000000040000"),
                disguise("qcow2", "514649fb0000000300000000000000000000000000000010"),
                disguise("core of small numbers", "01000000020000000300000004000000"));
    }

    private static org.junit.jupiter.params.provider.Arguments disguise(String name, String hex) {
        return org.junit.jupiter.params.provider.Arguments.of(
                name, java.util.HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
