package ridscope.desktop.busplan;

import ridscope.config.PortType;
import ridscope.host.HostSnapshot;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

/** Hosts to plan for. */
public final class PlanHosts {

    private static final int NIC = 0x020000;
    private static final int NVME = 0x010802;

    private PlanHosts() {}

    /** Firmware gave the port of a NIC one bus: 8 of its 16 VFs have a place, the others would be on the bus of the NVMe drive. */
    public static HostSnapshot undersized() {
        return nicAndDrive().build();
    }

    /** The same with an empty hot-plug slot that has one bus. */
    public static HostSnapshot slotted() {
        return slotted(3);
    }

    /** The same with a slot of bus 03 to this one. */
    public static HostSnapshot slotted(int last) {
        return nicAndDrive()
                .function("00:03.0", port(3, last).slot(5, true, false))
                .build();
    }

    private static HostBuilder nicAndDrive() {
        return new HostBuilder()
                .rootBus(0, 0x1f)
                .function("00:01.0", port(1, 1).ariForwarding(true))
                .function("00:02.0", port(2, 2))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x8086, 0x1592, NIC).ari(0).srIov(16, 128, 16, 0x1889))
                .function("02:00.0", ConfigBuilder.endpoint(0x8086, 0x0a54, NVME));
    }

    /** A NIC with 16 VFs in each of some segments. */
    public static HostSnapshot segments(int count) {
        HostBuilder host = new HostBuilder();
        for (int segment = 0; segment < count; segment++) {
            host.rootBus(segment, 0, 0x1f, 0)
                    .function(String.format("%04x:00:01.0", segment), port(1, 1))
                    .function(String.format("%04x:01:00.0", segment), nic());
        }
        return host.build();
    }

    /** Some NICs with 16 VFs each, below a port each. */
    public static HostSnapshot nics(int count) {
        HostBuilder host = new HostBuilder().rootBus(0, 0xff);
        for (int i = 1; i <= count; i++) {
            host.function(String.format("00:%02x.0", i), port(i, i)).function(String.format("%02x:00.0", i), nic());
        }
        return host.build();
    }

    private static ConfigBuilder nic() {
        return ConfigBuilder.endpoint(0x8086, 0x1592, NIC).srIov(16, 128, 1, 0x1889);
    }

    /** Two NVMe drives, nothing to ask for. */
    public static HostSnapshot plain() {
        return new HostBuilder()
                .rootBus(0, 0x1f)
                .function("00:01.0", port(1, 1))
                .function("00:02.0", port(2, 2))
                .function("01:00.0", ConfigBuilder.endpoint(0x8086, 0x0a54, NVME))
                .function("02:00.0", ConfigBuilder.endpoint(0x8086, 0x0a54, NVME))
                .build();
    }

    /** The same as somebody without root rights reads it. */
    public static HostSnapshot unprivileged() {
        return new HostBuilder()
                .rootBus(0, 0x1f)
                .function("00:01.0", port(1, 1).length(64))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x8086, 0x1592, NIC)
                                .srIov(16, 128, 16, 0x1889)
                                .length(64))
                .build();
    }

    private static ConfigBuilder port(int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, secondary, subordinate);
    }
}
