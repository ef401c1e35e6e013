package ridscope.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostWatchersTest {

    private final List<HostEvent> events = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final HostWatcher.Listener listener = new HostWatcher.Listener() {
        @Override
        public void event(HostEvent event) {
            events.add(event);
        }

        @Override
        public void ended(WatchException why) {
            ended.add(why.getMessage());
        }
    };

    @Test
    void theBestThatWorksIsTaken() throws Exception {
        Fake low = new Fake(0, "low");
        Fake high = new Fake(10, "high");
        try (HostWatcher.Watch watch = new HostWatchers(List.of(low, high)).watch(listener)) {
            assertThat(watch.how()).isEqualTo("high");
            high.hears.event(HostEvent.LOST);
        }
        assertThat(events).hasSize(1);
        assertThat(high.closed).isEqualTo(1);
        assertThat(low.hears).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "no library"})
    void oneThatDoesNotWorkHereIsPassedOver(String how) throws Exception {
        Fake high = new Fake(10, how);
        try (HostWatcher.Watch watch = new HostWatchers(List.of(high, new Fake(0, "low"))).watch(listener)) {
            assertThat(watch.how()).isEqualTo("low");
        }
    }

    @Test
    void whereNoneWorksTheLastSaysWhy() {
        assertThatThrownBy(() ->
                        new HostWatchers(List.of(new Fake(1, "no library"), new Fake(0, "refused"))).watch(listener))
                .isInstanceOf(WatchException.class)
                .hasMessage("refused");
        assertThatThrownBy(() -> new HostWatchers(List.of()).watch(listener))
                .isInstanceOf(WatchException.class)
                .hasMessageContaining("Nothing is installed");
    }

    @Test
    void whenOneBreaksTheNextGoesOnAndSomethingMayHaveBeenMissed() throws Exception {
        Fake low = new Fake(0, "low");
        Fake high = new Fake(10, "high");
        try (HostWatcher.Watch watch = new HostWatchers(List.of(low, high)).watch(listener)) {
            high.hears.ended(new WatchException("broken"));
            assertThat(watch.how()).isEqualTo("low");
            assertThat(events).containsExactly(HostEvent.LOST);
            low.hears.ended(new WatchException("broken too"));
            assertThat(ended).containsExactly("broken too");
        }
        assertThat(low.closed).isEqualTo(1);
    }

    @Test
    void oneThatEndsAfterItWasClosedIsNotReplaced() throws Exception {
        Fake low = new Fake(0, "low");
        Fake high = new Fake(10, "high");
        new HostWatchers(List.of(low, high)).watch(listener).close();
        high.hears.ended(new WatchException("closed"));
        assertThat(low.hears).isNull();
        assertThat(ended).isEmpty();
    }

    @Test
    void thoseInstalledHaveAtLeastTheOneThatLooks() {
        assertThat(HostWatchers.installed().rank()).isGreaterThanOrEqualTo(0);
        assertThat(Installed.of(java.util.ServiceLoader.load(HostWatcher.class)))
                .extracting(watcher -> watcher.getClass().getSimpleName())
                .contains("PollingWatcher");
    }

    private static final class Fake implements HostWatcher {
        private final int rank;
        private final String how;
        private Listener hears;
        private int closed;

        Fake(int rank, String how) {
            this.rank = rank;
            this.how = how;
        }

        @Override
        public int rank() {
            return rank;
        }

        @Override
        public Watch watch(Listener listener) throws WatchException {
            if (how.equals("refused")) {
                throw new WatchException("refused");
            }
            if (how.equals("no library")) {
                throw new NoClassDefFoundError("com/sun/jna/Library");
            }
            hears = listener;
            return new Watch() {
                @Override
                public String how() {
                    return how;
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }
    }
}
