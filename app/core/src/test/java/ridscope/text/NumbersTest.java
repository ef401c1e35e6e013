package ridscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                    | 0
            999                  | 999
            1000                 | 1,000
            65536                | 65,536
            4294967296           | 4,294,967,296
            -5                   | -5
            -999                 | -999
            -1024                | -1,024
            -9223372036854775808 | -9,223,372,036,854,775,808
            """)
    void grouped(long number, String text) {
        assertThat(Numbers.grouped(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "ff, 255",
        "FF, 255",
        "0x1F, 31",
        "0X1f, 31",
        "00000000000000ff, 255",
        "7fffffff, 2147483647",
        "ffffffff, -1"
    })
    void hex(String text, int value) {
        assertThat(Numbers.hex(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "x1",
                "100000000",
                "-1",
                "+1",
                " 1",
                "1 ",
                "1_0",
                "g",
                "0x0x1",
                "\u0661",
                "00000000000000000"
            })
    void noHex(String text) {
        assertThat(Numbers.hex(text)).isEmpty();
    }

    @Test
    void sixtyFourBits() {
        assertThat(Numbers.hexLong("ffffffffffffffff")).hasValue(-1L);
        assertThat(Numbers.hexLong("0x8000000000000000")).hasValue(Long.MIN_VALUE);
        assertThat(Numbers.hexLong("10000000000000000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "007, 7", "-5, -5", "2147483647, 2147483647", "-2147483648, -2147483648"})
    void decimal(String text, int value) {
        assertThat(Numbers.decimal(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+5", "--5", "5-", "0x5", "2147483648", " 5", "5 ", "5.0", "\u0665", "\uff15"})
    void noDecimal(String text) {
        assertThat(Numbers.decimal(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"16 GT/s, 16", "2.5 GT/s PCIe, 2", "8GT/s, 8", "255, 255"})
    void leading(String text, int value) {
        assertThat(Numbers.leadingDecimal(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Unknown", "Unknown speed", "-5", " 16", "99999999999", "\u0661"})
    void noLeading(String text) {
        assertThat(Numbers.leadingDecimal(text)).isEmpty();
    }

    @Test
    void hexDigits() {
        for (int c = -2; c < 0x20000; c++) {
            int expected = c < 128 && c >= 0 ? Character.digit(c, 16) : -1;
            assertThat(Numbers.hexDigit(c)).as("character %x", c).isEqualTo(expected);
        }
    }
}
