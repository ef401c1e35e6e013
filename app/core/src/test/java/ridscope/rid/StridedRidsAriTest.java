package ridscope.rid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which VFs can be reached only with ARI Forwarding. */
class StridedRidsAriTest {

    @ParameterizedTest
    @CsvSource({
        // origin, offset, stride, count, expected (−1: none)
        "03:00.0, 1, 1, 7, -1",
        "03:00.0, 1, 1, 8, 7",
        "03:00.0, 128, 2, 64, 0",
        "03:00.0, 256, 1, 64, -1",
        "03:00.0, 0x1, 0x100, 4, -1",
        "03:00.0, 1, 1, 0, -1",
        "03:00.1, 7, 1, 1, 0",
    })
    void firstIndexOnTheOwnBusThatIsNoDeviceZero(String origin, String offset, String stride, int count, int expected) {
        StridedRids rids = new StridedRids(
                RoutingId.parse(origin).orElseThrow(), Integer.decode(offset), Integer.decode(stride), count);

        assertThat(rids.firstBeyondDeviceZero()).isEqualTo(optional(expected));
    }

    @Test
    void agreesWithLookingAtEachIndex() {
        Random random = new Random(41);
        for (int round = 0; round < 2000; round++) {
            StridedRids rids = new StridedRids(
                    RoutingId.of(random.nextInt(256), random.nextInt(8)),
                    random.nextInt(300),
                    random.nextInt(20),
                    random.nextInt(200));

            assertThat(rids.firstBeyondDeviceZero()).as("%s", rids).isEqualTo(optional(bySearch(rids)));
        }
    }

    private static int bySearch(StridedRids rids) {
        for (int k = 0; k < rids.count(); k++) {
            Placement at = rids.at(k);
            if (at.bus() == rids.origin().bus() && at.wrapped().device() > 0) {
                return k;
            }
        }
        return -1;
    }

    private static OptionalInt optional(int index) {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
