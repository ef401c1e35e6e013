package ridscope.source.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;
import ridscope.config.PciExpress;
import ridscope.config.PortType;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.config.Views;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.RootBus;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.report.Glyphs;
import ridscope.report.TextTree;
import ridscope.rid.Segment;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.source.Head;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.Texts;
import ridscope.text.Diagnostic;
import ridscope.topology.Topology;

/** Described machines: what their registers say, how they are numbered, and what is said of a wrong text. */
class MachineReaderTest {

    private static final String FIRST = "ridscope machine 1\n";
    private static final String PLANNED = Texts.beside(MachineReaderTest.class, "planned.txt");

    private static final String TREE = """
            host rack node v3 · source machine by description, not a real machine
            9 functions · 6 bridges · 1 switch · 0 VFs of 64 possible · 1,024 SDIs · 1 segment
            source tells no IOMMU groups, drivers

            0000:00 [00-3f] host bridge · NUMA node 0
            ├─ 00:01.0 [01-05] root port · hot-plug slot 3 · Device unknown
            │  └─ 01:00.0 [02-05] upstream port · 32 GT/s x16 · PEX
            │     ├─ 02:00.0 [03-03] downstream port · Device unknown
            │     │  └─ 03:00.0 endpoint · 16 GT/s x8 · Ethernet controller: E810
            │     │     └─ 64 VFs 03:01.0–03:08.7 · 0 enabled
            │     ├─ 02:01.0 [04-04] downstream port · hot-plug slot 1, empty · Device unknown
            │     └─ 02:02.0 [05-05] downstream port · hot-plug slot 2, empty · Device unknown
            └─ 00:02.0 [10-1f] root port · Device unknown
               ├─ 10:00.0 endpoint · 32 GT/s x4 · Non-Volatile memory controller: SSD
               │  └─ 1,024 SDIs 10:00.1–14:00.0 · 1 claimed by others too
               └─ 10:00.1 endpoint · Non-Volatile memory controller: Device 144d:a827

            1 diagnostic
              MACHINE_DESCRIBED: This is a machine that somebody described, not a real one; bus numbers that the\
             description leaves open are given out densely, with none reserved for VFs, SDIs or cards to come
            """;

    @Test
    void aPlannedMachineLooksLikeAnyOther() throws Exception {
        Topology topology = Enumerator.enumerate(host(PLANNED), Feedback.NONE);
        List<IovPlacement> placements = topology.segments().stream()
                .flatMap(segment -> RidMap.of(topology, segment).placements().stream())
                .toList();
        StringBuilder tree = new StringBuilder();
        TextTree.write(topology, placements, new StandardDeviceNames(PciIds.EMPTY), Glyphs.UNICODE, tree);
        assertThat(tree.toString()).isEqualTo(TREE);
    }

    /** What the README shows is read without a mistake. */
    @Test
    void theExampleOfTheReadmeIsSound() throws Exception {
        String readme =
                Files.readString(Path.of(System.getProperty("ridscope.samples")).resolveSibling("README.md"));
        int start = readme.indexOf(FIRST);
        assertThat(start).isPositive();
        HostSnapshot host = host(readme.substring(start, readme.indexOf("```", start)));
        assertThat(ids(host)).containsExactly("MACHINE_DESCRIBED");
        assertThat(host.functions()).hasSizeGreaterThan(5);
    }

    @Test
    void whatTheHostItselfSays() throws Exception {
        HostSnapshot host = host(PLANNED + "host-bridge 10000:e0\n  device class nvme\n");
        assertThat(host.provenance().kind()).isEqualTo("machine");
        assertThat(host.provenance().host()).hasValue("rack node v3");
        assertThat(host.provenance().tool()).hasValue("description, not a real machine");
        assertThat(host.rootBuses()).extracting(RootBus::toString).hasSize(2);
        assertThat(host.rootBuses().get(0).end()).hasValue(0x3f);
        assertThat(host.rootBuses().get(1).end()).hasValue(0xff);
        assertThat(host.numaNodes()).containsExactly(new NumaNode(0, Optional.empty()));
        assertThat(host.functions())
                .last()
                .extracting(f -> f.address().toString())
                .isEqualTo("10000:e0:01.0");
    }

