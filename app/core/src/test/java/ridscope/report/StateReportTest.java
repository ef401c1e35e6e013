package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.host.SlotRecord;
import ridscope.job.Feedback;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Devices of the operating system, power, interrupts, address ranges, NUMA nodes and slots in both reports. */
class StateReportTest {

    private static final int NIC = 0x020000;

    @Test
    void theVerboseTreeSaysThem() throws Exception {
        String tree = tree(server(), true);
        assertThat(tree).isEqualTo("""
                host unknown · source synthetic
                3 functions · 2 bridges · 1 segment
                source tells no IOMMU groups

                0000:00 [00-3f] host bridge · NUMA node 1 with CPUs 8-15,24-31
                ├─ 00:01.0 [01-01] root port · hot-plug slot 3 · unnamed · pcieport
                │  ├─ 1 MSI vector
                │  ├─ slot 3: power on · card present · 8.0 GT/s PCIe of 16.0 GT/s PCIe
                │  └─ 01:00.0 endpoint · unnamed · mlx5_core (eth0, eth1, mlx5_0, ptp0)
                │     ├─ subsystem [15b3:1021]
                │     └─ net eth0, eth1 · infiniband mlx5_0 · ptp ptp0 · power D3hot · suspended · 9 MSI vectors · 256 MSI-X vectors for VFs
                └─ 00:02.0 [02-02] root port · hot-plug slot 4, empty · unnamed
                   └─ slot 4: power off · no card · at most 32.0 GT/s PCIe
                """);
        assertThat(tree(server(), false))
                .doesNotContain("MSI")
                .doesNotContain("power ")
                .doesNotContain("CPUs");
    }

    @Test
    void theModelHasThem() throws Exception {
        JsonNode model = model(server());
        JsonNode nic = model.get("functions").get(2);
        assertThat(nic.get("osDevices").toString())
                .isEqualTo("[{\"kind\":\"net\",\"name\":\"eth0\"},{\"kind\":\"net\",\"name\":\"eth1\"},"
                        + "{\"kind\":\"infiniband\",\"name\":\"mlx5_0\"},{\"kind\":\"ptp\",\"name\":\"ptp0\"}]");
        assertThat(nic.get("powerState").asString()).isEqualTo("D3hot");
        assertThat(nic.get("runtimeStatus").asString()).isEqualTo("suspended");
        assertThat(nic.get("msiVectors").asInt()).isEqualTo(9);
        assertThat(nic.get("vfMsixTotal").asInt()).isEqualTo(256);
        assertThat(nic.get("resources").toString())
                .isEqualTo(
                        "[{\"index\":0,\"start\":\"fffffff000000000\",\"size\":33554432,\"flags\":\"000000000014220c\"},"
                                + "{\"index\":7,\"start\":\"0000000000001000\",\"size\":18446744073709547520,\"flags\":\"0000000000000200\"}]");
        assertThat(model.get("numaNodes").toString())
                .isEqualTo("[{\"node\":0,\"cpus\":\"0-7,16-23\"},{\"node\":1,\"cpus\":\"8-15,24-31\"}]");
        assertThat(model.get("slots").toString())
                .isEqualTo("[{\"label\":\"3\",\"port\":\"0000:00:01.0\",\"address\":\"0000:01:00\",\"hotplug\":true,"
                        + "\"occupied\":true,\"powered\":true,\"speed\":\"8.0 GT/s PCIe\",\"maxSpeed\":\"16.0 GT/s PCIe\"},"
                        + "{\"label\":\"4\",\"port\":\"0000:00:02.0\",\"address\":\"0000:02:00\",\"hotplug\":true,"
                        + "\"occupied\":false,\"powered\":false,\"speed\":\"Unknown\",\"maxSpeed\":\"32.0 GT/s PCIe\"},"
                        + "{\"label\":\"far\",\"address\":\"0000:7f:00\",\"hotplug\":false}]");
    }

