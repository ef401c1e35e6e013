package ridscope.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.host.OsFacts;
import ridscope.text.Numbers;

/** Apertures of VF BARs and the slices in them. */
class VfBarsTest {

    /** Eight VFs with 16 KiB behind each of two 64-bit BARs, beside the PF's own ranges and a bridge window. */
    @Test
    void onlyVfBarsCountAndTheyComeByBar() {
        VfBars bars = VfBars.of(
                List.of(
                        resource(10, "d2860000", "20000"),
                        resource(0, "d2800000", "20000"),
                        resource(6, "d2880000", "20000"),
                        resource(7, "d2840000", "20000"),
                        resource(7, "1000", "1000"),
                        resource(13, "1000", "1000")),
                OptionalInt.of(8));

        assertThat(bars.apertures())
                .extracting(VfBars.Aperture::bar, VfBars.Aperture::start)
                .containsExactly(tuple(0, OptionalLong.of(0xd2840000L)), tuple(3, OptionalLong.of(0xd2860000L)));
        assertThat(bars.apertures().get(1).sizePerVf()).hasValue(0x4000);
        assertThat(bars.apertures().get(1).sliceStart(7)).hasValue(0xd287c000L);
        assertThat(VfBars.of(List.of(resource(12, "0", "8")), OptionalInt.of(8)).apertures())
                .extracting(VfBars.Aperture::bar)
                .containsExactly(5);
    }

    @ParameterizedTest(name = "{0} of {1} for {2}")
    @CsvSource(nullValues = "?", textBlock = """
                    # start,           size,             TotalVFs, VF,    size per VF,      slice
                    d2840000,          20000,            8,        0,     4000,             d2840000
                    d2840000,          20000,            8,        7,     4000,             d285c000
                    d2840000,          20000,            8,        8,     4000,             ?
                    d2840000,          20000,            8,        -1,    4000,             ?
                    a6900000,          60000,            6,        5,     10000,            a6950000
                    ?,                 20000,            8,        1,     4000,             ?
                    d2840000,          ?,                8,        1,     ?,                ?
                    d2840000,          20000,            ?,        1,     ?,                ?
                    d2840000,          20000,            0,        0,     ?,                ?
                    d2840000,          0,                8,        0,     ?,                ?
                    d2840000,          20000,            7,        0,     ?,                ?
                    d2840000,          18000,            8,        0,     ?,                ?
                    ffffffff00000000,  100000000,        65535,    0,     ?,                ?
                    fffffffe00000000,  200000000,        2,        1,     100000000,        ffffffff00000000
                    ffffffff00000000,  200000000,        2,        0,     100000000,        ?
                    0,                 fc00000000000000, 63,       62,    400000000000000,  f800000000000000
                    0,                 8000000000000000, 1,        0,     8000000000000000, 0
                    """)
    void eachVfGetsItsShare(String start, String size, Integer totalVfs, int vf, String each, String slice) {
        VfBars.Aperture aperture = new VfBars.Aperture(
                0, value(start), value(size), totalVfs == null ? OptionalInt.empty() : OptionalInt.of(totalVfs));

        assertThat(aperture.sizePerVf()).isEqualTo(value(each));
        assertThat(aperture.sliceStart(vf)).isEqualTo(value(slice));
    }

    private static OptionalLong value(String hex) {
        return hex == null ? OptionalLong.empty() : Numbers.hexLong(hex);
    }

    private static OsFacts.Resource resource(int index, String start, String size) {
        return new OsFacts.Resource(index, value(start), value(size), OptionalLong.empty());
    }
}
