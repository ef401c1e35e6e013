package ridscope.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ridscope.text.Numbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walk and views against what the newest lspci says about real dumps. */
class LspciFixturesTest {

    private static final Pattern HEADER = Pattern.compile("^((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]) .*");
    private static final Pattern ROW = Pattern.compile("^([0-9a-f]{2,3}):((?: [0-9a-f]{2}){1,16})\\s*$");
    private static final JsonMapper JSON = new JsonMapper();

    private static Path fixtures;

    @BeforeAll
    static void find() {
        String shared = System.getProperty("ridscope.shared", "");
        fixtures = Path.of(shared).resolve("fixtures");
        assumeTrue(
                !shared.isEmpty() && Files.isDirectory(fixtures.resolve("real/hex")),
                "no fixtures: -Dridscope.shared does not name a folder with fixtures/real/hex");
    }

    @TestFactory
    Stream<DynamicTest> agreesWithLspci() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(fixtures.resolve("real/hex"))) {
            files = list.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(20);
        return files.stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> compare(f)));
    }

    @Test
    void mirroredSpaceHasNoExtendedCapabilities() throws IOException {
        ConfigSpace config =
                dump("pciutils__broken-ecaps.txt").values().iterator().next();

        CapabilityList walked = CapabilityWalk.walk(config, 4096);

        assertThat(config.length()).isEqualTo(4096);
        assertThat(walked.capabilities()).isEmpty();
        assertThat(walked.standard()).isEqualTo(CapabilityList.Readable.ABSENT);
        assertThat(walked.extended()).isEqualTo(CapabilityList.Readable.ABSENT);
    }

    @Test
    void pcieFunctionOfWhich256BytesWereDumpedIsUnknownBeyond() throws IOException {
        ConfigSpace config = dump("pciutils__cap-dpc.txt").values().iterator().next();

        assertThat(config.length()).isEqualTo(256);
        assertThat(CapabilityWalk.walk(config).extended()).isEqualTo(CapabilityList.Readable.UNKNOWN);
        assertThat(CapabilityWalk.walk(config, 256).extended()).isEqualTo(CapabilityList.Readable.ABSENT);
    }

    private static void compare(Path file) throws IOException {
        Map<String, ConfigSpace> dump = parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        Path expected = fixtures.resolve("expected/real/hex/" + file.getFileName() + ".functions.jsonl");
        List<String> lines = Files.readAllLines(expected);
        assertThat(lines).isNotEmpty();
        SoftAssertions soft = new SoftAssertions();
        for (String line : lines) {
            JsonNode node = JSON.readTree(line);
            String address = node.get("addr").asString();
            ConfigSpace config = dump.get(address);
            soft.assertThat(config).as(address).isNotNull();
            if (config != null) {
                check(soft, address, node, config);
            }
        }
        soft.assertAll();
    }

    private static void check(SoftAssertions soft, String address, JsonNode node, ConfigSpace config) {
        CapabilityList walked = CapabilityWalk.walk(config);
        soft.assertThat(texts(walked, false)).as(address + " caps").isEqualTo(texts(node.path("caps"), false));
        soft.assertThat(texts(walked, true)).as(address + " ecaps").isEqualTo(texts(node.path("ecaps"), true));
        checkHeader(soft, address, node, config);
        Optional<PciExpress> pcie = Views.pciExpress(config, walked);
        soft.assertThat(pcie.isPresent()).as(address + " pcie").isEqualTo(node.has("pcie"));
        pcie.ifPresent(p -> checkPcie(soft, address, node.get("pcie"), p));
        soft.assertThat(pcie.flatMap(PciExpress::slot).map(s -> s.number() + " " + s.hotplug()))
                .as(address + " slot")
                .isEqualTo(
                        node.has("slot")
                                ? Optional.of(node.get("slot").get("number").asInt() + " "
                                        + node.get("slot").get("HotPlug").asBoolean())
                                : Optional.empty());
        Optional<SrIovCapability> sriov = Views.srIov(config, walked);
        soft.assertThat(sriov.isPresent()).as(address + " sriov").isEqualTo(node.has("sriov"));
        sriov.ifPresent(s -> checkSriov(soft, address, node.get("sriov"), s));
    }

    private static void checkHeader(SoftAssertions soft, String address, JsonNode node, ConfigSpace config) {
        Header header = Views.header(config);
        JsonNode raw = node.get("raw_ids");
        soft.assertThat("%04x %04x %06x %02x %d %s"
                        .formatted(
                                header.vendor().orElseThrow(),
                                header.device().orElseThrow(),
                                header.classCode().orElseThrow(),
                                header.revision().orElseThrow(),
                                header.layout().orElseThrow(),
                                header.multifunction().orElseThrow()))
                .as(address + " header")
                .isEqualTo("%s %s %s %s %d %s"
                        .formatted(
                                raw.get("vendor").asString(),
                                raw.get("device").asString(),
                                raw.get("class").asString(),
                                raw.get("rev").asString(),
                                node.get("header_type").asInt(),
                                node.get("multifunction").asBoolean()));
        String buses = Views.bridge(config)
                .map(b -> b.primary().orElseThrow() + " " + b.secondary() + " " + b.subordinate())
                .orElse("");
        JsonNode bus = node.path("raw_bus");
        soft.assertThat(buses)
                .as(address + " buses")
                .isEqualTo(
                        bus.isMissingNode()
                                ? ""
                                : bus.get("primary").asInt() + " "
                                        + bus.get("secondary").asInt() + " "
                                        + bus.get("subordinate").asInt());
        String subsystem = Views.subsystem(config, CapabilityWalk.walk(config))
                .map("%08x"::formatted)
                .orElse("");
        JsonNode printed = node.path("subsystem");
        soft.assertThat(subsystem)
                .as(address + " subsystem")
                .isEqualTo(
                        printed.size() == 2
                                ? printed.get(0).asString() + printed.get(1).asString()
                                : "");
    }

    private static void checkPcie(SoftAssertions soft, String address, JsonNode node, PciExpress pcie) {
        soft.assertThat(pcie.version())
                .as(address + " version")
                .isEqualTo(node.get("version").asInt());
        JsonNode cap = node.path("lnkcap");
        soft.assertThat(pcie.link().isPresent()).as(address + " link").isEqualTo(!cap.isMissingNode());
        pcie.link().ifPresent(link -> {
            JsonNode status = node.get("lnksta");
            soft.assertThat("%s x%d %s x%d #%d"
                            .formatted(
                                    link.maxSpeed().lspciText(),
                                    link.maxWidth(),
                                    link.speed().lspciText(),
                                    link.width(),
                                    link.portNumber()))
                    .as(address + " link")
                    .isEqualTo("%s %s %s %s #%d"
                            .formatted(
                                    bare(cap.path("speed")),
                                    bare(cap.path("width")),
                                    bare(status.path("speed")),
                                    bare(status.path("width")),
                                    cap.path("port").asInt()));
        });
    }

    /** Without lspci's judgement, as in {@code 16GT/s (downgraded)}. */
    private static String bare(JsonNode text) {
        return text.asString("").replaceAll(" \\(.*", "");
    }

    private static void checkSriov(SoftAssertions soft, String address, JsonNode node, SrIovCapability sriov) {
        soft.assertThat("%d %d %d %d %d %04x"
                        .formatted(
                                sriov.initialVfs(),
                                sriov.totalVfs(),
                                sriov.numVfs(),
                                sriov.firstVfOffset(),
                                sriov.vfStride(),
                                sriov.vfDeviceId()))
                .as(address + " sriov")
                .isEqualTo("%d %d %d %d %d %s"
                        .formatted(
                                node.get("initial").asInt(),
                                node.get("total").asInt(),
                                node.get("num").asInt(),
                                node.get("offset").asInt(),
                                node.get("stride").asInt(),
                                node.get("vf_device").asString()));
    }

    private static List<String> texts(CapabilityList walked, boolean extended) {
        return walked.capabilities().stream()
                .filter(c -> c.extended() == extended)
                .map(c -> "%x %s v%d".formatted(c.offset(), c.idText(), c.version()))
                .toList();
    }

    private static List<String> texts(JsonNode array, boolean extended) {
        List<String> texts = new ArrayList<>();
        for (JsonNode c : array) {
            int version = extended ? c.get("ver").asInt() : 0;
            texts.add("%x %s v%d".formatted(c.get("off").asInt(), c.get("id").asString(), version));
        }
        return texts;
    }

    private static Map<String, ConfigSpace> dump(String name) throws IOException {
        return parse(Files.readAllLines(fixtures.resolve("real/hex/" + name), StandardCharsets.ISO_8859_1));
    }

    /** Just enough of the format for this test: address lines and hex rows; everything else is skipped. */
    private static Map<String, ConfigSpace> parse(List<String> lines) {
        Map<String, ConfigSpace> functions = new LinkedHashMap<>();
        byte[] bytes = new byte[4096];
        String address = null;
        for (String line : lines) {
            Matcher header = HEADER.matcher(line);
            Matcher row = ROW.matcher(line);
            if (header.matches()) {
                address = header.group(1).length() > 7 ? header.group(1) : "0000:" + header.group(1);
                functions.put(address, ConfigSpace.EMPTY);
            } else if (row.matches() && address != null) {
                int at = Numbers.hex(row.group(1)).orElseThrow();
                String[] pairs = row.group(2).trim().split(" ");
                for (int i = 0; i < pairs.length; i++) {
                    bytes[at + i] = (byte) Numbers.hex(pairs[i]).orElseThrow();
                }
                functions.put(address, ConfigSpace.of(bytes, 0, at + pairs.length));
            }
        }
        return functions;
    }
}
