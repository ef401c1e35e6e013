package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.text.Diagnostic;
import ridscope.topology.Topology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract that scripts rely on: keys, spelling of numbers and ids, order. */
class ModelJsonTest {

    @Test
    void theHeadSaysSchemaVersionAndOrigin() throws Exception {
        JsonNode model = model(FlagshipHost.snapshot());

        assertThat(keys(model))
                .containsExactly("schema", "version", "provenance", "segments", "functions", "slots", "diagnostics");
        assertThat(model.get("schema").asString()).isEqualTo("ridscope-topology");
        assertThat(model.get("version").asInt()).isEqualTo(1);
        assertThat(model.get("provenance").toString())
                .isEqualTo("{\"kind\":\"lspci-hex\",\"host\":\"server-a\",\"kernel\":\"6.18.2\","
                        + "\"capturedAt\":\"2026-11-20T09:30:00Z\",\"privileged\":true}");
        assertThat(model.get("segments").toString())
                .isEqualTo("[{\"segment\":0,\"rootBuses\":[{\"bus\":0,\"end\":63,\"endAssumed\":false},"
                        + "{\"bus\":64,\"end\":95,\"endAssumed\":false}]}]");
    }

    @Test
    void aPortHasBridgeRegistersAndLink() throws Exception {
        JsonNode port = function(model(FlagshipHost.snapshot()), "0000:02:00.0");

        assertThat(port.get("rid").asInt()).isEqualTo(512);
        assertThat(port.get("parent").asString()).isEqualTo("0000:01:00.0");
        assertThat(port.get("rootBus").asInt()).isZero();
        assertThat(port.get("role").asString()).isEqualTo("downstream-port");
        assertThat(port.get("bridge").toString()).isEqualTo("{\"primary\":2,\"secondary\":3,\"subordinate\":3}");
        assertThat(port.get("link").toString())
                .isEqualTo("{\"maxSpeed\":\"32GT/s\",\"maxWidth\":16,\"speed\":\"16GT/s\",\"width\":8}");
        assertThat(port.get("headerType").asInt()).isEqualTo(1);
        assertThat(port.get("configBytes").asInt()).isEqualTo(4096);
    }

    @Test
    void aPfHasSriovAndAVfNamesItsPf() throws Exception {
        JsonNode model = model(FlagshipHost.snapshot());
        JsonNode pf = function(model, "0000:03:00.0");

        assertThat(pf.get("sriov").toString())
                .isEqualTo("{\"enabled\":true,\"initialVfs\":64,\"totalVfs\":64,\"numVfs\":8,\"firstVfOffset\":128,"
                        + "\"vfStride\":2,\"vfDevice\":\"1889\",\"ariHierarchy\":true}");
        assertThat(pf.get("multifunction").asBoolean()).isTrue();
        assertThat(pf.get("slot").asString()).isEqualTo("5");
        assertThat(pf.get("driver").asString()).isEqualTo("ice");
        assertThat(pf.get("iommuGroup").asInt()).isEqualTo(6);
        assertThat(pf.get("numaNode").asInt()).isZero();
        JsonNode vf = function(model, "0000:03:10.6");
        assertThat(vf.get("physicalFunction").asString()).isEqualTo("0000:03:00.0");
        assertThat(vf.get("virtualFunctionIndex").asInt()).isEqualTo(3);
        assertThat(vf.get("vendor").asString()).isEqualTo("8086");
        assertThat(vf.get("device").asString()).isEqualTo("1889");
    }

    @Test
    void aSlotIsOnItsPortAndOnWhatSitsInIt() throws Exception {
        JsonNode model = model(FlagshipHost.snapshot());

        assertThat(function(model, "0000:02:00.0").get("slot").asString()).isEqualTo("5");
        assertThat(function(model, "0000:03:00.0").get("slot").asString()).isEqualTo("5");
        assertThat(function(model, "0000:02:02.0").get("slot").asString()).isEqualTo("7");
        assertThat(function(model, "0000:02:01.0").has("slot")).isFalse();
    }

    @Test
    void namesAreExtraKeys() throws Exception {
        HostBuilder host = new HostBuilder()
                .function(
                        "00:01.0",
                        ConfigBuilder.device(0x8086, 0x1592, 0x020000),
                        os -> os.names("Intel Corporation", "E810-C"));
        StringWriter out = new StringWriter();
        ModelJson.write(Enumerator.enumerate(host.build(), Feedback.NONE), new StandardDeviceNames(PciIds.EMPTY), out);

        JsonNode function = function(new JsonMapper().readTree(out.toString()), "0000:00:01.0");

        assertThat(function.get("className").asString()).isEqualTo("Ethernet controller");
        assertThat(function.get("vendorName").asString()).isEqualTo("Intel Corporation");
        assertThat(function.get("deviceName").asString()).isEqualTo("E810-C");
    }

    @Test
    void idsAreHexAndPadded() throws Exception {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function(
                        "00:01.0",
                        ConfigBuilder.device(0x00ab, 0x000c, 0x010802)
                                .subsystem(0x1, 0x2)
                                .revision(7));

        JsonNode function = function(model(host.build()), "0000:00:01.0");

        assertThat(function.get("vendor").asString()).isEqualTo("00ab");
        assertThat(function.get("device").asString()).isEqualTo("000c");
        assertThat(function.get("class").asString()).isEqualTo("0108");
        assertThat(function.get("progIf").asString()).isEqualTo("02");
        assertThat(function.get("revision").asString()).isEqualTo("07");
        assertThat(function.get("subsystemVendor").asString()).isEqualTo("0001");
        assertThat(function.get("subsystemDevice").asString()).isEqualTo("0002");
    }

