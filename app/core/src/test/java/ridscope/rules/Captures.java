package ridscope.rules;

import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.source.Fixtures;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.topology.Topology;

/** Captures of real hosts. */
final class Captures {

    private Captures() {}

    /** The first host of a fixture; the test is skipped where there are no fixtures. */
    static Topology host(String file) throws Exception {
        return Enumerator.enumerate(
                new SnapshotOpener()
                        .open(new Source.OnDisk(Fixtures.path(file)), Feedback.NONE)
                        .hosts()
                        .get(0),
                Feedback.NONE);
    }
}
