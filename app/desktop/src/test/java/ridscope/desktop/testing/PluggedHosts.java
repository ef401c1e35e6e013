package ridscope.desktop.testing;

import ridscope.config.PortType;
import ridscope.host.HostSnapshot;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

/** A host with two slots, of which one or the other has a card in it. */
public final class PluggedHosts {

    private static final int NIC = 0x020000;

    private PluggedHosts() {}

    /** A NIC with VFs in the first slot, nothing in the second. */
    public static HostSnapshot first() {
        return nic(base(true, false), "ice").build();
    }

    /** The same with a drive in the second slot. */
    public static HostSnapshot both() {
        return nvme(nic(base(true, true), "ice")).build();
    }

    /** The same, and the NIC has another driver. */
    public static HostSnapshot bothRebound() {
        return nvme(nic(base(true, true), "vfio-pci")).build();
    }

    /** Only the drive in the second slot. */
    public static HostSnapshot second() {
        return nvme(base(false, true)).build();
    }

    private static HostBuilder base(boolean first, boolean second) {
        return new HostBuilder()
                .provenance("live", "bench", "6.18.2", "2026-11-20T09:30:00Z")
                .rootBus(0, 0x3f)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x3258))
                .function("00:01.0", port(1, 4).slot(3, true, first))
                .function("00:02.0", port(5, 8).slot(4, true, second));
    }

    private static HostBuilder nic(HostBuilder host, String driver) {
        return host.function(
                "01:00.0",
                ConfigBuilder.endpoint(0x8086, 0x1592, NIC).srIov(64, 16, 1, 0x1889),
                os -> os.driver(driver));
    }

    private static HostBuilder nvme(HostBuilder host) {
        return host.function("05:00.0", ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802), os -> os.driver("nvme"));
    }

    private static ConfigBuilder port(int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, secondary, subordinate);
    }
}
