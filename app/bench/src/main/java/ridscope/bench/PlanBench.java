package ridscope.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.SdiWish;
import ridscope.plan.SoftwareRids;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** One what-if plan of a segment whose 256 buses are all in use: 15 root ports, a switch with 15 ports below each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBench {

    private static final int PORTS = 15;

    /** Whether the wish fits. */
    @Param({"true", "false"})
    public boolean fits;

    private Topology topology;
    private Wishes wishes;
    private BusPlan planned;

    /** Builds the host. */
    @Setup
    public void build() {
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
        topology = Enumerator.enumerate(host.build(), Feedback.NONE);
        FunctionAddress pf = FunctionAddress.of("03:00.0");
        wishes = Wishes.none().withVfs(pf, 16).withSdis(FunctionAddress.of("03:00.1"), SdiWish.of(fits ? 0 : 1024));
        planned = BusPlanner.plan(topology, wishes);
    }

    /** The plan with everything in it. */
    @Benchmark
    public BusPlan plan() {
        return BusPlanner.plan(topology, wishes);
    }

    /** What would make it fit: further plans where it does not. */
    @Benchmark
    public Advice advice() {
        return Advice.of(topology, planned);
    }

    /** Routing IDs that nothing claims, below every port. */
    @Benchmark
    public List<SoftwareRids> softwareRids() {
        return SoftwareRids.of(topology);
    }
}
