package ridscope.ridmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim.Enabled;

/** The one walk over the Routing IDs of a strided set against looking at each of its members. */
class RidWalkTest {

    private static List<Integer> walked(StridedRids rids) {
        RidWalk walk = RidWalk.of(rids);
        List<Integer> found = new ArrayList<>();
        for (int rid = walk.first(); rid < walk.end(); rid += walk.step()) {
            found.add(rid);
        }
        return found;
    }

    private static SortedSet<Integer> naive(StridedRids rids) {
        SortedSet<Integer> ids = new TreeSet<>();
        for (int k = 0; k < rids.count(); k++) {
            long rid = rids.at(k).unwrapped();
            if (rid <= 0xffff) {
                ids.add((int) rid);
            }
        }
        return ids;
    }

    private static StridedRids set(int origin, int offset, int stride, int count) {
        return new StridedRids(new RoutingId(origin), offset, stride, count);
    }

    @ParameterizedTest
    @CsvSource({
        // none, one, and many on one ID
        "0x0100, 1, 1, 0, 0",
        "0x0100, 1, 1, 1, 1",
        "0x0100, 1, 0, 8, 1",
        // up to ffff and one beyond
        "0xff00, 1, 1, 255, 255",
        "0xff00, 1, 1, 256, 255",
        // the first beyond
        "0xffff, 1, 1, 8, 0",
        "0xffff, 0xffff, 0, 8, 0",
        // a step that only the first fits
        "0x0000, 0xffff, 0xffff, 65535, 1",
        "0x0000, 1, 1, 65535, 65535",
        // 10:00.0 + 1 + 256 × k: one per bus
        "0x1000, 1, 0x100, 520, 240"
    })
    void edges(int origin, int offset, int stride, int count, int fitting) {
        StridedRids rids = set(origin, offset, stride, count);

        assertThat(walked(rids)).hasSize(fitting).containsExactlyElementsOf(naive(rids));
    }

    @RepeatedTest(200)
    void anySet(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int large = 1 + random.nextInt(0x10000);
        StridedRids rids = set(
                random.nextInt(0x10000), random.nextInt(large), random.nextInt(1 + large / 16), random.nextInt(large));

        assertThat(walked(rids)).containsExactlyElementsOf(naive(rids));

        BitSet others = new BitSet();
        for (int i = 0; i < 2000; i++) {
            others.set(random.nextInt(0x10000));
        }
        Comb comb = new Comb(FunctionAddress.of("01:00.0"), true, rids, 0, Enabled.NO);
        assertThat(comb.countIn(others))
                .isEqualTo((int) naive(rids).stream().filter(others::get).count());
    }

    /** Eight members on one Routing ID that somebody else has too are one ID in conflict. */
    @Test
    void anIdCountsOnce() {
        BitSet other = new BitSet();
        other.set(0x101);

        assertThat(new Comb(FunctionAddress.of("01:00.0"), false, set(0x100, 1, 0, 8), 0, Enabled.NO).countIn(other))
                .isEqualTo(1);
    }
}
