package ridscope.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ridscope.live.linux.ErrnoException;
import ridscope.live.linux.UeventSocket;
import ridscope.source.HostWatcher;
import ridscope.source.WatchException;

/** Hears the kernel's own events. Needs Linux and its first user namespace, but no privilege. */
public final class NetlinkWatcher implements HostWatcher {

    private static final String EVERYBODY = "0 0 4294967295";

    private final Path users;

    /** Hears this machine. */
    public NetlinkWatcher() {
        this(Path.of("/proc/self/uid_map"));
    }

    /** @param users the file in which the kernel shows the user namespace of this process */
    NetlinkWatcher(Path users) {
        this.users = users;
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public Watch watch(Listener listener) throws WatchException {
        checkNamespace();
        UeventSocket socket;
        try {
            socket = new UeventSocket();
        } catch (ErrnoException e) {
            throw new WatchException("The kernel does not let this process hear its events: " + e.getMessage(), e);
        }
        Hearing hearing = new Hearing(socket, listener);
        hearing.start();
        return hearing;
    }

    /** Elsewhere the socket opens, but the kernel sends nothing to it (Linux {@code uevent_net_init}). */
    private void checkNamespace() throws WatchException {
        String map;
        try {
            map = Files.readString(users).strip().replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new WatchException("Kernel events can only be heard on Linux.", e);
        }
        if (!map.equals(EVERYBODY)) {
            throw new WatchException("The kernel sends no events into a container with users of its own.");
        }
    }
}
