package ridscope.source;

/**
 * Hears when PCI devices of this machine come, go or change. Implementations are found with
 * {@link java.util.ServiceLoader} and are stateless; {@link HostWatchers} chooses among them.
 */
public interface HostWatcher {

    /** Hears events, in threads of the watcher. Must be quick and must not throw. */
    interface Listener {

        /** Something has changed. */
        void event(HostEvent event);

        /** No more events will come, though nobody closed the watch. */
        void ended(WatchException why);
    }

    /** Events are being heard. */
    interface Watch extends AutoCloseable {

        /** How the events come, in a few words for the user: {@code kernel events}. */
        String how();

        /** Ends it: frees its threads and handles. An event may still come while this runs, none afterwards. */
        @Override
        void close();
    }

    /** Watchers of higher rank are tried first. */
    int rank();

    /**
     * Starts watching. May take most of a second the first time.
     *
     * @throws WatchException if this watcher cannot be used here: one sentence that says why
     */
    Watch watch(Listener listener) throws WatchException;
}
