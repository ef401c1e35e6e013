package ridscope.draw.layout.topology;

import ridscope.config.PortType;
import ridscope.host.HostSnapshot;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

/** Small hosts, each for one thing. */
final class Hosts {

    static final int NIC = 0x020000;
    static final int NVME = 0x010802;

    private Hosts() {}

    static ConfigBuilder rootPort(int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, secondary, subordinate)
                .link(5, 16);
    }

    static ConfigBuilder nvme() {
        return ConfigBuilder.endpoint(0x144d, 0xa826, NVME);
    }

    static ConfigBuilder upstream(int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.UPSTREAM_PORT, 0x1000, 0xc040, primary, secondary, subordinate)
                .link(5, 16);
    }

    static ConfigBuilder downstream(int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 0x1000, 0xc040, primary, secondary, subordinate)
                .link(5, 16);
    }

    /** A drive below a port whose link is narrower than it could be, and one in a slow port. */
    static HostSnapshot links() {
        return new HostBuilder()
                .rootBus(0, 0x0f)
                .function("00:01.0", rootPort(1, 1).link(5, 4, 4, 4))
                .function("01:00.0", nvme().link(5, 4, 4, 4))
                .function("00:02.0", rootPort(2, 2).link(4, 4))
                .function("02:00.0", nvme().link(5, 4, 4, 4))
                .function("00:03.0", rootPort(3, 5).link(5, 16, 1, 0).slot(7, true, false))
                .function("00:04.0", rootPort(6, 6))
                .build();
    }

    /** A NIC of two functions with VFs, in a slot. */
    static HostSnapshot multiFunction() {
        return new HostBuilder()
                .rootBus(0, 0x0f)
                .function("00:01.0", rootPort(1, 1).ariForwarding(true).slot(5, true, true))
                .function("01:00.0", pf(1))
                .function("01:00.1", pf(0))
                .build();
    }

    private static ConfigBuilder pf(int next) {
        return ConfigBuilder.endpoint(0x8086, 0x1592, NIC)
                .multifunction()
                .link(4, 8)
                .ari(next)
                .srIov(32, 128, 2, 0x1889);
    }

    /** SDIs that leave the bus and hit a neighbour. */
    static HostSnapshot siov() {
        return new HostBuilder()
                .rootBus(0, 0x0f)
                .function("00:01.0", rootPort(1, 1))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x15b3, 0xa2dc, NIC).link(5, 16).siov(512, 1, 1))
                .function("00:02.0", rootPort(2, 2))
                .function("02:00.0", nvme().link(5, 4))
                .build();
    }

    /** A switch below a switch. */
    static HostSnapshot nestedSwitches() {
        return new HostBuilder()
                .rootBus(0, 0x1f)
                .function("00:01.0", rootPort(1, 8))
                .function("01:00.0", upstream(1, 2, 8))
                .function("02:00.0", downstream(2, 3, 6))
                .function("03:00.0", upstream(3, 4, 6))
                .function("04:00.0", downstream(4, 5, 5))
                .function("05:00.0", nvme().link(5, 4))
                .function("04:01.0", downstream(4, 6, 6))
                .function("06:00.0", nvme().link(5, 4))
                .function("02:01.0", downstream(2, 7, 7))
                .function("07:00.0", nvme().link(5, 4))
                .build();
    }

    /** A PCIe-to-PCI bridge, conventional cards behind it, CardBus. */
    static HostSnapshot conventional() {
        return new HostBuilder()
                .rootBus(0, 0x1f)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x29c0))
                .function("00:1f.2", ConfigBuilder.device(0x8086, 0x2922, 0x010601))
                .function("00:01.0", rootPort(1, 2))
                .function("01:00.0", ConfigBuilder.port(PortType.PCIE_TO_PCI_BRIDGE, 0x104c, 0x8231, 1, 2, 2))
                .function("02:01.0", ConfigBuilder.device(0x8086, 0x100e, NIC))
                .function("02:02.0", ConfigBuilder.device(0x8086, 0x100e, NIC))
                .function("00:1e.0", ConfigBuilder.bridge(0x8086, 0x244e, 0, 3, 7))
                .function("03:00.0", ConfigBuilder.cardBus(0x104c, 0x8039, 3, 4, 7))
                .build();
    }

    /** Two segments, and a bus of the second that no host bridge of it decodes. */
    static HostSnapshot twoSegments() {
        return new HostBuilder()
                .rootBus(0, 0x00, 0x0f, 0)
                .rootBus(1, 0x00, 0x0f, 1)
                .function("0000:00:01.0", rootPort(1, 1))
                .function("0000:01:00.0", nvme().link(5, 4))
                .function("0001:00:01.0", rootPort(1, 1))
                .function("0001:01:00.0", nvme().link(5, 4))
                .build();
    }

    /** So many root ports, each with the same drive below. */
    static HostSnapshot alikeDrives(int count) {
        HostBuilder host = new HostBuilder().rootBus(0, 0xff);
        for (int i = 0; i < count; i++) {
            host.function(
                    String.format("00:%02x.%d", 1 + i / 8, i % 8),
                    rootPort(1 + i, 1 + i).multifunction());
            host.function(String.format("%02x:00.0", 1 + i), nvme().link(5, 4));
        }
        return host.build();
    }
}
