package ridscope.source.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.source.HostEvent;
import ridscope.source.HostWatcher;
import ridscope.source.WatchException;

class PollingWatcherTest {

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();
    private final HostWatcher.Listener listener = new HostWatcher.Listener() {
        @Override
        public void event(HostEvent event) {
            heard.add(event.action() + " " + event.function().orElseThrow().rid());
        }

        @Override
        public void ended(WatchException why) {
            heard.add(why.getMessage());
        }
    };
    private Runnable look;
    private boolean stopped;

    @BeforeEach
    void oneFunction() throws Exception {
        Files.createDirectories(folder.resolve("0000:00:01.0"));
    }

    @Test
    void whatCameWentAndGotADriver() throws Exception {
        try (HostWatcher.Watch watch = watch()) {
            assertThat(watch.how()).isEqualTo("a look every 5 s");
            look.run();
            assertThat(heard).isEmpty();
            Files.createDirectories(folder.resolve("0000:02:00.0"));
            Files.createDirectories(folder.resolve("lost+found"));
            assertThat(heard()).containsExactly("ADD 02:00.0");
            Files.createSymbolicLink(folder.resolve("0000:02:00.0/driver"), Path.of("../../drivers/nvme"));
            assertThat(heard()).containsExactly("BIND 02:00.0");
            Files.delete(folder.resolve("0000:02:00.0/driver"));
            Files.createSymbolicLink(folder.resolve("0000:02:00.0/driver"), Path.of("../../drivers/vfio-pci"));
            assertThat(heard()).containsExactly("BIND 02:00.0");
            Files.delete(folder.resolve("0000:02:00.0/driver"));
            assertThat(heard()).containsExactly("UNBIND 02:00.0");
            Files.delete(folder.resolve("0000:02:00.0"));
            assertThat(heard()).containsExactly("REMOVE 02:00.0");
            assertThat(heard()).isEmpty();
        }
        assertThat(stopped).isTrue();
    }

    @Test
    void aFolderThatCannotBeListedForAMomentMeansNothing() throws Exception {
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        try (HostWatcher.Watch watch = watch()) {
            Files.move(folder, moved);
            look.run();
            Files.move(moved, folder);
            look.run();
            assertThat(heard).as(watch.how()).isEmpty();
        }
    }

    @Test
    void afterTheEndNothingIsSaid() throws Exception {
        watch().close();
        Files.createDirectories(folder.resolve("0000:02:00.0"));
        look.run();
        assertThat(heard).isEmpty();
    }

    @Test
    void withoutAFolderThereIsNothingToWatch() {
        assertThatThrownBy(() -> new PollingWatcher(folder.resolve("none"), run -> () -> {}).watch(listener))
                .isInstanceOf(WatchException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void theRealClockIsADaemonAndStops() throws Exception {
        PollingWatcher watcher = new PollingWatcher(folder, PollingWatcher::everyFewSeconds);
        HostWatcher.Watch watch = watcher.watch(listener);
        assertThat(threads()).hasSize(1).allMatch(Thread::isDaemon);
        watch.close();
        for (Thread thread : threads()) {
            thread.join(10_000);
        }
        assertThat(threads()).isEmpty();
    }

    @Test
    void aBugIsReportedAndEndsTheWatch() throws Exception {
        List<Throwable> bugs = new ArrayList<>();
        IllegalStateException bug = new IllegalStateException("a listener must not throw");
        new PollingWatcher(folder, run -> {
                    look = run;
                    return () -> {};
                })
                .watch(new HostWatcher.Listener() {
                    @Override
                    public void event(HostEvent event) {
                        throw bug;
                    }

                    @Override
                    public void ended(WatchException why) {
                        heard.add(why.getMessage());
                    }
                });
        Files.createDirectories(folder.resolve("0000:02:00.0"));
        Thread thread = new Thread(look);
        thread.setUncaughtExceptionHandler((where, what) -> bugs.add(what));
        thread.start();
        thread.join();
        look.run();
        assertThat(bugs).containsExactly(bug);
        assertThat(heard).containsExactly("This machine is no longer watched; reload to see what has changed.");
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("sysfs watcher"))
                .toList();
    }

    private List<String> heard() {
        heard.clear();
        look.run();
        return heard;
    }

    private HostWatcher.Watch watch() throws WatchException {
        return new PollingWatcher(folder, run -> {
                    look = run;
                    return () -> stopped = true;
                })
                .watch(listener);
    }
}
