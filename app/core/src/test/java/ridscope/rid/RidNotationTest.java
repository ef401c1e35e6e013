package ridscope.rid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RidNotationTest {

    @ParameterizedTest
    @CsvSource({
        "BDF, 0000:3b:00.1, false, 3b:00.1",
        "BDF, 0000:3b:00.1, true, 0000:3b:00.1",
        "BDF, 10000:e1:1f.7, true, 10000:e1:1f.7",
        "HEX, 0000:3b:00.1, true, 0x3b01",
        "HEX, 0000:00:00.0, false, 0x0000",
        "DECIMAL, 0000:3b:00.1, false, 15105",
        "DECIMAL, 10000:ff:1f.7, true, 65535",
    })
    void writesWhatToolsUnderstand(RidNotation notation, String address, boolean segments, String expected) {
        assertThat(notation.of(FunctionAddress.of(address), segments)).isEqualTo(expected);
    }
}
