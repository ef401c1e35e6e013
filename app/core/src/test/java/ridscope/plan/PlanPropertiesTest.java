package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.HostBridge;
import ridscope.topology.Topology;

/** What holds for every machine, however broken its firmware. */
class PlanPropertiesTest {

    private static final Set<PlanEvent.Id> WHY_NOT_NESTED = EnumSet.of(
            PlanEvent.Id.BUS_OVERLAP,
            PlanEvent.Id.RANGE_OUTSIDE_PARENT,
            PlanEvent.Id.RANGE_OUTSIDE_ROOT,
            PlanEvent.Id.RANGE_INVERTED,
            PlanEvent.Id.SECONDARY_SHARED);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nestsOrSaysWhyNot(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            Topology topology = new RandomMachine(random, random.nextInt(4) == 0).topology();
            BusPlan plan = BusPlanner.plan(topology, wishes(random, topology));
            List<BridgePlan> bad = notNested(topology, plan);
            Set<PlanSubject> said = plan.events().stream()
                    .filter(e -> WHY_NOT_NESTED.contains(e.id()))
                    .map(PlanEvent::subject)
                    .collect(Collectors.toSet());
            assertThat(bad.isEmpty() || !said.isEmpty())
                    .as("seed %s round %s: %s", seed, round, bad)
                    .isTrue();
            for (BridgePlan bridge : bad) {
                assertThat(said).as("seed %s round %s", seed, round).contains(PlanSubject.of(bridge.address()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void planningItsOwnResultChangesNothing(long seed) {
        Random random = new Random(seed);
        int checked = 0;
        for (int round = 0; round < 120; round++) {
            Topology topology = new RandomMachine(random, false).topology();
            Wishes wishes = Wishes.none()
                    .withAssignBusses(random.nextBoolean())
                    .withHpbussize(1 + random.nextInt(4))
                    .withReservation(Reservation.values()[random.nextInt(3)]);
            BusPlan plan = BusPlanner.plan(topology, wishes);
            if (plan.events(PlanEvent.Id.RANGE_INVERTED).isEmpty()) {
                Topology after = Enumerator.enumerate(PlannedHost.of(topology, plan), Feedback.NONE);
                BusPlan again = BusPlanner.plan(after, wishes.withAssignBusses(false));
                assertThat(numbers(again)).as("seed %s round %s", seed, round).isEqualTo(moved(plan));
                assertThat(again.moved()).isEmpty();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(60);
    }

    /** From scratch and in a window that is wide enough, ranges nest and nothing fails. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void fromScratchEverythingNests(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            Topology topology = new RandomMachine(random, false).topology();
            BusPlan plan = BusPlanner.plan(topology, Wishes.none().withAssignBusses(true));
            if (plan.events(PlanEvent.Id.BUS_EXHAUSTED).isEmpty()) {
                assertThat(notNested(topology, plan))
                        .as("seed %s round %s", seed, round)
                        .isEmpty();
                assertThat(plan.fits()).isTrue();
            }
        }
    }

    private static Map<FunctionAddress, BusNumbers> numbers(BusPlan plan) {
        Map<FunctionAddress, BusNumbers> numbers = new TreeMap<>();
        plan.bridges().forEach(b -> numbers.put(b.address(), b.planned()));
        return numbers;
    }

    /** The planned numbers by planned address; those that are not found are gone. */
    private static Map<FunctionAddress, BusNumbers> moved(BusPlan plan) {
        Map<FunctionAddress, BusNumbers> numbers = new TreeMap<>();
        plan.bridges().stream()
                .filter(b -> plan.functions().containsKey(b.address()))
                .forEach(b -> numbers.put(plan.functions().get(b.address()), b.planned()));
        return numbers;
    }

    private static List<BridgePlan> notNested(Topology topology, BusPlan plan) {
        List<BridgePlan> bad = new ArrayList<>();
        for (BridgePlan bridge : plan.bridges()) {
            BusNumbers own = bridge.planned();
            if (!own.configured()) {
                continue;
            }
            boolean nested = bridge.parent()
                    .map(p -> plan.bridge(p).orElseThrow().planned())
                    .map(p -> own.secondary() > p.secondary() && own.subordinate() <= p.subordinate())
                    .orElseGet(() -> inWindow(topology, bridge));
            if (own.size() == 0 || !nested) {
                bad.add(bridge);
            }
        }
        return bad;
    }

    private static boolean inWindow(Topology topology, BridgePlan bridge) {
        return topology.hostBridges(bridge.address().segment()).stream()
                .filter(h -> h.rootBus() == bridge.rootBus())
                .map(HostBridge::buses)
                .anyMatch(w -> w.contains(bridge.planned().secondary())
                        && w.contains(bridge.planned().subordinate()));
    }

    private static Wishes wishes(Random random, Topology topology) {
        Wishes wishes = Wishes.none()
                .withAssignBusses(random.nextInt(3) == 0)
                .withHpbussize(random.nextInt(10))
                .withReservation(Reservation.values()[random.nextInt(3)]);
        for (FunctionAddress address : topology.byAddress().keySet()) {
            switch (random.nextInt(12)) {
                case 0 -> wishes = wishes.withVfs(address, random.nextInt(300));
                case 1 -> wishes = wishes.withSdis(address, SdiWish.of(random.nextInt(1200)));
                case 2 -> wishes = wishes.withCard(address, PluggedCard.withSwitch(random.nextInt(4)));
                case 3 -> wishes = wishes.withAri(address, random.nextBoolean());
                default -> {}
            }
        }
        return wishes;
    }

    /** Ports, switches and devices, some with numbers from a firmware that cannot count. */
    private static final class RandomMachine {
        private final Random random;
        private final boolean broken;
        private final HostBuilder host = new HostBuilder();
        private int next;
        private int functions;

        RandomMachine(Random random, boolean broken) {
            this.random = random;
            this.broken = broken;
            int window = random.nextInt(3) == 0 ? 8 + random.nextInt(30) : 0xff;
            host.rootBus(0, window);
            next = 1;
            for (int device = 1; device < 2 + random.nextInt(6); device++) {
                port(0, "", device, PortType.ROOT_PORT, 0);
            }
        }

        Topology topology() {
            return Enumerator.enumerate(host.build(), Feedback.NONE);
        }

        private void port(int bus, String above, int device, PortType type, int depth) {
            String address = String.format("%02x:%02x.0", bus, device);
            int below = next++;
            boolean configured = random.nextInt(4) > 0;
            int sec = configured ? below : 0;
            int reserve = next;
            if (below < 0xf0 && functions < 120 && random.nextInt(5) > 0) {
                fill(below, address, type, depth);
            }
            int sub = configured ? Math.min(0xff, Math.max(next - 1, reserve - 1) + random.nextInt(3)) : 0;
            next = Math.max(next, sub + 1);
            if (broken && random.nextInt(3) == 0) {
                sec = random.nextInt(256);
                sub = random.nextInt(256);
            }
            ConfigBuilder config = ConfigBuilder.port(type, 0x8086, 1, configured ? bus : 0, sec & 0xff, sub & 0xff);
            if (type != PortType.UPSTREAM_PORT && random.nextInt(3) == 0) {
                config.slot(device, true, false);
            }
            add(address, above, config);
        }

        private void fill(int bus, String above, PortType type, int depth) {
            if (type == PortType.UPSTREAM_PORT) {
                for (int device = 0; device < 1 + random.nextInt(4); device++) {
                    port(bus, above, device, PortType.DOWNSTREAM_PORT, depth + 1);
                }
            } else if (depth < 4 && random.nextInt(3) == 0) {
                port(bus, above, 0, PortType.UPSTREAM_PORT, depth + 1);
            } else {
                ConfigBuilder config = ConfigBuilder.endpoint(0x8086, 2, 0x020000);
                if (random.nextInt(3) == 0) {
                    config.srIov(random.nextInt(400), random.nextInt(500), random.nextInt(4), 3);
                }
                if (random.nextInt(4) == 0) {
                    config.siov(random.nextInt(1200), random.nextInt(500), random.nextInt(300));
                }
                add(String.format("%02x:00.0", bus), above, config);
            }
        }

        private void add(String address, String above, ConfigBuilder config) {
            functions++;
            host.function(address, config, os -> {
                if (above.isEmpty()) {
                    os.onRoot();
                } else {
                    os.below("0000:" + above);
                }
            });
        }
    }
}
