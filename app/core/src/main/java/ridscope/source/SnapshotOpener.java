package ridscope.source;

import ridscope.job.Feedback;

/** Opens any source with the reader that recognises it best. */
public final class SnapshotOpener {

    /** With all readers that {@link java.util.ServiceLoader} finds. */
    public SnapshotOpener() {}

    /**
     * Opens by content.
     *
     * @throws SnapshotException if it cannot be read, or nobody recognises it
     */
    public Opened open(Source source, Feedback feedback) throws SnapshotException {
        throw new UnsupportedOperationException();
    }
}
