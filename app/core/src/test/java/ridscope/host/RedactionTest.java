package ridscope.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;
import ridscope.rid.FunctionAddress;
import ridscope.source.SnapshotSamples;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.SampleCorpus;
import ridscope.text.Diagnostic;

/** What names one machine is searched for in the bytes that would be given away. */
class RedactionTest {

    private static final long SERIAL = 0x3cfdfefffeb4c2d1L;
    private static final String MAC = "3c:fd:fe:b4:c2:d1";
    private static final String HOST = "gpu-db7.lab.example";

    /** Each as it could stand in a text; none may be found afterwards, in whatever case. */
    private static final List<String> SECRETS = List.of(
            HOST,
            "gpu-db7",
            "enp59s0f0np0",
            "wlx0011223344ab",
            "mlx5_bond_0",
            MAC,
            "3c-fd-fe-b4-c2-d2",
            "3cfd.feb4.c2d1",
            "3cfdfeb4c2d1",
            "3c-fd-fe-ff-fe-b4-c2-d1",
            "3cfdfefffeb4c2d1",
            "d1c2b4fefffefd3c",
            "d1:c2:b4:fe:ff:fe:fd:3c",
            "00:1b:21:aa:bb:cc:dd:ee",
            "7f3a9c52-1b2d-4e6f-8a9b-0c1d2e3f4a5b",
            "naa.5000c500a1b2c3d4",
            "eui.00253858a1b2c3d4");

    /** Behind a word that says what it is. */
    private static final List<String> SERIALS = List.of("S4CONE0M812345", "VMware-56", "PHLJ9");

    @Test
    void nothingIsLeftOfSecretsInAnyText() throws Exception {
        Random random = new Random(20260612);
        StringBuilder all = new StringBuilder();
        for (int round = 0; round < 40; round++) {
            HostSnapshot planted = full(random);
            all.append(written(planted).toLowerCase(Locale.ROOT));
            String lower = written(Redaction.of(planted)).toLowerCase(Locale.ROOT);
            assertThat(SECRETS).allSatisfy(secret -> assertThat(lower).doesNotContain(secret.toLowerCase(Locale.ROOT)));
            assertThat(SERIALS).allSatisfy(serial -> assertThat(lower).doesNotContain(serial.toLowerCase(Locale.ROOT)));
            assertThat(lower).contains("\"net-1\"", "\"infiniband-1\"");
        }
        String planted = all.toString();
        assertThat(SECRETS).allSatisfy(secret -> assertThat(planted).contains(secret.toLowerCase(Locale.ROOT)));
        assertThat(SERIALS).allSatisfy(serial -> assertThat(planted).contains(serial.toLowerCase(Locale.ROOT)));
    }

