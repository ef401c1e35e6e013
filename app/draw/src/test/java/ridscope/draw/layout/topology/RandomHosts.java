package ridscope.draw.layout.topology;

import java.util.Random;
import java.util.function.Consumer;
import ridscope.config.PortType;
import ridscope.host.HostSnapshot;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.OsBuilder;

/** Random hosts of every shape: switches in switches, old bridges, multi-function devices, VFs, SDIs, empty ports, lost buses. */
final class RandomHosts {

    private final Random random;
    private final HostBuilder host = new HostBuilder();
    private int bus;
    private int segment;

    private RandomHosts(long seed) {
        random = new Random(seed);
    }

    static HostSnapshot host(long seed) {
        return new RandomHosts(seed).build();
    }

    private HostSnapshot build() {
        int segments = 1 + random.nextInt(3);
        for (segment = 0; segment < segments; segment++) {
            bus = 0;
            int bridges = 1 + random.nextInt(3);
            for (int i = 0; i < bridges && bus < 200; i++) {
                hostBridge();
            }
            if (random.nextInt(3) == 0) {
                device(++bus + 40, 0, os -> {});
            }
        }
        return host.build();
    }

    private void hostBridge() {
        int root = bus;
        int ports = random.nextInt(5);
        for (int device = 1; device <= ports; device++) {
            bridge(root, device, random.nextInt(4));
        }
        for (int f = random.nextInt(20); f > 0; f--) {
            device(root, 6 + f, os -> {});
        }
        int end = Math.min(bus + random.nextInt(5), 255);
        if (random.nextBoolean()) {
            host.rootBus(segment, root, end, random.nextInt(2));
        }
        bus = end + 1;
    }

    private String address(int on, int device, int function) {
        return String.format("%04x:%02x:%02x.%d", segment, on, device, function);
    }

    private void bridge(int on, int device, int depth) {
        if (bus > 220) {
            return;
        }
        int secondary = ++bus;
        PortType type = on == 0 || depth == 3 ? PortType.ROOT_PORT : PortType.DOWNSTREAM_PORT;
        if (random.nextInt(4) == 0) {
            for (int d = random.nextInt(3); d > 0; d--) {
                device(secondary, d, os -> os.slot("PCI " + secondary));
            }
            finish(ConfigBuilder.bridge(0x8086, 0x244e, on, secondary, bus), on, device);
            return;
        }
        below(secondary, depth);
        bus += random.nextInt(4) == 0 ? random.nextInt(3) : 0;
        ConfigBuilder port = ConfigBuilder.port(type, 0x8086, 0x352a, on, secondary, bus)
                .link(1 + random.nextInt(5), 1 << random.nextInt(5), 1 + random.nextInt(3), random.nextInt(5));
        finish(random.nextBoolean() ? port.slot(random.nextInt(9), true, false) : port, on, device);
    }

    private void finish(ConfigBuilder port, int on, int device) {
        host.function(address(on, device, 0), port);
    }

    private void below(int secondary, int depth) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return;
        }
        if (kind == 1 && depth > 0) {
            int inner = ++bus;
            for (int d = random.nextInt(random.nextInt(4) == 0 ? 14 : 4); d >= 0; d--) {
                bridge(inner, 13 - d, depth - 1);
            }
            host.function(address(secondary, 0, 0), Hosts.upstream(secondary, inner, bus));
            return;
        }
        device(secondary, 0, os -> {});
    }

    private void device(int on, int device, Consumer<OsBuilder> facts) {
        int functions = random.nextInt(4) == 0 ? 1 + random.nextInt(8) : 1;
        for (int f = 0; f < functions; f++) {
            ConfigBuilder config = Hosts.nvme().multifunction().link(3, 1 << random.nextInt(5), 2, 2);
            if (random.nextInt(6) == 0) {
                config.srIov(random.nextInt(100), random.nextInt(40), random.nextInt(3), 0x1889);
            }
            if (random.nextInt(9) == 0) {
                config.siov(random.nextInt(600), random.nextInt(300), random.nextInt(3));
            }
            host.function(
                    address(on, device & 31, f), config, os -> facts.accept(os.driver("a-driver-with-a-long-name")));
        }
    }
}