    @Test
    void capabilityIdsHaveTwoDigitsExtendedOnesFour() throws Exception {
        JsonNode capabilities =
                function(model(FlagshipHost.snapshot()), "0000:0c:00.0").get("capabilities");

        assertThat(capabilities.toString())
                .contains("{\"extended\":false,\"id\":\"10\",\"offset\":")
                .contains("{\"extended\":true,\"id\":\"0038\",\"offset\":512,\"version\":1,\"name\":\"SIOV\"}");
    }

    @Test
    void sdisThatHaveAnAddressAreNamedAndOthersAreNot() throws Exception {
        assertThat(siov("0c:00.0", 512, 1, 1).toString())
                .isEqualTo("{\"totalSdis\":512,\"firstSdiOffset\":1,\"sdiStride\":1,\"active\":false,\"usable\":true,"
                        + "\"firstSdi\":\"0000:0c:00.1\",\"lastSdi\":\"0000:0e:00.0\"}");
        JsonNode overflowing = siov("f0:00.0", 1024, 256, 4);
        assertThat(overflowing.get("firstSdi").asString()).isEqualTo("0000:f1:00.0");
        assertThat(overflowing.has("lastSdi")).isFalse();
        JsonNode unusable = siov("0c:00.0", 8, 0, 1);
        assertThat(unusable.get("usable").asBoolean()).isFalse();
        assertThat(unusable.has("firstSdi")).isFalse();
    }

    @Test
    void whatIsUnknownIsLeftOut() throws Exception {
        HostBuilder host = new HostBuilder()
                .provenance(Provenance.of("sysfs"))
                .unreadable("00:01.0", os -> os.ids(0x8086, 0x1234, 0x020000));

        JsonNode model = model(host.build());

        assertThat(keys(model.get("provenance"))).containsExactly("kind");
        assertThat(keys(model.get("functions").get(0)))
                .containsExactly("address", "rid", "rootBus", "vendor", "device", "class", "progIf", "configBytes");
    }

    @Test
    void largeSegmentsAreUnsignedAndFunctionsSortedAcrossThem() throws Exception {
        HostBuilder host = new HostBuilder()
                .function("10000:e1:00.0", ConfigBuilder.device(0x8086, 0x1234, 0x010802))
                .function("0000:00:1f.0", ConfigBuilder.device(0x8086, 0x1234, 0x060100))
                .function("ffffffff:00:00.0", ConfigBuilder.device(0x8086, 0x1234, 0x010802));

        JsonNode model = model(host.build());

        List<Long> segments = new ArrayList<>();
        model.get("segments").forEach(s -> segments.add(s.get("segment").asLong()));
        assertThat(segments).containsExactly(0L, 0x10000L, 0xffffffffL);
        List<String> addresses = new ArrayList<>();
        model.get("functions").forEach(f -> addresses.add(f.get("address").asString()));
        assertThat(addresses).containsExactly("0000:00:1f.0", "10000:e1:00.0", "ffffffff:00:00.0");
    }

    @Test
    void diagnosticsAreListedAndTheTextIsPlainAsciiWithALineAFunction() throws Exception {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.device(0x8086, 0x1234, 0x020000), os -> os.driver("größe"))
                .diagnostic(Diagnostic.of("CAP_LOOP", "0000:00:01.0", "a \"loop\""))
                .diagnostic(new Diagnostic("TRUNCATED", Optional.empty(), "cut"));

        String text = text(host.build());

        assertThat(text).endsWith("}\n").contains("\"gr\\u00F6\\u00DFe\"");
        assertThat(text.lines().filter(line -> line.startsWith("    {\"address\"")))
                .hasSize(1);
        assertThat(JsonMapper.shared().readTree(text).get("diagnostics").toString())
                .isEqualTo("[{\"id\":\"CAP_LOOP\",\"subject\":\"0000:00:01.0\",\"text\":\"a \\\"loop\\\"\"},"
                        + "{\"id\":\"TRUNCATED\",\"text\":\"cut\"}]");
    }

    @Test
    void aFailingOutputIsAnIoException() {
        Topology topology = Enumerator.enumerate(FlagshipHost.snapshot(), Feedback.NONE);
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> ModelJson.write(topology, new SnapshotNamesOnly(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    private static JsonNode siov(String address, int total, int offset, int stride) throws IOException {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, 1, 0xff))
                .function(
                        address,
                        ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000).siov(total, offset, stride));
        return function(model(host.build()), "0000:" + address).get("siov");
    }

    private static JsonNode function(JsonNode model, String address) {
        for (JsonNode function : model.get("functions")) {
            if (function.get("address").asString().equals(address)) {
                return function;
            }
        }
        throw new AssertionError("no function " + address);
    }

    private static List<String> keys(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static JsonNode model(HostSnapshot host) throws IOException {
        return JsonMapper.shared().readTree(text(host));
    }

    private static String text(HostSnapshot host) throws IOException {
        StringWriter out = new StringWriter();
        ModelJson.write(Enumerator.enumerate(host, Feedback.NONE), new SnapshotNamesOnly(), out);
        return out.toString();
    }
}