    @Test
    void nothingIsLeftOfSerialNumbersInConfigurationBytes() throws Exception {
        byte[] bytes = ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000)
                .dsn(SERIAL)
                .build()
                .toBytes();
        byte[] serial = HexFormat.of().parseHex("d1c2b4fefffefd3c");
        byte[] mac = HexFormat.of().parseHex("3cfdfeb4c2d1");
        byte[] nextMac = HexFormat.of().parseHex("3cfdfeb4c2d2");
        place(bytes, 0xc00, mac);
        place(bytes, 0xc10, reversed(mac));
        place(bytes, 0xc20, nextMac);
        place(bytes, 0xc31, reversed(nextMac));
        place(bytes, 0xd00, serial);
        place(bytes, 0xff8, reversed(serial));
        HostSnapshot host = host(ConfigSpace.of(bytes));
        String before = written(host);
        assertThat(before).contains("d1c2b4fefffefd3c", "3cfdfefffeb4c2d1", "3cfdfeb4c2d1", "d2c2b4fefd3c");
        HostSnapshot redacted = Redaction.of(host);
        assertThat(written(redacted))
                .doesNotContain("b4fefffefd", "fdfefffeb4", "3cfdfe", "fefd3c", "c2d1", "d1c2", "c2d2", "d2c2");
        ConfigSpace config = redacted.functions().get(0).config();
        int at = CapabilityWalk.walk(config).extended(0x0003).orElseThrow().offset();
        assertThat(config.u32(at)).isEqualTo(host.functions().get(0).config().u32(at));
        assertThat(config.u32(at + 4)).isEmpty();
        assertThat(config.u32(at + 8)).isEmpty();
        assertThat(config.u16(0)).hasValue(0x8086);
        assertThat(config.hidden().cardinality()).isEqualTo(8 + 6 + 6 + 6 + 6 + 8 + 8);
        assertThat(config.length()).isEqualTo(4096);
    }

    /** The data registers of VPD and DOE hold the last words that somebody read through them. */
    @Test
    void windowsOntoOtherDataAreShut() {
        ConfigBuilder builder = ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).standardCapability(0x03, 8);
        byte[] bytes = builder.build().toBytes();
        int at = CapabilityWalk.walk(ConfigSpace.of(bytes))
                .standard(0x03)
                .orElseThrow()
                .offset();
        place(bytes, at + 4, "SN12".getBytes(StandardCharsets.US_ASCII));
        ConfigSpace config =
                Redaction.of(host(ConfigSpace.of(bytes))).functions().get(0).config();
        assertThat(config.u16(at)).isPresent();
        assertThat(config.u16(at + 2)).isEmpty();
        assertThat(config.u32(at + 4)).isEmpty();
    }

    /** A number that is none must not empty half the configuration space. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1, 0x0000000000000001L, 0x0101010101010101L})
    void aSerialNumberThatIsNoneIsNotLookedForElsewhere(long serial) {
        ConfigSpace config =
                ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).dsn(serial).build();
        ConfigSpace redacted = Redaction.of(host(config)).functions().get(0).config();
        assertThat(redacted.hidden().cardinality()).isEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("ridscope.testing.SampleCorpus#names")
    void samplesKeepAllElse(String name) throws Exception {
        HostSnapshot host = SampleCorpus.open(name);
        HostSnapshot redacted = Redaction.of(host);
        assertThat(redacted.functions()).hasSameSizeAs(host.functions());
        for (int i = 0; i < host.functions().size(); i++) {
            OsFacts before = host.functions().get(i).os();
            OsFacts after = redacted.functions().get(i).os();
            assertThat(after.identity()).isEqualTo(before.identity());
            assertThat(after.place()).isEqualTo(before.place());
            assertThat(after.link()).isEqualTo(before.link());
            assertThat(after.sriov()).isEqualTo(before.sriov());
            assertThat(after.driver()).isEqualTo(before.driver());
            assertThat(after.names()).isEqualTo(before.names());
            assertThat(after.devices()).hasSameSizeAs(before.devices());
        }
        assertThat(redacted.rootBuses()).isEqualTo(host.rootBuses());
        assertThat(redacted.slots()).isEqualTo(host.slots());
        assertThat(redacted.provenance().host()).isEmpty();
        assertThat(redacted.provenance().kernel()).isEqualTo(host.provenance().kernel());
        assertThat(redacted.diagnostics()).extracting(Diagnostic::id).contains("REDACTED");
        assertThat(Redaction.of(redacted)).isEqualTo(redacted);
    }

    @Test
    void linesOfTheKernelsOwnStayWithoutTheHostsName() {
        List<String> kept = List.of(
                "[    0.412345] pci_bus 0000:00: root bus resource [bus 00-fe]",
                "[    0.412345] pci 0000:00:1f.0: [8086:a30d] type 00 class 0x060100",
                "pcieport 0000:00:01.0: AER: Corrected error received: 0000:01:00.0",
                "ACPI: PCI Root Bridge [PC00] (domain 0000 [bus 00-1f])",
                "kern  :info  : [    1.000000] mlx5_core 0000:3b:00.0: 63.008 Gb/s available PCIe bandwidth, limited by",
                "DMAR: [DMA Read] Request device [3b:00.0] fault addr 0x380000000000 [fault reason 06]",
                "40000000.pcie: ECAM at [mem 0x40000000-0x4fffffff] for [bus 00-ff]");
        List<String> dropped = List.of(
                "[    0.000000] Command line: BOOT_IMAGE=/vmlinuz root=UUID=7f3a pci=realloc",
                "[    0.000000] Kernel command line: pci=realloc hostname=x",
                "[    0.000000] DMI: Dell Inc. PowerEdge/0PCI42, BIOS 1.2",
                "[    2.000000] ixgbe 0000:3b:00.0: Multiqueue Enabled: Rx Queue count = 32, MAC: 5",
                "[    2.000000] nvme nvme0: pci function 0000:5e:00.0",
                "[    2.000000] megaraid_sas 0000:18:00.0: FW serial 12345",
                "[    3.000000] r8169 0000:02:00.0 enp2s0: renamed from eth0 by pci");
        List<String> lines = new ArrayList<>(kept);
        lines.addAll(dropped);
        lines.add("Nov 24 13:44:01 otherhost kernel: pci 0000:00:02.0: enabling Extended Tags");
        lines.add("2026-11-24T13:44:01+0100 otherhost kernel: [    0.5] pci_bus 0000:01: on NUMA node 1");
        HostSnapshot redacted = Redaction.of(
                new HostSnapshot(Provenance.of("sysfs"), List.of(), List.of(), lines, List.of(), List.of(), List.of()));
        List<String> expected = new ArrayList<>(kept);
        expected.add("pci 0000:00:02.0: enabling Extended Tags");
        expected.add("[    0.5] pci_bus 0000:01: on NUMA node 1");
        assertThat(redacted.bootLog()).containsExactlyElementsOf(expected);
        assertThat(BootLog.parse(redacted.bootLog()).rootBuses()).hasSize(2);
    }

    private static HostSnapshot host(ConfigSpace config) {
        return new HostSnapshot(
                Provenance.of("live"),
                List.of(),
                List.of(new FunctionRecord(FunctionAddress.of("0000:3b:00.0"), config, 4096, OsFacts.NONE)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A snapshot that uses every field, with secrets in every text of it. */
    private static HostSnapshot full(Random random) throws ReflectiveOperationException {
        HostSnapshot all = SnapshotSamples.full();
        OsFacts devices = new OsFactsBuilder()
                .osDevice("net", "enp59s0f0np0")
                .osDevice("net", "wlx0011223344ab")
                .osDevice("infiniband", "mlx5_bond_0")
                .build();
        List<FunctionRecord> functions = new ArrayList<>();
        for (FunctionRecord function : all.functions()) {
            functions.add((FunctionRecord) planted(function, random));
        }
        functions.add(new FunctionRecord(
                FunctionAddress.of("20000:00:00.0"),
                ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).dsn(SERIAL).build(),
                4096,
                devices));
        HostSnapshot planted = (HostSnapshot) planted(all, random);
        Provenance p = planted.provenance();
        return new HostSnapshot(
                new Provenance(
                        p.kind(),
                        Optional.of(HOST),
                        p.kernel(),
                        p.capturedAt(),
                        p.tool(),
                        p.privileged(),
                        p.thisMachine()),
                planted.rootBuses(),
                functions,
                planted.bootLog(),
                planted.slots(),
                planted.numaNodes(),
                planted.diagnostics());
    }

    /** A copy of a tree of records in which every text has a secret in it. */
    private static Object planted(Object value, Random random) throws ReflectiveOperationException {
        if (value instanceof String text) {
            return text + between(random) + secret(random) + between(random);
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? Optional.of(planted(optional.get(), random)) : optional;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object element : list) {
                copy.add(planted(element, random));
            }
            return copy;
        }
        if (value instanceof SortedMap<?, ?> map) {
            return new TreeMap<>(map);
        }
        if (!(value instanceof Record) || value instanceof FunctionAddress) {
            return value;
        }
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            arguments[i] = planted(accessor.invoke(value), random);
        }
        Constructor<?> constructor = value.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static String secret(Random random) {
        if (random.nextInt(4) == 0) {
            String[] called = {"Serial Number: ", "serial=", "Serial no. ", "S/N: ", "SN ", "Device Serial Number "};
            return called[random.nextInt(called.length)] + SERIALS.get(random.nextInt(SERIALS.size()));
        }
        String secret = SECRETS.get(random.nextInt(SECRETS.size()));
        return random.nextInt(3) == 0 ? secret.toUpperCase(Locale.ROOT) : secret;
    }

    private static String between(Random random) {
        String[] between = {" ", "/", "(", "\"", ", ", "=", "\t", ": "};
        return between[random.nextInt(between.length)];
    }

    private static String written(HostSnapshot host) throws java.io.IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnapshotWriter.write(host, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void place(byte[] bytes, int at, byte[] what) {
        System.arraycopy(what, 0, bytes, at, what.length);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