    @Test
    void registersOfPorts() throws Exception {
        Map<String, FunctionRecord> functions = byAddress(host(PLANNED));
        Seen root = views(functions.get("00:01.0"));
        PciExpress express = root.express().orElseThrow();
        assertThat(express.type()).hasValue(PortType.ROOT_PORT);
        assertThat(express.slot()).hasValue(new PciExpress.SlotRegisters(3, true, true));
        assertThat(express.link().orElseThrow().width()).isEqualTo(16);
        assertThat(express.link().orElseThrow().active()).hasValue(true);
        assertThat(express.control2().orElseThrow().ariForwardingSupported()).isTrue();
        assertThat(express.control2().orElseThrow().ariForwardingEnabled()).isFalse();
        assertThat(root.acs()).isEmpty();
        Seen port = views(functions.get("02:00.0"));
        assertThat(port.acs().map(a -> a.satisfies(AcsCapability.ISOLATION))).hasValue(true);
        assertThat(port.express().orElseThrow().control2().orElseThrow().ariForwardingEnabled())
                .isTrue();
        Seen bay = views(functions.get("02:01.0"));
        assertThat(bay.express().orElseThrow().slot()).hasValue(new PciExpress.SlotRegisters(1, true, false));
        assertThat(bay.express().orElseThrow().link().orElseThrow().width()).isZero();
        assertThat(bay.express().orElseThrow().link().orElseThrow().maxWidth()).isEqualTo(8);
        assertThat(bay.express().orElseThrow().link().orElseThrow().active()).hasValue(false);
        ConfigSpace nameless = functions.get("02:01.0").config();
        assertThat(nameless.u16(0)).as("nobody said which maker").isEmpty();
        assertThat(nameless.u8(0x0b)).hasValue(0x06);
        assertThat(nameless.length()).isEqualTo(4096);
    }

    @Test
    void registersOfDevices() throws Exception {
        Map<String, FunctionRecord> functions = byAddress(host(PLANNED));
        Seen nic = views(functions.get("03:00.0"));
        assertThat(nic.sriov().orElseThrow().totalVfs()).isEqualTo(64);
        assertThat(nic.sriov().orElseThrow().initialVfs()).isEqualTo(64);
        assertThat(nic.sriov().orElseThrow().firstVfOffset()).isEqualTo(8);
        assertThat(nic.sriov().orElseThrow().vfStride()).isEqualTo(1);
        assertThat(nic.sriov().orElseThrow().vfDeviceId()).isEqualTo(0x1592);
        assertThat(nic.sriov().orElseThrow().enabled()).isFalse();
        assertThat(nic.sriov().orElseThrow().ariHierarchy()).isTrue();
        assertThat(nic.ari()).isPresent();
        assertThat(nic.express().orElseThrow().link().orElseThrow().speed().generation())
                .isEqualTo(4);
        Seen ssd = views(functions.get("10:00.0"));
        assertThat(ssd.siov().orElseThrow().totalSdis()).isEqualTo(1024);
        assertThat(ssd.siov().orElseThrow().firstSdiOffset()).isEqualTo(1);
        assertThat(ssd.sriov()).isEmpty();
        ConfigSpace config = functions.get("10:00.0").config();
        assertThat(config.u16(0)).hasValue(0x144d);
        assertThat(config.u8(0x0e)).as("multifunction").hasValue(0x80);
        assertThat(config.u8(0x09)).as("programming interface").hasValue(0x02);
        assertThat(functions.get("10:00.1").config().u16(0x0a)).hasValue(0x0108);
    }

    /** Whatever says nothing of its offset comes behind the functions and each other. */
    @Test
    void vfsAndSdisBesideEachOther() throws Exception {
        Map<String, FunctionRecord> functions = byAddress(host(FIRST + """
                host-bridge 00-1f
                  root-port ari
                    device ari vfs 10 sdis 300
                      function vfs 5 stride 2
                      function 9
                """));
        assertThat(functions.keySet()).containsExactlyInAnyOrder("00:01.0", "01:00.0", "01:00.1", "01:01.1");
        Seen first = views(functions.get("01:00.0"));
        assertThat(first.sriov().orElseThrow().firstVfOffset()).isEqualTo(10);
        assertThat(first.siov().orElseThrow().firstSdiOffset()).isEqualTo(20);
        assertThat(first.ari().orElseThrow().nextFunction()).isEqualTo(1);
        Seen second = views(functions.get("01:00.1"));
        assertThat(second.sriov().orElseThrow().firstVfOffset()).isEqualTo(319);
        assertThat(second.sriov().orElseThrow().ariHierarchy()).isFalse();
        assertThat(second.ari().orElseThrow().nextFunction()).isEqualTo(9);
    }

