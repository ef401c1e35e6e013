package ridscope.draw.export;

/** An expected failure to write a picture. The message is one sentence for the user: what, why, what to do. */
public final class PictureException extends Exception {

    private static final long serialVersionUID = 1L;

    public PictureException(String message) {
        super(message);
    }

    public PictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
