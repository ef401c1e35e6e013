package ridscope.live.linux;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/**
 * The functions needed; names, types and results are those of the manual pages (section 2). All give −1 on failure. On Linux
 * {@code size_t} and {@code nfds_t} are as wide as {@code long}.
 */
interface LibC extends Library {

    /** Loads the library when first used. */
    final class Loaded {
        static final LibC C = Native.load("c", LibC.class);

        private Loaded() {}
    }

    int socket(int domain, int type, int protocol);

    int bind(int fd, Pointer address, int length);

    int setsockopt(int fd, int level, int name, Pointer value, int length);

    NativeLong recvfrom(int fd, Pointer buffer, NativeLong length, int flags, Pointer address, Pointer addressLength);

    int poll(Pointer fds, NativeLong count, int timeoutMillis);

    int eventfd(int initial, int flags);

    NativeLong write(int fd, Pointer buffer, NativeLong count);

    int close(int fd);
}
