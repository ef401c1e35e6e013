package ridscope.live;

import java.util.Optional;
import ridscope.live.linux.ErrnoException;
import ridscope.live.linux.UeventSocket;
import ridscope.source.HostEvent;
import ridscope.source.HostWatcher.Listener;
import ridscope.source.HostWatcher.Watch;
import ridscope.source.WatchException;

/** The thread that receives, until it is closed or receiving fails for good. */
final class Hearing extends Thread implements Watch {

    private static final int KERNEL = 0;
    private static final int KERNEL_GROUP = 1;
    private static final long PATIENCE_MILLIS = 2_000;

    private final UeventSocket socket;
    private final Listener listener;
    private volatile boolean closed;

    Hearing(UeventSocket socket, Listener listener) {
        super("kernel events");
        this.socket = socket;
        this.listener = listener;
        setDaemon(true);
    }

    @Override
    public void run() {
        try (socket) {
            boolean more = true;
            while (more) {
                more = receive();
            }
        } catch (ErrnoException e) {
            if (!closed) {
                listener.ended(new WatchException("Kernel events can no longer be heard: " + e.getMessage(), e));
            }
        }
    }

    private boolean receive() throws ErrnoException {
        try {
            Optional<UeventSocket.Message> message = socket.receive();
            message.flatMap(Hearing::event).filter(event -> !closed).ifPresent(listener::event);
            return message.isPresent() && !closed;
        } catch (ErrnoException e) {
            if (e.overrun()) {
                socket.drain();
                listener.event(HostEvent.LOST);
            } else if (!e.temporary()) {
                throw e;
            }
            return true;
        }
    }

    /**
     * What a message means. Any process may send to this socket, so only the kernel is believed; one that did not fit is as
     * good as lost.
     */
    static Optional<HostEvent> event(UeventSocket.Message message) {
        if (message.sender() != KERNEL || message.groups() != KERNEL_GROUP) {
            return Optional.empty();
        }
        if (message.length() > message.bytes().length) {
            return Optional.of(HostEvent.LOST);
        }
        return Uevent.parse(message.bytes()).flatMap(Relevance::of);
    }

    @Override
    public String how() {
        return "kernel events";
    }

    @Override
    public void close() {
        closed = true;
        socket.wake();
        if (Thread.currentThread() != this) {
            try {
                join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