    @Test
    void whatNobodyKnowsHasNoKey() throws Exception {
        JsonNode model = model(new HostBuilder()
                .function("00:03.0", ConfigBuilder.device(0x8086, 1, NIC))
                .build());
        assertThat(model.has("numaNodes")).isFalse();
        assertThat(model.has("slots")).isFalse();
        assertThat(model.get("functions").get(0).properties())
                .extracting(java.util.Map.Entry::getKey)
                .doesNotContain("osDevices", "powerState", "runtimeStatus", "msiVectors", "vfMsixTotal", "resources");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, ', occupied but nothing answers'",
        "true, false, ', occupied, power off'",
        "false, false, ', empty'"
    })
    void aSlotWhereNothingAnswers(boolean present, boolean powered, String said) throws Exception {
        HostSnapshot host = new HostBuilder()
                .function("00:01.0", port(1).slot(3, true, present))
                .slot(slot("3", "0000:01:00", powered, present, "Unknown", "Unknown"))
                .build();
        assertThat(tree(host, false)).contains("hot-plug slot 3" + said + " · ");
    }

    @Test
    void withoutPrivilegeTheSystemsListShowsTheSlots() {
        HostSnapshot host = new HostBuilder()
                .function(
                        "00:01.0",
                        port(1).length(64),
                        os -> os.driver("pcieport").onRoot())
                .function(
                        "00:02.0",
                        port(2).length(64),
                        os -> os.driver("pcieport").onRoot())
                .slot(slot("3", "0000:01:00", true, true, "8.0 GT/s PCIe", "16.0 GT/s PCIe"))
                .slot(new SlotRecord("4", "0000:02"))
                .build();
        Topology topology = Enumerator.enumerate(host, Feedback.NONE);
        assertThat(topology.slots())
                .extracting(s -> s.label() + " " + s.port().orElseThrow() + " " + s.hotplug() + " " + s.occupied())
                .containsExactly("3 0000:00:01.0 true Optional[true]", "4 0000:00:02.0 false Optional.empty");
    }

    @Test
    void manyDevicesAreCounted() {
        assertThat(StateWords.names(List.of("a", "b", "c", "d", "e", "f"))).isEqualTo("a, b, c, d, e, f");
        assertThat(StateWords.names(List.of("a", "b", "c", "d", "e", "f", "g", "h")))
                .isEqualTo("a, b, c, d, e, f and 2 more");
    }

    private static HostSnapshot server() {
        return new HostBuilder()
                .rootBus(0, 0, 0x3f, 1)
                .function(
                        "00:01.0",
                        port(1).slot(3, true, true),
                        os -> os.driver("pcieport").state("D0", "active", 1, 0))
                .function("00:02.0", port(2).slot(4, true, false), os -> os.state("unknown", "unsupported", 0, 0))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x15b3, 0x1021, NIC),
                        os -> os.driver("mlx5_core")
                                .device("net", "eth0")
                                .device("net", "eth1")
                                .device("infiniband", "mlx5_0")
                                .device("ptp", "ptp0")
                                .state("D3hot", "suspended", 9, 256)
                                .resource(0, 0xfffffff000000000L, 32 << 20, 0x14220c)
                                .resource(7, 0x1000, -0x1000L, 0x200))
                .slot(slot("3", "0000:01:00", true, true, "8.0 GT/s PCIe", "16.0 GT/s PCIe"))
                .slot(slot("4", "0000:02:00", false, false, "Unknown", "32.0 GT/s PCIe"))
                .slot(new SlotRecord("far", "0000:7f:00"))
                .numaNode(0, "0-7,16-23")
                .numaNode(1, "8-15,24-31")
                .build();
    }

    private static SlotRecord slot(
            String name, String address, boolean powered, boolean occupied, String speed, String maxSpeed) {
        return new SlotRecord(
                name, address, Optional.of(powered), Optional.of(occupied), Optional.of(speed), Optional.of(maxSpeed));
    }

    private static ConfigBuilder port(int bus) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, bus, bus);
    }

    private static String tree(HostSnapshot host, boolean verbose) throws Exception {
        StringBuilder out = new StringBuilder();
        TextTree.write(
                Enumerator.enumerate(host, Feedback.NONE),
                List.of(),
                new SnapshotNamesOnly(),
                Glyphs.UNICODE,
                new TreeDetail(false, verbose),
                out);
        return out.toString();
    }

    private static JsonNode model(HostSnapshot host) throws Exception {
        StringWriter out = new StringWriter();
        ModelJson.write(Enumerator.enumerate(host, Feedback.NONE), new SnapshotNamesOnly(), out);
        return new JsonMapper().readTree(out.toString());
    }
}
