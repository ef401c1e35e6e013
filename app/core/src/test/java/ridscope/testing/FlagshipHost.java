package ridscope.testing;

import java.util.function.Consumer;
import ridscope.config.PortType;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;

/**
 * The host that all pictures of the product show: two host bridges, two switches, a NIC with 64 VFs per port (8 enabled), an
 * accelerator with 1,024 SDIs that fit, a DPU with 512 SDIs that do not and hit another device, an empty hot-plug slot, a link
 * below its capability and a switch that could be read without privilege only.
 */
public final class FlagshipHost {

    private static final int NIC = 0x020000;
    private static final int NVME = 0x010802;
    private static final int GPU = 0x030200;
    private static final int WHOLE_SPACE = 4096;

    private FlagshipHost() {}

    public static HostSnapshot snapshot() {
        HostBuilder host = new HostBuilder()
                .provenance("lspci-hex", "server-a", "6.18.2", "2026-11-20T09:30:00Z")
                .rootBus(0, 0x00, 0x3f, 0)
                .rootBus(0, 0x40, 0x5f, 1)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x09a2).length(256), numa(0))
                .function("40:00.0", ConfigBuilder.hostBridge(0x8086, 0x09a2).length(256), numa(1));
        firstSwitch(host);
        directDevices(host);
        secondSwitch(host);
        return host.build();
    }

    private static Consumer<OsBuilder> numa(int node) {
        return os -> os.numa(node);
    }

    private static ConfigBuilder rootPort(int bus, int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, bus, secondary, subordinate)
                .ariForwarding(true);
    }

    private static ConfigBuilder switchPort(PortType type, int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(type, 0x1000, 0xc040, primary, secondary, subordinate);
    }

    private static ConfigBuilder isolated(ConfigBuilder port) {
        return port.aer().acs(0x5f, 0x1d);
    }

    private static void firstSwitch(HostBuilder host) {
        host.function(
                "00:01.0",
                isolated(rootPort(0x00, 0x01, 0x0a).link(5, 16)),
                os -> os.numa(0).group(1));
        host.function(
                "01:00.0",
                switchPort(PortType.UPSTREAM_PORT, 0x01, 0x02, 0x0a).link(5, 16).aer(),
                os -> switchFacts(os, 0, 2));
        host.function(
                "02:00.0",
                isolated(switchPort(PortType.DOWNSTREAM_PORT, 0x02, 0x03, 0x03)
                        .link(5, 16, 4, 8)
                        .ariForwarding(true)
                        .slot(5, true, true)),
                os -> switchFacts(os, 0, 3));
        host.function(
                "02:01.0",
                isolated(switchPort(PortType.DOWNSTREAM_PORT, 0x02, 0x04, 0x08)
                        .link(5, 16)
                        .ariForwarding(true)),
                os -> switchFacts(os, 0, 4));
        host.function(
                "02:02.0",
                isolated(switchPort(PortType.DOWNSTREAM_PORT, 0x02, 0x09, 0x0a)
                        .link(5, 16, 1, 0)
                        .linkActive(false)
                        .ariForwarding(false)
                        .slot(7, true, false)),
                os -> switchFacts(os, 0, 5));
        nic(host, "03:00.0", 1, 0);
        nic(host, "03:00.1", 0, 1);
        host.function(
                "04:00.0",
                ConfigBuilder.endpoint(0x1e36, 0x0005, 0x120000)
                        .link(5, 16)
                        .aer()
                        .at(0x200)
                        .siov(1024, 1, 1),
                os -> os.numa(0).group(8).driver("accel").names("Example", "Accelerator"));
    }

    private static void switchFacts(OsBuilder os, int node, int group) {
        os.numa(node).group(group).driver("pcieport").names("Broadcom / LSI", "PEX89072 PCIe Gen 5 Switch");
    }

    private static void nic(HostBuilder host, String address, int next, int port) {
        host.function(
                address,
                ConfigBuilder.endpoint(0x8086, 0x1592, NIC)
                        .multifunction()
                        .link(4, 8)
                        .aer()
                        .dsn(0x40a6b7ffff123456L)
                        .ari(next)
                        .acs(0, 0)
                        .srIovEnabled(64, 8, 128, 2, 0x1889),
                os -> os.numa(0)
                        .group(6 + port)
                        .driver("ice")
                        .slot("5")
                        .device("net", "ens5f" + port)
                        .names("Intel Corporation", "Ethernet Controller E810-C for QSFP"));
        RoutingId pf = RoutingId.parse(address).orElseThrow();
        StridedRids vfs = new StridedRids(pf, 128, 2, 8);
        host.virtualFunctions(
                vfs,
                NIC,
                (k, os) -> os.ids(0x8086, 0x1889, NIC)
                        .numa(0)
                        .group(40 + port * 8 + k)
                        .driver("iavf")
                        .names("Intel Corporation", "Ethernet Adaptive Virtual Function"));
    }

    private static void directDevices(HostBuilder host) {
        host.function(
                "00:02.0",
                isolated(rootPort(0x00, 0x0b, 0x0b).link(5, 4, 4, 4)),
                os -> os.numa(0).group(10));
        host.function(
                "0b:00.0",
                ConfigBuilder.endpoint(0x144d, 0xa826, NVME)
                        .link(5, 4, 4, 4)
                        .aer()
                        .dsn(0x0025385521400001L)
                        .ari(0)
                        .srIov(127, 1, 1, 0xa826),
                os -> os.numa(0)
                        .group(11)
                        .driver("nvme")
                        .device("nvme", "nvme0")
                        .names("Samsung Electronics Co Ltd", "NVMe SSD Controller PM174X"));
        host.function(
                "00:03.0",
                isolated(rootPort(0x00, 0x0c, 0x0c).link(5, 16)),
                os -> os.numa(0).group(12));
        host.function(
                "0c:00.0",
                ConfigBuilder.endpoint(0x15b3, 0xa2dc, NIC)
                        .link(5, 16)
                        .aer()
                        .at(0x200)
                        .siov(512, 1, 1),
                os -> os.numa(0).group(13).driver("mlx5_core").names("Mellanox Technologies", "Example DPU"));
        host.function(
                "00:04.0",
                isolated(rootPort(0x00, 0x0d, 0x0d).link(4, 4)),
                os -> os.numa(0).group(14));
        host.function(
                "0d:00.0",
                ConfigBuilder.endpoint(0x8086, 0x0b60, NVME).link(4, 4).aer(),
                os -> os.numa(0)
                        .group(15)
                        .driver("nvme")
                        .device("nvme", "nvme1")
                        .names("Intel Corporation", "NVMe SSD P5520"));
    }

    private static void secondSwitch(HostBuilder host) {
        host.function(
                "40:01.0",
                isolated(rootPort(0x40, 0x41, 0x44).link(5, 16)),
                os -> os.numa(1).group(20));
        host.record(new FunctionRecord(
                FunctionAddress.of("41:00.0"),
                switchPort(PortType.UPSTREAM_PORT, 0x41, 0x42, 0x44)
                        .link(5, 16)
                        .length(64)
                        .build(),
                WHOLE_SPACE,
                HostBuilder.facts(os -> switchFacts(os, 1, 21))));
        for (int i = 0; i < 2; i++) {
            int gpu = i;
            host.function(
                    "42:0" + i + ".0",
                    isolated(switchPort(PortType.DOWNSTREAM_PORT, 0x42, 0x43 + i, 0x43 + i)
                            .link(5, 16)
                            .ariForwarding(false)),
                    os -> switchFacts(os, 1, 22 + gpu));
            host.function(
                    String.format("%02x:00.0", 0x43 + i),
                    ConfigBuilder.endpoint(0x10de, 0x2331, GPU).link(5, 16).aer(),
                    os -> os.numa(1)
                            .group(31 + gpu)
                            .driver("nvidia")
                            .device("drm", "card" + gpu)
                            .names("NVIDIA Corporation", "GH100 [H100 PCIe]"));
        }
    }
}
