package ridscope.enumerate;

import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.topology.Topology;

/** Turns a snapshot into a topology. Bad input gives a smaller tree and diagnostics, never an exception. */
public final class Enumerator {

    private Enumerator() {}

    public static Topology enumerate(HostSnapshot snapshot, Feedback feedback) {
        throw new UnsupportedOperationException();
    }
}
