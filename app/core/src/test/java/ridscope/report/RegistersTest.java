package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.config.layout.RegisterLayouts;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.testing.SampleCorpus;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registers in the model and below the tree. */
class RegistersTest {

    private static final RegisterLayouts LAYOUTS = RegisterLayouts.bundled();
    private static final String SATA = "0000:00:1f.2";

    private static JsonNode model(HostSnapshot snapshot) throws IOException {
        StringWriter out = new StringWriter();
        ModelJson.write(topology(snapshot), new SnapshotNamesOnly(), Optional.of(LAYOUTS), out);
        return JsonMapper.shared().readTree(out.toString());
    }

    private static Topology topology(HostSnapshot snapshot) {
        return Enumerator.enumerate(snapshot, Feedback.NONE);
    }

    private static JsonNode function(JsonNode model, String address) {
        for (JsonNode function : model.get("functions")) {
            if (function.get("address").asString().equals(address)) {
                return function;
            }
        }
        throw new AssertionError("no " + address);
    }

    private static String tree(HostSnapshot snapshot, TreeDetail detail) throws IOException {
        StringBuilder out = new StringBuilder();
        TextTree.write(topology(snapshot), List.of(), new SnapshotNamesOnly(), Glyphs.UNICODE, detail, out);
        return out.toString();
    }

    private static final TreeDetail REGISTERS = new TreeDetail(false, false, Optional.of(LAYOUTS), Optional.empty());

    /** MSI and SATA capability of a 256-byte function, as a person checked them. */
    @Test
    void theModelHoldsEveryField() throws Exception {
        JsonNode registers =
                function(model(SampleCorpus.open("qemu-switch")), SATA).get("registers");

        assertThat(registers.get(0).get("header").toString()).isEqualTo("{\"offset\":0,\"name\":\"Type 0 header\"}");
        assertThat(registers).hasSize(3);
        golden(
                "registers.json",
                JsonMapper.shared()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(List.of(registers.get(1), registers.get(2)))
                        + "\n");
    }

    @Test
    void theTextHoldsEveryField() throws Exception {
        String tree = tree(SampleCorpus.open("qemu-switch"), REGISTERS);
        int function = tree.indexOf("─ 00:1f.2");
        int from = tree.lastIndexOf('\n', tree.indexOf("[0x080]", function)) + 1;
        int to = tree.lastIndexOf('\n', tree.indexOf("─ 00:1f.3")) + 1;

        assertThat(tree.substring(function, from))
                .contains("\n│     Type 0 header\n│       0x000 Vendor ID = 0x8086\n")
                .contains("\n│         0x004[2] Bus Master Enable = 0x1 yes\n");
        golden("registers.txt", tree.substring(from, to));
    }

    private static void golden(String name, String actual) throws IOException {
        Path left = Path.of("target", "goldens", name);
        Files.createDirectories(left.getParent());
        Files.writeString(left, actual);
        try (InputStream stream = RegistersTest.class.getResourceAsStream(name)) {
            assertThat(stream)
                    .as("no golden %s; what came out is in %s", name, left)
                    .isNotNull();
            assertThat(actual).isEqualTo(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void withoutTheOptionNothingChanges() throws Exception {
        StringWriter plain = new StringWriter();
        ModelJson.write(topology(FlagshipHost.snapshot()), new SnapshotNamesOnly(), plain);

        assertThat(plain.toString()).doesNotContain("\"registers\"");
        assertThat(tree(FlagshipHost.snapshot(), TreeDetail.USUAL)).doesNotContain("0x000 Vendor ID");
    }

    @Test
    void whatIsNotReadableIsLeftOut() throws Exception {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0xff)
                .unreadable("00:01.0", os -> os.ids(0x8086, 0x1234, 0x020000))
                .build();

        assertThat(function(model(host), "0000:00:01.0").has("registers")).isFalse();

        HostSnapshot cut = new HostBuilder()
                .rootBus(0, 0xff)
                .function(
                        "00:01.0",
                        ConfigBuilder.device(0x8086, 0x1234, 0x020000).length(0x32))
                .build();
        JsonNode rom =
                register(function(model(cut), "0000:00:01.0").get("registers").get(0), "Expansion ROM Base Address");
        assertThat(rom.has("raw")).isFalse();
        assertThat(rom.has("meaning")).isFalse();
        assertThat(rom.get("fields").get(0).has("raw")).isFalse();
        assertThat(rom.get("fields").get(0).get("mask").asString()).isEqualTo("fffff800");
        assertThat(tree(cut, REGISTERS)).contains("0x030 Expansion ROM Base Address = not readable");
    }

    private static JsonNode register(JsonNode part, String name) {
        for (JsonNode register : part.get("registers")) {
            if (register.get("name").asString().equals(name)) {
                return register;
            }
        }
        throw new AssertionError("no " + name);
    }

    /** Every VF is a function of its own here, and each is printed once. */
    @Test
    void vfsAreNotFoldedWhenTheirRegistersAreShown() throws Exception {
        String tree = tree(FlagshipHost.snapshot(), REGISTERS);

        assertThat(tree.split("─ 03:10\\.6 ", -1)).hasSize(2);
        assertThat(tree(FlagshipHost.snapshot(), TreeDetail.USUAL)).doesNotContain("─ 03:10.6 ");
    }
}