    /**
     * @param why for the test's name
     * @param text below the first line
     * @param buses bridges with their buses, and everything else
     * @param mistakes line and a part of the sentence
     */
    record Numbering(String why, String text, String buses, List<String> mistakes) {
        @Override
        public String toString() {
            return why;
        }
    }

    static Stream<Numbering> numberings() {
        return Stream.of(
                new Numbering(
                        "densely, depth first",
                        "host-bridge 00-ff\n root-port\n  switch\n   port times 2\n    device\n root-port\n  device\n",
                        "00:01.0[01-04] 01:00.0[02-04] 02:00.0[03-03] 03:00.0 02:01.0[04-04] 04:00.0 00:02.0[05-05] 05:00.0",
                        List.of()),
                new Numbering(
                        "given ones stay, and what comes behind counts on",
                        "host-bridge 00-ff\n root-port bus 10-1f\n root-port bus 30\n  device\n root-port\n",
                        "00:01.0[10-1f] 00:02.0[30-30] 30:00.0 00:03.0[31-31]",
                        List.of()),
                new Numbering(
                        "one that is used already",
                        "host-bridge 00-ff\n root-port bus 10-1f\n root-port bus 18\n",
                        "00:01.0[10-1f] 00:02.0[20-20]",
                        List.of("line 4: bus 18 is used before; the root-port gets 20")),
                new Numbering(
                        "beyond the host bridge",
                        "host-bridge 00-02\n root-port bus 01-0f\n root-port times 3\n  device\n",
                        "00:01.0[01-02] 00:02.0[00-00] 00:03.0[00-00] 00:04.0[00-00]",
                        List.of(
                                "line 3: bus 0f lies behind 02",
                                "line 4: no bus number is left up to 02 for a root-port; what is below it is left out")),
                new Numbering(
                        "less than it needs",
                        "host-bridge 00-ff\n root-port bus 01-03\n  switch\n   port times 3\n    device\n root-port\n",
                        "00:01.0[01-03] 01:00.0[02-03] 02:00.0[03-03] 03:00.0 02:01.0[00-00] 02:02.0[00-00] 00:02.0[04-04]",
                        List.of("line 5: no bus number is left up to 03 for a port")),
                new Numbering(
                        "places",
                        "host-bridge 00-ff\n device 1f.0\n device 02.0\n root-port 02.1\n root-port 02.0\n root-port times 2\n",
                        "00:1f.0 00:02.0 00:02.1[01-01] 00:01.0[02-02] 00:03.0[03-03]",
                        List.of("line 6: the place 02.0 is taken; the first counts")),
                new Numbering(
                        "more ports than devices on a bus",
                        "host-bridge 00-ff\n root-port\n  switch\n   port times 34\n",
                        "…",
                        List.of()),
                new Numbering(
                        "two segments",
                        "host-bridge 00-0f\n root-port\nhost-bridge 0001:00-0f\n root-port\n",
                        "00:01.0[01-01] 00:01.0[01-01]",
                        List.of()),
                new Numbering(
                        "two host bridges with the same buses",
                        "host-bridge 00-0f\n root-port\nhost-bridge 0f-1f\n root-port\n",
                        "00:01.0[01-01]",
                        List.of("line 4: the buses [0f-1f] are in part those of another host-bridge")));
    }

