package ridscope.source;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Watches with the best watcher that works here, and goes on with the next one when that breaks. A watcher whose module or
 * library is missing is one that does not work.
 */
public final class HostWatchers implements HostWatcher {

    private final List<HostWatcher> watchers;

    /** @param watchers those to choose from */
    public HostWatchers(List<HostWatcher> watchers) {
        this.watchers = watchers.stream()
                .sorted(Comparator.comparingInt(HostWatcher::rank).reversed())
                .toList();
    }

    /** All that are installed. */
    public static HostWatchers installed() {
        return new HostWatchers(Installed.of(ServiceLoader.load(HostWatcher.class)));
    }

    @Override
    public int rank() {
        return watchers.isEmpty() ? 0 : watchers.get(0).rank();
    }

    @Override
    public Watch watch(Listener listener) throws WatchException {
        Relay relay = new Relay(listener);
        relay.start();
        return relay;
    }

    /** Stands between the listener and the watcher in use, which may change. */
    private final class Relay implements Listener, Watch {
        private final Listener listener;
        private int next;
        private boolean closed;
        private Watch now;

        Relay(Listener listener) {
            this.listener = listener;
        }

        synchronized void start() throws WatchException {
            WatchException why = new WatchException("Nothing is installed that could watch this machine.");
            while (next < watchers.size()) {
                try {
                    now = watchers.get(next++).watch(this);
                    return;
                } catch (WatchException e) {
                    why = e;
                } catch (LinkageError e) {
                    why = new WatchException("A part of the program that watches this machine is missing: " + e, e);
                }
            }
            throw why;
        }

        @Override
        public void event(HostEvent event) {
            listener.event(event);
        }

        /** What happened in between nobody heard. */
        @Override
        public void ended(WatchException why) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                try {
                    start();
                } catch (WatchException none) {
                    listener.ended(why);
                    return;
                }
            }
            listener.event(HostEvent.LOST);
        }

        @Override
        public synchronized String how() {
            return now.how();
        }

        @Override
        public void close() {
            Watch last;
            synchronized (this) {
                closed = true;
                last = now;
            }
            last.close();
        }
    }
}
