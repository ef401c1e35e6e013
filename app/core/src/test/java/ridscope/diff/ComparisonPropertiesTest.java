package ridscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.PlannedHost;
import ridscope.plan.Reservation;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.testing.HostBuilder;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What holds for every machine. */
class ComparisonPropertiesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsNumberedAnewIsStillThere(long seed) {
        Random random = new Random(seed);
        int renumbered = 0;
        for (int round = 0; round < 40; round++) {
            Topology before = Hosts.described(Hosts.random(random));
            Wishes wishes = Wishes.none()
                    .withAssignBusses(true)
                    .withHpbussize(1 + random.nextInt(4))
                    .withReservation(Reservation.CORRECT);
            BusPlan plan = BusPlanner.plan(before, wishes);
            Topology after = Enumerator.enumerate(PlannedHost.of(before, plan), Feedback.NONE);
            if (after.functions().size() < before.functions().size()) {
                continue;
            }
            Comparison comparison = Comparison.of(before, after);
            assertThat(comparison.changes())
                    .as("seed %s round %s", seed, round)
                    .allMatch(c -> c instanceof Change.RenumberedBridge || onlyRanges(c));
            assertThat(comparison.readdressed()).isEqualTo(plan.moved());
            assertThat(told(comparison)).isEqualTo(comparison.readdressed().size());
            renumbered += comparison.readdressed().size();
        }
        assertThat(renumbered).isGreaterThan(50);
    }

    /** Bus ranges change with the numbers, and nothing else does. */
    private static boolean onlyRanges(Change change) {
        return change instanceof Change.Changed changed
                && changed.facts().stream().allMatch(f -> f.fact() == Fact.BUS_RANGE);
    }

    private static int told(Comparison comparison) {
        return comparison.changes(Change.RenumberedBridge.class).stream()
                .mapToInt(b -> b.with().size())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void bothWaysTellTheSameNumbers(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            Topology whole = Hosts.described(Hosts.random(random));
            Topology a = part(whole, random);
            Topology b = part(whole, random);
            Comparison there = Comparison.of(a, b);
            Comparison back = Comparison.of(b, a);
            String as = "seed " + seed + " round " + round;
            assertThat(gone(there)).as(as).isEqualTo(appeared(back));
            assertThat(appeared(there)).as(as).isEqualTo(gone(back));
            assertThat(there.pairs()).as(as).hasSameSizeAs(back.pairs());
            assertThat(there.changes(Change.Moved.class)).as(as).hasSameSizeAs(back.changes(Change.Moved.class));
            assertThat(there.pairs().size() + gone(there).size())
                    .isEqualTo(a.functions().size());
            assertThat(there.pairs().size() + appeared(there).size())
                    .isEqualTo(b.functions().size());
            assertThat(Comparison.of(a, a).same()).as(as).isTrue();
            assertThat(Hosts.lines(Comparison.of(a, b))).isEqualTo(Hosts.lines(there));
        }
    }

    private static Topology part(Topology whole, Random random) {
        HostBuilder host = new HostBuilder().rootBus(0, 0xff);
        for (PciFunction function : whole.functions()) {
            if (random.nextInt(8) > 0) {
                host.record(function.record());
            }
        }
        return Hosts.built(host);
    }

    private static List<FunctionAddress> gone(Comparison comparison) {
        List<FunctionAddress> all = new ArrayList<>();
        comparison.changes(Change.Gone.class).forEach(g -> {
            all.add(g.function());
            all.addAll(g.with());
        });
        all.sort(null);
        return all;
    }

    private static List<FunctionAddress> appeared(Comparison comparison) {
        List<FunctionAddress> all = new ArrayList<>();
        comparison.changes(Change.New.class).forEach(n -> {
            all.add(n.function());
            all.addAll(n.with());
        });
        all.sort(null);
        return all;
    }

    /** A quadratic search of so many would exceed the time that any test has. */
    @Test
    void manyFunctionsOfOneKindAreNoTrouble() {
        StringBuilder text = new StringBuilder();
        for (int segment = 0; segment < 40; segment++) {
            text.append(String.format("host-bridge %04x:00-ff%n", segment));
            text.append("  root-port 01.0 8086:352a times 30\n    device 15b3:101d class ethernet\n");
            text.append("      function 15b3:101d class ethernet times 7\n");
        }
        Topology before = Hosts.described(text.toString());
        Topology after = Hosts.described(text.toString().replace("15b3:101d", "15b3:101e"));

        assertThat(before.functions()).hasSizeGreaterThan(9_000);
        assertThat(Comparison.of(before, before).same()).isTrue();
        assertThat(Comparison.of(before, after).changes(Change.Gone.class)).hasSize(40 * 30);
    }
}
