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
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.SdiWish;
import ridscope.plan.SoftwareRids;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/** One what-if plan of a {@link FullSegment}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBench {

    /** Whether the wish fits. */
    @Param({"true", "false"})
    public boolean fits;

    private Topology topology;
    private Wishes wishes;
    private BusPlan planned;

    /** Builds the host. */
    @Setup
    public void build() {
        topology = Enumerator.enumerate(FullSegment.host(1), Feedback.NONE);
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
