package ridscope.enumerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.Claim;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Whatever the registers say: no exception, every function once, no cycle, and numbers that agree with each other. */
class EnumeratorRandomTest {

    private static final int SEEDS = 200;

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomHosts(int seed) {
        check(randomHost(new Random(seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedHosts(int seed) {
        check(damaged(FlagshipHost.snapshot(), new Random(seed)));
    }

    private static HostSnapshot randomHost(Random random) {
        HostBuilder host = new HostBuilder();
        List<String> addresses = new ArrayList<>();
        int count = 1 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            String address = new FunctionAddress(
                            new Segment(random.nextInt(3) == 0 ? 0x10000 : 0),
                            RoutingId.of(random.nextInt(8), random.nextInt(20)))
                    .toString();
            addresses.add(address);
            host.function(address, randomConfig(random), os -> {
                String other = addresses.get(random.nextInt(addresses.size()));
                switch (random.nextInt(12)) {
                    case 0 -> os.below(other);
                    case 1 -> os.onRoot();
                    case 2 -> os.vfOf(other);
                    case 3 -> os.vf(random.nextInt(4), other);
                    case 4 -> os.buses(random.nextInt(9), random.nextInt(9));
                    case 5 -> os.link("Unknown", "255", "Unknown speed", "0").driver("pcieport");
                    case 6 -> os.sriov(8, random.nextInt(9), random.nextInt(4), random.nextInt(3), 5);
                    default -> os.numa(random.nextInt(2));
                }
            });
        }
        if (random.nextBoolean()) {
            host.rootBus(random.nextInt(8)).rootBus(random.nextInt(8), random.nextInt(300));
        }
        return host.build();
    }

    private static ConfigBuilder randomConfig(Random random) {
        int a = random.nextInt(9);
        int b = random.nextInt(9);
        int c = random.nextInt(9);
        ConfigBuilder config = switch (random.nextInt(7)) {
            case 0 -> ConfigBuilder.cardBus(1, 1, a, b, c);
            case 1 -> ConfigBuilder.bridge(1, 1, a, b, c);
            case 2, 3 ->
                ConfigBuilder.bridge(1, 1, a, b, c)
                        .express(random.nextInt(16), 2)
                        .link(random.nextInt(7), random.nextInt(33), random.nextInt(9), random.nextInt(33))
                        .slot(random.nextInt(99), random.nextBoolean(), random.nextBoolean());
            case 4 -> ConfigBuilder.virtualFunction(0x020000);
            case 5 ->
                ConfigBuilder.endpoint(1, 2, 0x020000)
                        .srIovEnabled(random.nextInt(3000), random.nextInt(300), random.nextInt(600), a, 2);
            default ->
                ConfigBuilder.endpoint(1, 2, 0x060000 + random.nextInt(8) * 256)
                        .phantomFunctions(random.nextInt(4), random.nextBoolean())
                        .siov(random.nextInt(3000), random.nextInt(0x10000), random.nextInt(0x300));
        };
        return random.nextInt(4) == 0 ? config.length(random.nextInt(257)) : config;
    }

    private static HostSnapshot damaged(HostSnapshot host, Random random) {
        List<FunctionRecord> records = new ArrayList<>();
        for (FunctionRecord record : host.functions()) {
            byte[] bytes = record.config().toBytes();
            for (int i = random.nextInt(40); i > 0; i--) {
                int at = random.nextInt(random.nextBoolean() ? 64 : bytes.length) % bytes.length;
                bytes[at] = (byte) (random.nextInt(3) == 0 ? 0xff : random.nextInt(256));
            }
            int length = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
            records.add(new FunctionRecord(
                    record.address(), ConfigSpace.of(Arrays.copyOf(bytes, length)), record.configSize(), record.os()));
        }
        return new HostSnapshot(
                host.provenance(), host.rootBuses(), records, host.bootLog(), host.slots(), host.diagnostics());
    }

    private static void check(HostSnapshot snapshot) {
        Topology t = Enumerator.enumerate(snapshot, Feedback.NONE);

        Set<FunctionAddress> told =
                snapshot.functions().stream().map(FunctionRecord::address).collect(Collectors.toSet());
        assertThat(t.byAddress().keySet()).isEqualTo(told);
        Set<FunctionAddress> reached = new HashSet<>();
        for (PciFunction f : t.functions()) {
            assertThat(pathEndsAtATop(t, f)).as("path of %s", f.address()).isTrue();
            f.parent().ifPresent(p -> assertThat(t.function(p)).isPresent());
            f.virtual()
                    .ifPresent(v -> assertThat(t.function(v.physicalFunction()))
                            .get()
                            .satisfies(pf -> assertThat(pf.parent()).isEqualTo(f.parent())));
            t.below(f).forEach(c -> assertThat(reached.add(c.address())).isTrue());
        }
        t.segments().forEach(s -> check(RidMap.of(t, s)));
    }

    /** Counts on its own, because the model's path stops at a cycle without a word. */
    private static boolean pathEndsAtATop(Topology t, PciFunction function) {
        PciFunction at = function;
        for (int steps = 0; steps <= t.functions().size(); steps++) {
            if (at.parent().isEmpty()) {
                return true;
            }
            at = t.function(at.parent().get()).orElseThrow();
        }
        return false;
    }

    private static void check(RidMap map) {
        assertThat(map.buses()).hasSize(256);
        map.conflicts().forEach(c -> assertThat(c.claims()).hasSizeGreaterThan(1));
        for (IovPlacement p : map.placements()) {
            assertThat(p.outside()).isBetween(0, p.rids().count());
            assertThat(p.firstOutside().isPresent()).isEqualTo(p.outside() > 0);
            assertThat(p.conflicts()).isLessThanOrEqualTo(p.rids().count());
            p.rids()
                    .first()
                    .routingId()
                    .ifPresent(rid -> assertThat(map.claimsAt(rid))
                            .extracting(Claim::owner)
                            .contains(p.owner()));
        }
    }
}
