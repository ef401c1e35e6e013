package ridscope.live.linux;

import java.io.IOException;

/** A system call failed. */
public final class ErrnoException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final int ENOBUFS = 105;

    private final int errno;

    /** @param errno as {@code errno(3)} numbers it */
    public ErrnoException(String call, int errno) {
        super(call + " failed with error " + errno);
        this.errno = errno;
    }

    /** The kernel's number of the error. */
    public int errno() {
        return errno;
    }

    /** Whether the call need only be made again. */
    public boolean temporary() {
        return errno == EINTR || errno == EAGAIN;
    }

    /** Whether the kernel had to throw messages away. */
    public boolean overrun() {
        return errno == ENOBUFS;
    }
}
