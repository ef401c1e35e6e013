package ridscope.source.live;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import ridscope.rid.FunctionAddress;
import ridscope.source.HostEvent;
import ridscope.source.HostWatcher;
import ridscope.source.WatchException;

/**
 * Looks every few seconds which functions there are and which driver each has. Works wherever sysfs can be read, needs no
 * native code, and does not see what came and went between two looks.
 */
public final class PollingWatcher implements HostWatcher {

    private static final int SECONDS = 5;

    private final Path functions;
    private final Function<Runnable, Runnable> clock;

    /** Looks at this machine. */
    public PollingWatcher() {
        this(Path.of("/sys/bus/pci/devices"), PollingWatcher::everyFewSeconds);
    }

    /**
     * @param functions folder with an entry for each function
     * @param clock starts calling something again and again, and gives what stops it
     */
    PollingWatcher(Path functions, Function<Runnable, Runnable> clock) {
        this.functions = functions;
        this.clock = clock;
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public Watch watch(Listener listener) throws WatchException {
        if (!Files.isDirectory(functions)) {
            throw new WatchException("This machine cannot be watched: " + functions + " is not there.");
        }
        Look look = new Look(listener);
        Runnable stop = clock.apply(look);
        return new Watch() {
            @Override
            public String how() {
                return "a look every " + SECONDS + " s";
            }

            @Override
            public void close() {
                look.close();
                stop.run();
            }
        };
    }

    static Runnable everyFewSeconds(Runnable look) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sysfs watcher");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> looks = timer.scheduleWithFixedDelay(look, SECONDS, SECONDS, TimeUnit.SECONDS);
        return () -> {
            looks.cancel(false);
            timer.shutdownNow();
        };
    }

    /** One look after the other, each compared with the one before. */
    private final class Look implements Runnable {
        private final Listener listener;
        private Map<FunctionAddress, String> before;
        private boolean closed;

        Look(Listener listener) {
            this.listener = listener;
            before = drivers().orElse(Map.of());
        }

        /** A timer would keep a bug to itself and never look again: both are said instead. */
        @Override
        public void run() {
            try {
                look();
            } catch (RuntimeException | Error e) {
                close();
                listener.ended(
                        new WatchException("This machine is no longer watched; reload to see what has changed."));
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }

        private synchronized void look() {
            Optional<Map<FunctionAddress, String>> found = closed ? Optional.empty() : drivers();
            found.ifPresent(now -> {
                Map<FunctionAddress, String> last = before;
                before = now;
                now.forEach((address, driver) -> {
                    if (!last.containsKey(address)) {
                        tell(HostEvent.Action.ADD, address);
                    } else if (!last.get(address).equals(driver)) {
                        tell(driver.isEmpty() ? HostEvent.Action.UNBIND : HostEvent.Action.BIND, address);
                    }
                });
                last.keySet().stream()
                        .filter(address -> !now.containsKey(address))
                        .forEach(address -> tell(HostEvent.Action.REMOVE, address));
            });
        }

        private void tell(HostEvent.Action action, FunctionAddress address) {
            listener.event(new HostEvent(action, Optional.of(address), "pci"));
        }

        synchronized void close() {
            closed = true;
        }

        /** Empty if the folder cannot be listed now: that says nothing about what is in it. */
        private Optional<Map<FunctionAddress, String>> drivers() {
            Map<FunctionAddress, String> found = new HashMap<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(functions)) {
                for (Path entry : entries) {
                    FunctionAddress.parse(String.valueOf(entry.getFileName()))
                            .ifPresent(address -> found.put(address, driver(entry)));
                }
            } catch (IOException | java.nio.file.DirectoryIteratorException e) {
                return Optional.empty();
            }
            return Optional.of(found);
        }

        private String driver(Path function) {
            try {
                return String.valueOf(
                        Files.readSymbolicLink(function.resolve("driver")).getFileName());
            } catch (IOException e) {
                return "";
            }
        }
    }
}
