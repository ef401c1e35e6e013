package ridscope.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.live.linux.Spoofer;
import ridscope.rid.FunctionAddress;
import ridscope.source.HostEvent;
import ridscope.source.HostWatcher;
import ridscope.source.HostWatchers;
import ridscope.source.WatchException;

/** Against the kernel of this machine, where it lets. */
class NetlinkWatcherTest {

    private static final Path FUNCTIONS = Path.of("/sys/bus/pci/devices");
    private static final int SECONDS = 10;

    @TempDir
    Path folder;

    private final Heard heard = new Heard();

    @Test
    void openingAndClosingLeavesNothingBehind() throws Exception {
        try (HostWatcher.Watch first = watch()) {
            assertThat(first.how()).isEqualTo("kernel events");
            assertThat(threads()).hasSize(1).allMatch(Thread::isDaemon);
        }
        List<String> before = handles();
        for (int i = 0; i < 50; i++) {
            HostWatcher.Watch watch = watch();
            watch.close();
            watch.close();
        }
        assertThat(threads()).isEmpty();
        assertThat(handles()).hasSameSizeAs(before);
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void aListenerMayCloseItself() throws Exception {
        HostWatcher.Watch[] watch = new HostWatcher.Watch[1];
        BlockingQueue<HostEvent> events = new LinkedBlockingQueue<>();
        watch[0] = watching(new HostWatcher.Listener() {
            @Override
            public void event(HostEvent event) {
                watch[0].close();
                events.add(event);
            }

            @Override
            public void ended(WatchException why) {}
        });
        synthetic(function());
        assertThat(events.poll(SECONDS, TimeUnit.SECONDS)).isNotNull();
        for (Thread thread : threads()) {
            thread.join(SECONDS * 1000L);
        }
        assertThat(threads()).isEmpty();
    }

    /** The only place that writes to sysfs: the kernel then sends the event as if the device had changed (since Linux 4.13). */
    @Test
    @Tag("writes-sysfs")
    void aRealEventArrives() throws Exception {
        Path function = function();
        try (HostWatcher.Watch watch = watch()) {
            synthetic(function);
            FunctionAddress address = FunctionAddress.of(function.getFileName().toString());
            HostEvent event;
            do {
                event = heard.events.poll(SECONDS, TimeUnit.SECONDS);
                assertThat(event)
                        .as("event of " + address + " by " + watch.how())
                        .isNotNull();
            } while (!event.equals(new HostEvent(HostEvent.Action.CHANGE, Optional.of(address), "pci")));
        }
    }

    @Test
    @Tag("writes-sysfs")
    void whatOtherProcessesSendIsNotHeard() throws Exception {
        Path function = function();
        try (HostWatcher.Watch watch = watch()) {
            assumeTrue(
                    Spoofer.send("remove@/devices/pci0000:00/0000:00:1e.7\0ACTION=remove\0"
                            + "DEVPATH=/devices/pci0000:00/0000:00:1e.7\0SUBSYSTEM=pci\0"),
                    "skipped: this process may not send to the kernel's group");
            synthetic(function);
            HostEvent event;
            do {
                event = heard.events.poll(SECONDS, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                assertThat(event.action()).isNotEqualTo(HostEvent.Action.REMOVE);
            } while (event.action() != HostEvent.Action.CHANGE);
            assertThat(watch.how()).isEqualTo("kernel events");
        }
    }

    @Test
    @Tag("writes-sysfs")
    void whatTheKernelHadToThrowAwayIsSaid() throws Exception {
        Path function = function();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch hearing = new CountDownLatch(1);
        HostWatcher.Listener slow = new HostWatcher.Listener() {
            @Override
            public void event(HostEvent event) {
                hearing.countDown();
                try {
                    busy.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                heard.event(event);
            }

            @Override
            public void ended(WatchException why) {
                heard.ended(why);
            }
        };
        try (HostWatcher.Watch watch = watching(slow)) {
            synthetic(function);
            assertThat(hearing.await(SECONDS, TimeUnit.SECONDS)).isTrue();
            String large = "x".repeat(60_000);
            for (int i = 0; i < 1_000; i++) {
                assumeTrue(Spoofer.send(large), "skipped: this process may not send to the kernel's group");
            }
            busy.countDown();
            HostEvent event;
            do {
                event = heard.events.poll(SECONDS, TimeUnit.SECONDS);
                assertThat(event).as("the word that events were lost").isNotNull();
            } while (!event.equals(HostEvent.LOST));
            heard.events.clear();
            synthetic(function);
            assertThat(heard.events.poll(SECONDS, TimeUnit.SECONDS))
                    .as("and it goes on: " + watch.how())
                    .isNotNull();
        }
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void inAContainerWithUsersOfItsOwnItSaysSo() throws Exception {
        Path map = Files.writeString(folder.resolve("uid_map"), "         0     100000      65536\n");
        assertThatThrownBy(() -> new NetlinkWatcher(map).watch(heard))
                .isInstanceOf(WatchException.class)
                .hasMessageContaining("container");
        assertThatThrownBy(() -> new NetlinkWatcher(folder.resolve("none")).watch(heard))
                .isInstanceOf(WatchException.class)
                .hasMessageContaining("Linux");
    }

    @Test
    void itIsInstalledAndTriedFirst() throws Exception {
        assumeTrue(Files.isDirectory(FUNCTIONS), "skipped: no Linux with PCI here");
        watch().close();
        try (HostWatcher.Watch watch = HostWatchers.installed().watch(heard)) {
            assertThat(watch.how()).isEqualTo("kernel events");
        }
    }

    private HostWatcher.Watch watch() {
        return watching(heard);
    }

    private static HostWatcher.Watch watching(HostWatcher.Listener listener) {
        try {
            return new NetlinkWatcher().watch(listener);
        } catch (WatchException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    private static Path function() throws IOException {
        assumeTrue(Files.isDirectory(FUNCTIONS), "skipped: no Linux with PCI here");
        try (Stream<Path> all = Files.list(FUNCTIONS)) {
            Optional<Path> first = all.sorted().findFirst();
            assumeTrue(first.isPresent(), "skipped: this machine has no PCI devices");
            assumeTrue(
                    Files.isWritable(first.get().resolve("uevent")),
                    "skipped: only root can make the kernel send an event, and /sys must be writable");
            return first.get();
        }
    }

    private static void synthetic(Path function) throws IOException {
        Files.writeString(function.resolve("uevent"), "change");
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("kernel events"))
                .toList();
    }

    /** Sockets and event handles of this process. */
    private static List<String> handles() throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.map(NetlinkWatcherTest::target)
                    .filter(target -> target.startsWith("socket:") || target.contains("eventfd"))
                    .toList();
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static final class Heard implements HostWatcher.Listener {
        private final BlockingQueue<HostEvent> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<WatchException> ended = new LinkedBlockingQueue<>();

        @Override
        public void event(HostEvent event) {
            events.add(event);
        }

        @Override
        public void ended(WatchException why) {
            ended.add(why);
        }
    }
}
