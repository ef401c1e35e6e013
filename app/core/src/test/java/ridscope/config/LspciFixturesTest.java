package ridscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walk and views against what the newest lspci says about real dumps. */
class LspciFixturesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @BeforeAll
    static void find() {
        HexDumps.assumePresent();
    }

    @TestFactory
    Stream<DynamicTest> agreesWithLspci() throws IOException {
        List<String> files = HexDumps.names();
        assertThat(files).hasSizeGreaterThan(20);
        return files.stream().map(f -> DynamicTest.dynamicTest(f, () -> compare(f)));
    }

    @Test
    void mirroredSpaceHasNoExtendedCapabilities() throws IOException {
        ConfigSpace config =
                HexDumps.read("pciutils__broken-ecaps.txt").values().iterator().next();

        CapabilityList walked = CapabilityWalk.walk(config, 4096);

        assertThat(config.length()).isEqualTo(4096);
        assertThat(walked.capabilities()).isEmpty();
        assertThat(walked.standard()).isEqualTo(CapabilityList.Walked.ABSENT);
        assertThat(walked.extended()).isEqualTo(CapabilityList.Walked.ABSENT);
    }

    @Test
    void pcieFunctionOfWhich256BytesWereDumpedIsUnknownBeyond() throws IOException {
        ConfigSpace config =
                HexDumps.read("pciutils__cap-dpc.txt").values().iterator().next();

        assertThat(config.length()).isEqualTo(256);
        assertThat(CapabilityWalk.walk(config).extended()).isEqualTo(CapabilityList.Walked.UNKNOWN);
        assertThat(CapabilityWalk.walk(config, 256).extended()).isEqualTo(CapabilityList.Walked.ABSENT);
    }

    private static void compare(String file) throws IOException {
        Map<String, ConfigSpace> dump = HexDumps.read(file);
        Path expected = HexDumps.folder().resolve("expected/real/hex/" + file + ".functions.jsonl");
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
                .hasValue(node.get("version").asInt());
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
                .map(c -> "%x %s v%d"
                        .formatted(c.offset(), c.idText(), c.version().orElseThrow()))
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
}
