package ridscope.source.json;

/** JSON that is no valid snapshot; the message says where and why. */
final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }
}
