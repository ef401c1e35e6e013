package ridscope.rid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.text.Numbers;

/** Where VFs and SDIs land. The vectors S-1 to S-15 were computed apart from this code. */
class StridedRidsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            S-1 82576 PF0, ARI on             | 03:00.0 | 128 | 2   | 8    | 380  | 38e   | 03:8                        | 0
            S-2 82576 PF1, ARI on             | 03:00.1 | 128 | 2   | 8    | 381  | 38f   | 03:8                        | 0
            S-3 82576 PF0, ARI off            | 03:00.0 | 384 | 2   | 8    | 480  | 48e   | 04:8                        | 1
            S-4 NVMe style                    | 01:00.0 | 1   | 1   | 127  | 101  | 17f   | 01:127                      | 0
            S-5 NVMe style, full bus          | 01:00.0 | 1   | 1   | 255  | 101  | 1ff   | 01:255                      | 0
            S-6 one more                      | 01:00.0 | 1   | 1   | 256  | 101  | 200   | 01:255 02:1                 | 1
            S-7 integrated GPU on root bus    | 00:02.0 | 1   | 1   | 7    | 11   | 17    | 00:7                        | 0
            S-8 PF at function 1              | 41:00.1 | 7   | 1   | 16   | 4108 | 4117  | 41:16                       | 0
            S-9 PF at function 3, crosses bus | 41:00.3 | 253 | 1   | 4    | 4200 | 4203  | 42:4                        | 1
            S-10 three buses                  | 05:00.0 | 16  | 2   | 256  | 510  | 70e   | 05:120 06:128 07:8          | 2
            S-11 specification example        | 10:00.0 | 1   | 1   | 600  | 1001 | 1258  | 10:255 11:256 12:89         | 2
            S-12 SIOV 1024                    | 0a:00.0 | 1   | 1   | 1024 | a01  | e00   | 0a:255 0b:256 0c:256 0d:256 0e:1 | 4
            """)
    void landWhereTheSpecificationPutsThem(
            String name,
            String pf,
            int offset,
            int stride,
            int count,
            String first,
            String last,
            String buses,
            long extra) {
        StridedRids rids = new StridedRids(rid(pf), offset, stride, count);

        assertThat(rids.first().unwrapped()).isEqualTo(hex(first));
        assertThat(rids.last().unwrapped()).isEqualTo(hex(last));
        assertThat(perBus(rids)).isEqualTo(buses);
        assertThat(rids.extraBuses()).isEqualTo(extra);
        assertThat(rids.overflowCount()).isZero();
        assertThat(rids.firstOverflow()).isEmpty();
        assertThat(rids.last().routingId()).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            S-13 SIOV overflow                | f0:00.0 | 256 | 4   | 1024 | f100 | 100fc | fc   | 960 | 64  | 16
            S-14 SIOV overflow, non-zero wrap | fe:00.0 | 1   | 1   | 1024 | fe01 | 10200 | 200  | 511 | 513 | 4
            S-15 SIOV multiple wrap           | 10:00.0 | 1   | 256 | 520  | 1001 | 21701 | 1701 | 240 | 280 | 519
            """)
    void overflowStaysVisible(
            String name,
            String pf,
            int offset,
            int stride,
            int count,
            String first,
            String last,
            String wrapped,
            int firstOverflow,
            int beyond,
            long extra) {
        StridedRids rids = new StridedRids(rid(pf), offset, stride, count);

        assertThat(rids.first().unwrapped()).isEqualTo(hex(first));
        assertThat(rids.last().unwrapped()).isEqualTo(hex(last));
        assertThat(rids.last().fits()).isFalse();
        assertThat(rids.last().routingId()).isEmpty();
        assertThat(rids.last().wrapped().value()).isEqualTo((int) hex(wrapped));
        assertThat(rids.firstOverflow()).hasValue(firstOverflow);
        assertThat(rids.overflowCount()).isEqualTo(beyond);
        assertThat(rids.extraBuses()).isEqualTo(extra);
        assertThat(rids.at(firstOverflow - 1).fits()).isTrue();
        assertThat(rids.at(firstOverflow).fits()).isFalse();
    }

    @Test
    void s13PutsSixtyFourOnEachBus() {
        StridedRids rids = new StridedRids(rid("f0:00.0"), 256, 4, 1024);

        assertThat(rids.perBus())
                .hasSize(16)
                .containsOnlyKeys(
                        0xf1L, 0xf2L, 0xf3L, 0xf4L, 0xf5L, 0xf6L, 0xf7L, 0xf8L, 0xf9L, 0xfaL, 0xfbL, 0xfcL, 0xfdL,
                        0xfeL, 0xffL, 0x100L);
        assertThat(rids.perBus().values()).containsOnly(64);
    }

    @Test
    void s14FillsTheLastTwoBuses() {
        assertThat(perBus(new StridedRids(rid("fe:00.0"), 1, 1, 1024)))
                .isEqualTo("fe:255 ff:256 100:256 101:256 102:1");
    }

    @Test
    void s15PutsOneOnEachBus() {
        StridedRids rids = new StridedRids(rid("10:00.0"), 1, 256, 520);

        assertThat(rids.perBus()).hasSize(520);
        assertThat(rids.perBus().headMap(0x100L)).hasSize(240);
        assertThat(rids.perBus().firstKey()).isEqualTo(0x10L);
        assertThat(rids.perBus().lastKey()).isEqualTo(0x217L);
    }

    /** The note to S-11: how many buses the specification's example needs. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "255, 1", "256, 2", "511, 2", "512, 3", "600, 3"})
    void s11NeedsBusesByNumVfs(int numVfs, int buses) {
        StridedRids rids = new StridedRids(rid("10:00.0"), 1, 1, 600).withCount(numVfs);

        assertThat(rids.perBus()).hasSize(buses);
        assertThat(rids.extraBuses()).isEqualTo(Math.max(0, buses - 1));
    }

    /** L6: the product overflows 31 bits long before it overflows ours. */
    @Test
    void largestRegistersDoNotOverflow() {
        StridedRids rids = new StridedRids(new RoutingId(0xffff), 0xffff, 0xffff, 0xffff);

        assertThat(rids.last().unwrapped()).isEqualTo(0xffffL + 0xffffL + 4_294_770_690L);
        assertThat(rids.overflowCount()).isEqualTo(0xffff);
        assertThat(rids.firstOverflow()).hasValue(0);
    }

    @Test
    void strideZeroPutsAllOnOneRid() {
        StridedRids rids = new StridedRids(rid("03:00.0"), 8, 0, 3);

        assertThat(rids.perBus()).containsOnlyKeys(3L).containsValue(3);
        assertThat(rids.indexOf(rid("03:01.0"))).hasValue(0);
        assertThat(rids.indexOf(rid("03:01.1"))).isEmpty();
    }

    @Test
    void noneAtAll() {
        StridedRids rids = new StridedRids(rid("03:00.0"), 128, 2, 0);

        assertThat(rids.perBus()).isEmpty();
        assertThat(rids.indexOf(rid("03:10.0"))).isEmpty();
        assertThat(rids.countOutside(new BusRange(9, 9))).isZero();
        assertThat(rids.firstOutside(new BusRange(9, 9))).isEmpty();
        assertThat(rids.firstOverflow()).isEmpty();
    }

    @Test
    void formulaHasTheNumbersInIt() {
        assertThat(new StridedRids(rid("3b:00.0"), 128, 2, 64).formula(37)).isEqualTo("3b:00.0 + 128 + 37 × 2");
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1", "65536, 1, 1", "1, -1, 1", "1, 65536, 1", "1, 1, -1", "1, 1, 65536"})
    void registersHaveSixteenBits(int offset, int stride, int count) {
        assertThatThrownBy(() -> new StridedRids(new RoutingId(0), offset, stride, count))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void indicesStartAtZero() {
        assertThatThrownBy(() -> new StridedRids(new RoutingId(0), 1, 1, 1).at(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithCountingOneByOne(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            StridedRids rids = new StridedRids(
                    new RoutingId(random.nextInt(0x10000)),
                    random.nextInt(1 << random.nextInt(17)),
                    random.nextInt(1 << random.nextInt(17)),
                    random.nextInt(1 << random.nextInt(12)));
            int low = random.nextInt(256);
            compare(rids, new BusRange(low, low + random.nextInt(256 - low)), new RoutingId(random.nextInt(0x10000)));
        }
    }

    private static void compare(StridedRids rids, BusRange range, RoutingId probe) {
        TreeMap<Long, Integer> perBus = new TreeMap<>();
        int beyond = 0;
        int outside = 0;
        OptionalInt firstBeyond = OptionalInt.empty();
        OptionalInt firstOutside = OptionalInt.empty();
        OptionalInt index = OptionalInt.empty();
        OptionalInt someIndex = OptionalInt.empty();
        long last = rids.origin().bus();
        for (int k = 0; k < rids.count(); k++) {
            long rid = (long) rids.origin().value() + rids.offset() + (long) rids.stride() * k;
            last = rid / 256;
            perBus.merge(last, 1, Integer::sum);
            if (rid > 0xffff) {
                beyond++;
                firstBeyond = firstBeyond.isEmpty() ? OptionalInt.of(k) : firstBeyond;
            } else if (k == rids.count() / 2) {
                someIndex = OptionalInt.of(rids.stride() == 0 ? 0 : k);
            }
            if (last < range.first() || last > range.last()) {
                outside++;
                firstOutside = firstOutside.isEmpty() ? OptionalInt.of(k) : firstOutside;
            }
            index = index.isEmpty() && rid == probe.value() ? OptionalInt.of(k) : index;
            assertThat(rids.at(k).unwrapped()).isEqualTo(rid);
        }
        assertThat(rids.perBus()).as("%s per bus", rids).isEqualTo(perBus);
        assertThat(rids.overflowCount()).as("%s overflow", rids).isEqualTo(beyond);
        assertThat(rids.firstOverflow()).as("%s first overflow", rids).isEqualTo(firstBeyond);
        assertThat(rids.countOutside(range)).as("%s outside %s", rids, range).isEqualTo(outside);
        assertThat(rids.firstOutside(range))
                .as("%s first outside %s", rids, range)
                .isEqualTo(firstOutside);
        assertThat(rids.indexOf(probe)).as("%s index of %s", rids, probe).isEqualTo(index);
        assertThat(rids.extraBuses())
                .as("%s extra buses", rids)
                .isEqualTo(last - rids.origin().bus());
        if (someIndex.isPresent()) {
            RoutingId hit = rids.at(someIndex.getAsInt()).routingId().orElseThrow();
            assertThat(rids.indexOf(hit)).as("%s index of %s", rids, hit).isEqualTo(someIndex);
        }
    }

    private static RoutingId rid(String text) {
        return RoutingId.parse(text).orElseThrow();
    }

    private static long hex(String digits) {
        return Numbers.hexLong(digits).orElseThrow();
    }

    private static String perBus(StridedRids rids) {
        return rids.perBus().entrySet().stream()
                .map(e -> String.format("%02x:%d", e.getKey(), e.getValue()))
                .collect(Collectors.joining(" "));
    }
}
