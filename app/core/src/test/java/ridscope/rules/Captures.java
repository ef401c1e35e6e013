package ridscope.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Fixtures;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.topology.Topology;

/** Captures of real hosts. */
final class Captures {

    private Captures() {}

    /** All hosts of a file. */
    static List<Topology> hosts(Path file) throws Exception {
        List<Topology> hosts = new ArrayList<>();
        for (HostSnapshot host : new SnapshotOpener()
                .open(new Source.OnDisk(file), Feedback.NONE)
                .hosts()) {
            hosts.add(Enumerator.enumerate(host, Feedback.NONE));
        }
        return hosts;
    }

    /** The first host of a fixture; the test is skipped where there are no fixtures. */
    static Topology host(String file) throws Exception {
        return hosts(Fixtures.path(file)).get(0);
    }
}
