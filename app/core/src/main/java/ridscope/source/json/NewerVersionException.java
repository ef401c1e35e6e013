package ridscope.source.json;

/** The snapshot was written by a later version of RIDscope. */
final class NewerVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerVersionException(long version) {
        super("has snapshot format version " + version + ", but this RIDscope reads only up to version "
                + SnapshotFormat.VERSION + "; open it with a newer RIDscope.");
    }
}
