package ridscope.bench;

import ridscope.config.PortType;
import ridscope.host.HostSnapshot;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

/** A segment whose 256 buses are all in use: 15 root ports, a switch with 15 ports below each. */
final class FullSegment {

    private static final int PORTS = 15;

    private FullSegment() {}

    /** @param count how many such segments */
    static HostSnapshot host(int count) {
        HostBuilder host = new HostBuilder();
        for (int segment = 0; segment < count; segment++) {
            host.rootBus(segment, 0, 0xff, segment % 2);
            add(host, String.format("%04x:", segment));
        }
        return host.build();
    }

    private static void add(HostBuilder host, String segment) {
        for (int i = 0; i < PORTS; i++) {
            int bus = 1 + i * (PORTS + 2);
            int last = bus + PORTS + 1;
            host.function(
                    String.format("%s00:%02x.0", segment, i + 1), ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, bus, last));
            host.function(
                    String.format("%s%02x:00.0", segment, bus),
                    ConfigBuilder.port(PortType.UPSTREAM_PORT, 1, 2, bus, bus + 1, last));
            for (int device = 0; device < PORTS; device++) {
                device(host, segment, bus, device);
            }
        }
    }

    private static void device(HostBuilder host, String segment, int bus, int device) {
        int below = bus + 2 + device;
        host.function(
                String.format("%s%02x:%02x.0", segment, bus + 1, device),
                ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 1, 3, bus + 1, below, below)
                        .ariForwarding(true));
        for (int function = 0; function < 8; function++) {
            host.function(
                    String.format("%s%02x:00.%d", segment, below, function),
                    ConfigBuilder.endpoint(1, 4, 0x020000)
                            .multifunction()
                            .ari(function < 7 ? function + 1 : 0)
                            .srIov(16, 16, 8, 5));
        }
    }
}
