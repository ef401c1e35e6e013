package ridscope.bench;

import ridscope.config.PortType;
import ridscope.host.HostSnapshot;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

/** A segment whose 256 buses are all in use: 15 root ports, a switch with 15 ports below each. */
final class FullSegment {

    private static final int PORTS = 15;

    private FullSegment() {}

    static HostSnapshot host() {
        HostBuilder host = new HostBuilder().rootBus(0, 0xff);
        for (int i = 0; i < PORTS; i++) {
            int bus = 1 + i * (PORTS + 2);
            int last = bus + PORTS + 1;
            host.function(
                    String.format("00:%02x.0", i + 1), ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, bus, last));
            host.function(
                    String.format("%02x:00.0", bus),
                    ConfigBuilder.port(PortType.UPSTREAM_PORT, 1, 2, bus, bus + 1, last));
            for (int device = 0; device < PORTS; device++) {
                device(host, bus, device);
            }
        }
        return host.build();
    }

    private static void device(HostBuilder host, int bus, int device) {
        int below = bus + 2 + device;
        host.function(
                String.format("%02x:%02x.0", bus + 1, device),
                ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 1, 3, bus + 1, below, below)
                        .ariForwarding(true));
        for (int function = 0; function < 8; function++) {
            host.function(
                    String.format("%02x:00.%d", below, function),
                    ConfigBuilder.endpoint(1, 4, 0x020000)
                            .multifunction()
                            .ari(function < 7 ? function + 1 : 0)
                            .srIov(16, 16, 8, 5));
        }
    }
}
