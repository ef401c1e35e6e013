package ridscope.source;

import java.io.IOException;

/** Compressed content or an archive that is damaged. */
public final class DamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what what it should be, such as {@code bzip2 data}
     * @param cause what went wrong
     */
    public DamagedException(String what, Exception cause) {
        super(
                "the " + what + " in it cannot be unpacked ("
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()) + ")",
                cause);
    }
}
