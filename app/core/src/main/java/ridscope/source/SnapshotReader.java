package ridscope.source;

import java.util.List;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;

/** Knows one outside format. Implementations are found with {@link java.util.ServiceLoader} and are stateless. */
public interface SnapshotReader {

    /** The source kind, such as {@code lspci-hex}; goes into {@link ridscope.host.Provenance#kind()}. */
    String kind();

    /** Decides by content, never by file name. Must be quick and must not throw. */
    Recognition recognise(Head head);

    /**
     * Reads all hosts in the source, at least one.
     *
     * @throws SnapshotException if nothing usable is in it: one sentence, what and why
     */
    List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException;
}
