package ridscope.rid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.text.Numbers;

/** How addresses are written and read. */
class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0000:00:1f.3,  0,     fb,   00, fb, 251, 0000:00:1f.3",
        "0000:03:10.0,  0,     380,  03, 80, 128, 0000:03:10.0",
        "0000:ff:1f.7,  0,     ffff, ff, ff, 255, 0000:ff:1f.7",
        "10000:e1:00.0, 10000, e100, e1, 00, 0,   10000:e1:00.0",
        "3B:00.1,       0,     3b01, 3b, 01, 1,   0000:3b:00.1",
        "FFFFFFFF:0A:1F.7, ffffffff, aff, 0a, ff, 255, ffffffff:0a:1f.7",
        "00000001:00:00.0, 1,  0,    00, 00, 0,   0001:00:00.0",
    })
    void accepted(String text, String segment, String rid, String bus, String devfn, int ari, String printed) {
        FunctionAddress address = FunctionAddress.parse(text).orElseThrow();

        assertThat(Integer.toHexString(address.segment().number())).isEqualTo(segment);
        assertThat(address.rid().value()).isEqualTo(Numbers.hex(rid).orElseThrow());
        assertThat(address.bus()).isEqualTo(Numbers.hex(bus).orElseThrow());
        assertThat(address.rid().devfn()).isEqualTo(Numbers.hex(devfn).orElseThrow());
        assertThat(address.rid().ariFunction()).isEqualTo(ari);
        assertThat(address).hasToString(printed);
        assertThat(FunctionAddress.of(printed)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000:00:20.0",
                "0000:00:00.8",
                "000:00:00.0",
                "000000000:00:00.0",
                "00:00",
                "0:0.0",
                "00:00.0 ",
                " 00:00.0",
                "00:00.0\n",
                "",
                "g0:00.0",
                "0000:100:00.0",
                "\u0660\u0660:00.0"
            })
    void rejected(String text) {
        assertThat(FunctionAddress.parse(text)).isEmpty();
        assertThatThrownBy(() -> FunctionAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRoutingIdReadsBackFromItsText() {
        IntStream.range(0, RoutingId.COUNT).forEach(value -> {
            RoutingId rid = new RoutingId(value);
            assertThat(rid.bus() << 8 | rid.device() << 3 | rid.function()).isEqualTo(value);
            assertThat(RoutingId.parse(rid.toString())).contains(rid);
            assertThat(RoutingId.of(rid.bus(), rid.devfn())).isEqualTo(rid);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x10000})
    void routingIdsHaveSixteenBits(int value) {
        assertThatThrownBy(() -> new RoutingId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "256, 0", "0, -1", "0, 256"})
    void busAndDevfnHaveEightBits(int bus, int devfn) {
        assertThatThrownBy(() -> RoutingId.of(bus, devfn)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void orderIsSegmentUnsignedThenRid() {
        List<FunctionAddress> sorted = List.of(
                FunctionAddress.of("0000:00:00.0"),
                FunctionAddress.of("0000:ff:1f.7"),
                FunctionAddress.of("0001:00:00.0"),
                FunctionAddress.of("10000:00:00.0"),
                FunctionAddress.of("ffffffff:00:00.0"));

        assertThat(sorted.stream().sorted().toList()).isEqualTo(sorted);
        assertThat(sorted.get(4)).isGreaterThan(sorted.get(3));
    }

    @Test
    void placementTurnsIntoARoutingIdOnlyWhereItFits() {
        assertThat(new Placement(0xffff).routingId()).contains(new RoutingId(0xffff));
        assertThat(new Placement(0xffff)).hasToString("ff:1f.7");
        assertThat(new Placement(0x10000).routingId()).isEmpty();
        assertThat(new Placement(0x10000).bus()).isEqualTo(0x100);
        assertThat(new Placement(0x100fc).wrapped()).isEqualTo(new RoutingId(0xfc));
        assertThat(new Placement(0x100fc)).hasToString("0x100fc (beyond ffff)");
        assertThatThrownBy(() -> new Placement(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void busRangesAreClosed() {
        BusRange range = new BusRange(0x0c, 0x0e);

        assertThat(range).hasToString("[0c-0e]");
        assertThat(range.size()).isEqualTo(3);
        assertThat(range.contains(0x0c)).isTrue();
        assertThat(range.contains(0x0e)).isTrue();
        assertThat(range.contains(0x0b)).isFalse();
        assertThat(range.contains(0x0f)).isFalse();
        assertThat(BusRange.ALL.contains(0x100)).isFalse();
        assertThat(BusRange.ALL.size()).isEqualTo(256);
        assertThat(range.contains(range)).isTrue();
        assertThat(range.contains(new BusRange(0x0c, 0x0f))).isFalse();
        assertThat(range.contains(new BusRange(0x0b, 0x0e))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 3, false", "0, 4, true", "4, 4, true", "6, 9, true", "7, 9, false", "0, 255, true", "5, 5, true"})
    void rangesIntersectInAtLeastOneBus(int first, int last, boolean intersects) {
        BusRange range = new BusRange(4, 6);
        BusRange other = new BusRange(first, last);

        assertThat(range.intersects(other)).isEqualTo(intersects);
        assertThat(other.intersects(range)).isEqualTo(intersects);
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "0, 256", "4, 3"})
    void rangesHaveTwoBusNumbersInOrder(int first, int last) {
        assertThatThrownBy(() -> new BusRange(first, last)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rangesSortByStartThenByEnd() {
        assertThat(new BusRange(1, 9)).isLessThan(new BusRange(2, 3)).isGreaterThan(new BusRange(1, 2));
    }

    @Test
    void addressesOfManySegmentsHaveDifferentHashes() {
        long different = IntStream.range(0, 16 * 4096)
                .map(i -> new FunctionAddress(new Segment(i >> 12), new RoutingId(i & 0xfff)).hashCode())
                .distinct()
                .count();
        assertThat(different).isGreaterThan(65_000);
    }
}
