package ridscope.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstTest {

    @ParameterizedTest(name = "events at {0} lead to action at {1}")
    @CsvSource({
        "'', ''",
        "0, 400",
        "0 1 2 3, 403",
        "0 399, 799",
        "0 400, 400 800",
        "0 300 600 900 1200 1500 1800, 2000",
        "0 300 600 900 1200 1500 1800 1999 2001, 2000 2401",
        "0 1000, 400 1400",
        "5000 5100 9000, 5500 9400"
    })
    void manyEventsAreOneAction(String events, String actions) {
        Burst burst = new Burst(400, 2000);
        List<Long> acted = new ArrayList<>();
        List<Long> times = numbers(events);
        for (long now = 0; now <= 12_000; now++) {
            if (burst.take(now)) {
                acted.add(now);
            }
            if (times.contains(now)) {
                burst.event(now);
            }
        }
        assertThat(acted).isEqualTo(numbers(actions));
        assertThat(burst.due()).isEmpty();
    }

    @Test
    void theMomentIsKnownInAdvance() {
        Burst burst = new Burst(400, 2000);
        assertThat(burst.due()).isEmpty();
        burst.event(100);
        assertThat(burst.due()).hasValue(500);
        burst.event(450);
        assertThat(burst.due()).hasValue(850);
        assertThat(burst.take(849)).isFalse();
        assertThat(burst.take(850)).isTrue();
        assertThat(burst.take(850)).isFalse();
    }

    @Test
    void whatIsForgottenLeadsToNothing() {
        Burst burst = new Burst(400, 2000);
        burst.event(100);
        burst.clear();
        assertThat(burst.take(10_000)).isFalse();
        burst.event(20_000);
        assertThat(burst.due()).hasValue(20_400);
    }

    private static List<Long> numbers(String text) {
        return Stream.of(text.split(" "))
                .filter(t -> !t.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
