package ridscope.source;

/** An expected failure to read or write a snapshot. The message is one sentence for the user: what, why, what to do. */
public final class SnapshotException extends Exception {

    private static final long serialVersionUID = 1L;

    public SnapshotException(String message) {
        super(message);
    }

    public SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