    @ParameterizedTest
    @MethodSource("numberings")
    void numbering(Numbering numbering) throws Exception {
        HostSnapshot host = host(FIRST + numbering.text());
        if (numbering.buses().equals("…")) {
            assertThat(byAddress(host)).hasSize(36).containsKeys("02:1f.0", "02:00.1", "02:01.1");
            assertThat(byAddress(host).get("02:00.0").config().u8(0x0e)).hasValue(0x81);
        } else {
            List<String> expected = List.of(numbering.buses().split(" "));
            assertThat(host.functions().stream().map(MachineReaderTest::buses))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(mistakes(host)).hasSameSizeAs(numbering.mistakes());
        for (int i = 0; i < numbering.mistakes().size(); i++) {
            assertThat(mistakes(host).get(i)).startsWith(numbering.mistakes().get(i));
        }
    }

    private static String buses(FunctionRecord f) {
        ConfigSpace c = f.config();
        return f.address().rid()
                + (c.u8(0x0e).getAsInt() % 128 == 1
                        ? String.format(
                                "[%02x-%02x]", c.u8(0x19).getAsInt(), c.u8(0x1a).getAsInt())
                        : "");
    }

    static Stream<String> wrong() {
        return Stream.of(
                "root-portt|'root-portt' is not known; root-port or device is expected below the host-bridge of line 2",
                "port|a port cannot stand below the host-bridge of line 2; root-port or device is expected",
                "root-port x7|'x7' is not known; a root-port may have",
                "root-port gen8|'gen8' is not known",
                "root-port vfs 3|'vfs' is not known; a root-port may have",
                "root-port slot|slot takes a number from 0 to 8191, not ''",
                "root-port slot 8192|slot takes a number from 0 to 8191, not '8192'",
                "root-port times 0|times takes a number from 1 to 256, not '0'",
                "root-port bus 20-10|bus takes one bus or a range from low to high in hex, such as 10 or 10-1f",
                "root-port hotplug hotplug|'hotplug' says again what this line has said; the first counts",
                "device class disk|class takes four or six hex digits or one of accelerator, ",
                "device offset 3|offset belongs behind vfs or sdis",
                "device vfs 3 stride 0|stride takes a number from 1 to 65535, not '0'",
                "device vfs 3 vf-device 12|vf-device takes four hex digits, not '12'",
                "device 00.1\n    function|the functions of this device do not fit at 00.1",
                "device\n    function 8|a device has functions 0 to 7 unless it says ari, so there is no function 8",
                "device\n    function 1\n    function 1|function 1 is described twice; the first counts",
                "device\n    device|a device cannot stand below the device of line 3; function is expected",
                "root-port\n    device\n    switch|a second switch cannot stand below the root-port of line 3",
                "device vfs 65535 sdis 3|the SDIs of function 0 would start at offset 65536, which has more than 16 bits");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void mistakesAreSaidAndTheRestCounts(String row) throws Exception {
        String[] parts = row.split("\\|");
        HostSnapshot host = host(FIRST + "host-bridge 00-0f\n  " + parts[0] + "\n  root-port 1e.0\n");
        assertThat(mistakes(host)).hasSize(1);
        String line = "line " + (2 + parts[0].lines().count());
        assertThat(mistakes(host).get(0))
                .startsWith((parts[0].startsWith("device 00.1") || parts[0].startsWith("device vfs 65535")
                                ? "line 3"
                                : line)
                        + ": " + parts[1]);
        assertThat(byAddress(host)).containsKey("00:1e.0");
    }

    @Test
    void whatIsBelowAWrongLineIsLeftOutWithIt() throws Exception {
        HostSnapshot host = host(FIRST + "host-bridge 00-0f\n  bridge\n    device\n      function x\n  root-port\n");
        assertThat(mistakes(host)).hasSize(1);
        assertThat(byAddress(host)).containsOnlyKeys("00:01.0");
    }

    @Test
    void veryManyMistakesAreNotAllSaid() throws Exception {
        HostSnapshot host = host(FIRST + "host-bridge 00-0f\n  root-port\n" + "nonsense\n".repeat(10_000));
        assertThat(host.diagnostics()).hasSize(102);
        assertThat(host.diagnostics().get(101).text()).isEqualTo("There are more mistakes than these 100");
    }

    @Test
    void nothingToShow() {
        assertThatThrownBy(() -> host(FIRST))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("text describes no function; it needs a line such as `host-bridge 0000:00-3f`"
                        + " with a root-port below it.");
        assertThatThrownBy(() -> host(FIRST + "\nroot-port\n"))
                .hasMessage("text describes no function: in line 3 a root-port cannot stand at the outermost level;"
                        + " host-bridge is expected at the outermost level.");
        assertThatThrownBy(() -> host("ridscope machine 2\n"))
                .hasMessage("text is a description of a machine in version 2; this RIDscope reads version 1.");
    }

    @Test
    void tooMuchIsRefused() throws Exception {
        Records records = new Records("text", 2);
        Element element = new Element(Kind.DEVICE, 1);
        Place place = new Place(Segment.ZERO, 0, 0, OptionalInt.empty(), Optional.empty(), Optional.empty());
        records.add(place, 0, element, new Registers(0, element));
        records.add(place, 1, element, new Registers(0, element));
        assertThatThrownBy(() -> records.add(place, 2, element, new Registers(0, element)))
                .hasMessage("text describes more than 2 functions.");
    }

    @Test
    void itIsRecognisedByItsFirstWords() {
        for (String text :
                List.of(FIRST, "# a plan\n\n" + FIRST, "\ufeff> " + FIRST, "```\r\nridscope machine 1\r\n")) {
            assertThat(confidence(text)).as(text).isEqualTo(100);
        }
        for (String text : List.of("", "ridscope machine\n", "my ridscope machine 1\n", "words\n" + FIRST, "{}")) {
            assertThat(confidence(text)).as(text).isZero();
        }
    }

    private static int confidence(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new MachineReader()
                .recognise(new Head(new Source.Bytes("text", bytes), false, bytes))
                .confidence();
    }

    @Test
    void asItWasMailed() throws Exception {
        HostSnapshot expected = host(PLANNED);
        String quoted = PLANNED.lines().map(line -> "> " + line + "\r\n").collect(Collectors.joining());
        assertThat(host(quoted)).isEqualTo(expected);
        assertThat(host("```\n" + PLANNED + "```\nRegards, someone\n")).isEqualTo(expected);
        assertThat(host(PLANNED.replace("  ", "\t"))).isEqualTo(expected);
    }

    /** Lines moved, doubled, cut and changed: whatever comes out has no address twice and can be enumerated. */
    @Test
    void damage() throws Exception {
        Random random = new Random(20261124);
        String[] words = (PLANNED + " times 256 bus ff 00-ff function 255 ari sdis 65535").split("\\s+");
        for (int round = 0; round < 150; round++) {
            List<String> lines = new ArrayList<>(PLANNED.lines().toList());
            for (int i = random.nextInt(8); i >= 0; i--) {
                int at = 1 + random.nextInt(lines.size() - 1);
                String line = lines.get(at);
                switch (random.nextInt(4)) {
                    case 0 -> lines.add(1 + random.nextInt(lines.size() - 1), line);
                    case 1 -> lines.set(at, line + " " + words[random.nextInt(words.length)]);
                    case 2 -> lines.set(at, line.substring(random.nextInt(line.length() + 1)));
                    default -> lines.set(at, " ".repeat(random.nextInt(12)) + line.strip());
                }
            }
            valid(String.join("\n", lines));
        }
    }

    private static void valid(String text) {
        try {
            HostSnapshot host = host(text);
            assertThat(host.functions())
                    .as(text)
                    .extracting(FunctionRecord::address)
                    .doesNotHaveDuplicates();
            Enumerator.enumerate(host, Feedback.NONE);
        } catch (SnapshotException e) {
            assertThat(e.getMessage()).as(text).endsWith(".");
        }
    }

    private static HostSnapshot host(String text) throws SnapshotException {
        List<HostSnapshot> hosts = new SnapshotOpener()
                .open(new Source.Bytes("text", text.getBytes(StandardCharsets.UTF_8)), Feedback.NONE)
                .hosts();
        assertThat(hosts).hasSize(1);
        return hosts.get(0);
    }

    private static List<String> ids(HostSnapshot host) {
        return host.diagnostics().stream().map(Diagnostic::id).toList();
    }

    private static List<String> mistakes(HostSnapshot host) {
        return host.diagnostics().stream()
                .filter(d -> d.subject().isPresent())
                .map(d -> d.subject().get() + ": " + d.text())
                .toList();
    }

    private static Map<String, FunctionRecord> byAddress(HostSnapshot host) {
        return host.functions().stream()
                .collect(Collectors.toMap(f -> f.address().rid().toString(), f -> f));
    }

    private record Seen(
            Optional<PciExpress> express,
            Optional<SrIovCapability> sriov,
            Optional<SiovCapability> siov,
            Optional<AriCapability> ari,
            Optional<AcsCapability> acs) {}

    private static Seen views(FunctionRecord function) {
        ConfigSpace config = function.config();
        CapabilityList list = CapabilityWalk.walk(config);
        assertThat(list.diagnostics()).isEmpty();
        return new Seen(
                Views.pciExpress(config, list),
                Views.srIov(config, list),
                Views.siov(config, list),
                Views.ari(config, list),
                Views.acs(config, list));
    }
}
