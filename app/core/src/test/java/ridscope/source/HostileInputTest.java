package ridscope.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.ConfigSpace;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.ecam.EcamReader;
import ridscope.source.hwloc.HwlocReader;
import ridscope.source.json.JsonSnapshotReader;
import ridscope.source.json.SnapshotWriter;
import ridscope.source.libvirt.LibvirtReader;
import ridscope.source.lspci.LspciTextReader;
import ridscope.source.machine.MachineReader;
import ridscope.testing.ConfigBuilder;

/** Damaged input gives a snapshot or an expected exception; never anything else, and never takes long. */
class HostileInputTest {

    private static final int ROUNDS = 150;
    private static final List<SnapshotReader> READERS = List.of(
            new JsonSnapshotReader(),
            new LspciTextReader(),
            new HwlocReader(),
            new LibvirtReader(),
            new EcamReader(),
            new MachineReader());

    static Stream<byte[]> inputs() throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        SnapshotWriter.write(SnapshotSamples.full(), json);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(json.toByteArray());
        }
        return Stream.of(
                json.toByteArray(),
                packed.toByteArray(),
                dump(),
                beside(HwlocReader.class, "format2.xml"),
                beside(LibvirtReader.class, "console.txt"),
                beside(MachineReader.class, "planned.txt"),
                image());
    }

    private static byte[] beside(Class<?> reader, String name) {
        return Texts.beside(reader, name).getBytes(StandardCharsets.UTF_8);
    }

    /** The first devices of an image of configuration space, a PF with VFs among them. */
    private static byte[] image() {
        byte[] image = new byte[20 * 4096];
        Arrays.fill(image, (byte) 0xff);
        ConfigSpace[] functions = {
            ConfigBuilder.hostBridge(0x8086, 0x1234).build(),
            ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x2030, 0, 1, 1).build(),
            ConfigBuilder.endpoint(0x8086, 0x1528, 0x020000)
                    .srIovEnabled(3, 3, 1, 1, 0x1515)
                    .build()
        };
        int[] places = {0, 8, 16};
        for (int i = 0; i < places.length; i++) {
            byte[] config = functions[i].toBytes();
            System.arraycopy(config, 0, image, places[i] * 4096, config.length);
        }
        System.arraycopy(ConfigBuilder.virtualFunction(0x020000).build().toBytes(), 0, image, 17 * 4096, 64);
        return image;
    }

    private static byte[] dump() {
        StringBuilder text = new StringBuilder();
        for (int bus = 0; bus < 4; bus++) {
            text.append(String.format("10000:%02x:00.0 Host bridge [0600]: A B [8086:29c0] (rev 02)\n", bus));
            text.append("\tSubsystem: Red Hat, Inc. QEMU [1af4:1100]\n\tFlags: NUMA node 0, IOMMU group 3\n");
            for (int row = 0; row < 16; row++) {
                text.append(String.format("%02x: 86 80 c0 29 03 01 00 00 00 00 00 06 00 00 00 %02x\n", row * 16, bus));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void damagedBytes(byte[] input) {
        Random random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damage(input, random);
            READERS.forEach(reader -> survive(reader, damaged));
        }
    }

    @Test
    void damagedRealDumps() throws IOException {
        Fixtures.path("real/odd");
        Random random = new Random(43);
        for (String folder : List.of("real/odd", "real/text")) {
            for (Path file : Fixtures.files(folder)) {
                byte[] input = Files.readAllBytes(file);
                for (int round = 0; round < 50; round++) {
                    survive(new LspciTextReader(), damage(input, random));
                }
            }
        }
    }

    @Test
    void pureNoise() {
        Random random = new Random(44);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[random.nextInt(5000)];
            random.nextBytes(noise);
            READERS.forEach(reader -> survive(reader, noise));
        }
    }

    private static byte[] damage(byte[] input, Random random) {
        byte[] bytes = input.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(30), bytes.length - at);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> Arrays.fill(bytes, at, at + length, (byte) "0\n{[:\"9 ".charAt(random.nextInt(8)));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            }
        }
        return bytes;
    }

    private static void survive(SnapshotReader reader, byte[] input) {
        Source source = new Source.Bytes("damaged", input);
        assertThat(reader.recognise(new Head(source, false, Arrays.copyOf(input, Math.min(input.length, Head.LIMIT))))
                        .confidence())
                .isBetween(0, 100);
        try {
            for (HostSnapshot host : reader.read(source, Feedback.NONE)) {
                assertThat(host.functions()).hasSizeLessThan(100);
                assertThat(host.functions()).allMatch(f -> f.config().length() <= 4096);
                assertThat(Enumerator.enumerate(host, Feedback.NONE).functions())
                        .hasSizeLessThanOrEqualTo(host.functions().size());
            }
        } catch (SnapshotException e) {
            assertThat(e.getMessage()).startsWith("damaged ").endsWith(".");
        }
    }
}
