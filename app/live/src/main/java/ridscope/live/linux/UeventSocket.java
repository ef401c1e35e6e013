package ridscope.live.linux;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.util.Optional;

/**
 * A netlink socket on which the kernel sends a message for every device that comes, goes or changes
 * ({@code NETLINK_KOBJECT_UEVENT}, group 1). One thread receives and in the end closes; others may only {@link #wake} it.
 */
public final class UeventSocket implements AutoCloseable {

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int NETLINK_KOBJECT_UEVENT = 15;
    private static final int KERNEL_GROUP = 1;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    /** Enough for some thousand events: a driver that makes a thousand VFs sends several for each. */
    private static final int QUEUE_BYTES = 8 << 20;

    private static final int MESSAGE_BYTES = 64 << 10;
    /** In a flood that does not end something else has to be done at some time. */
    private static final int MOST_DRAINED = 100_000;

    private static final int ADDRESS_BYTES = 12;
    private static final int PORT_OFFSET = 4;
    private static final int GROUPS_OFFSET = 8;
    private static final int POLLFD_BYTES = 8;
    private static final int POLLIN = 1;
    private static final int REVENTS_OFFSET = 6;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_TRUNC = 0x20;

    private final LibC c = LibC.Loaded.C;
    private final Memory buffer = new Memory(MESSAGE_BYTES);
    private final Memory address = new Memory(ADDRESS_BYTES);
    private final Memory small = new Memory(2 * POLLFD_BYTES);
    private final int wakeup;
    private final int socket;
    private boolean closed;

    /**
     * One message as it came.
     *
     * @param bytes its content; shorter than {@code length} if it did not fit
     * @param length its real length
     * @param sender netlink port of the sender; 0 is the kernel
     * @param groups groups it was sent to, a bit each
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Message(byte[] bytes, long length, int sender, int groups) {}

    /**
     * Opens and binds it.
     *
     * @throws ErrnoException if the kernel does not let
     */
    public UeventSocket() throws ErrnoException {
        wakeup = check("eventfd", c.eventfd(0, CLOSE_ON_EXEC));
        int opened = -1;
        try {
            opened = check("socket", c.socket(AF_NETLINK, SOCK_RAW | CLOSE_ON_EXEC, NETLINK_KOBJECT_UEVENT));
            enlarge(opened);
            address.clear();
            address.setShort(0, (short) AF_NETLINK);
            address.setInt(GROUPS_OFFSET, KERNEL_GROUP);
            check("bind", c.bind(opened, address, ADDRESS_BYTES));
        } catch (ErrnoException e) {
            c.close(wakeup);
            if (opened >= 0) {
                c.close(opened);
            }
            free();
            throw e;
        }
        socket = opened;
    }

    /** The first way needs a privilege, the second has a limit; the usual size will do where neither works. */
    private void enlarge(int fd) {
        small.setInt(0, QUEUE_BYTES);
        if (c.setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, small, Integer.BYTES) < 0) {
            c.setsockopt(fd, SOL_SOCKET, SO_RCVBUF, small, Integer.BYTES);
        }
    }

    /**
     * Waits for the next message.
     *
     * @return empty after {@link #wake}
     * @throws ErrnoException if a call fails; after an overrun and a temporary one receiving can go on
     */
    public Optional<Message> receive() throws ErrnoException {
        while (true) {
            pollfd(0, wakeup);
            pollfd(POLLFD_BYTES, socket);
            check("poll", c.poll(small, new NativeLong(2), -1));
            if (small.getShort(REVENTS_OFFSET) != 0) {
                return Optional.empty();
            }
            if (small.getShort(POLLFD_BYTES + REVENTS_OFFSET) != 0) {
                return Optional.of(message());
            }
        }
    }

    private void pollfd(int offset, int fd) {
        small.setInt(offset, fd);
        small.setInt(offset + Integer.BYTES, 0);
        small.setShort(offset + Integer.BYTES, (short) POLLIN);
    }

    private Message message() throws ErrnoException {
        small.setInt(0, ADDRESS_BYTES);
        address.clear();
        NativeLong room = new NativeLong(MESSAGE_BYTES);
        NativeLong got = c.recvfrom(socket, buffer, room, MSG_DONTWAIT | MSG_TRUNC, address, small);
        long length = check("recvfrom", got.longValue());
        byte[] bytes = buffer.getByteArray(0, (int) Math.min(length, MESSAGE_BYTES));
        return new Message(bytes, length, address.getInt(PORT_OFFSET), address.getInt(GROUPS_OFFSET));
    }

    /**
     * Throws away what waits. After an overrun the kernel goes on to drop messages, and does not say so again, until nothing
     * waits any more (Linux {@code netlink_overrun}).
     *
     * @throws ErrnoException if a call fails for good
     */
    public void drain() throws ErrnoException {
        for (int i = 0; i < MOST_DRAINED; i++) {
            try {
                message();
            } catch (ErrnoException e) {
                if (e.temporary()) {
                    return;
                }
                if (!e.overrun()) {
                    throw e;
                }
            }
        }
    }

    /** Makes {@link #receive} return, now or when it is next called. Any thread may call this, also after the end. */
    public synchronized void wake() {
        if (!closed) {
            try (Memory one = new Memory(Long.BYTES)) {
                one.setLong(0, 1);
                c.write(wakeup, one, new NativeLong(Long.BYTES));
            }
        }
    }

    /** Frees its handles. Only for the thread that receives. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            c.close(socket);
            c.close(wakeup);
            free();
        }
    }

    private void free() {
        buffer.close();
        address.close();
        small.close();
    }

    private static int check(String call, int result) throws ErrnoException {
        return (int) check(call, (long) result);
    }

    private static long check(String call, long result) throws ErrnoException {
        if (result < 0) {
            throw new ErrnoException(call, Native.getLastError());
        }
        return result;
    }
}
