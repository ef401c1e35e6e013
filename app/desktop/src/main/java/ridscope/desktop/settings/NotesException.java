package ridscope.desktop.settings;

/** Notes could not be read or written. The message is one sentence for the user: what, and what to do. */
public final class NotesException extends Exception {

    private static final long serialVersionUID = 1L;

    NotesException(String message) {
        super(message);
    }

    NotesException(String message, Throwable cause) {
        super(message, cause);
    }
}
