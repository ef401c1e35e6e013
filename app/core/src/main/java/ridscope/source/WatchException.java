package ridscope.source;

/** This machine cannot be watched in some way. The message is a sentence for the user. */
public final class WatchException extends Exception {

    private static final long serialVersionUID = 1L;

    public WatchException(String message) {
        super(message);
    }

    public WatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
