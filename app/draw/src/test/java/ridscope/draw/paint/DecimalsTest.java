package ridscope.draw.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0.00",
        "-0.001, 0, -0.001, 0.00",
        "12, 12, 12, 12.00",
        "12.5, 12.5, 12.5, 12.50",
        "-0.25, -0.25, -0.25, -0.25",
        "0.06, 0.06, 0.06, 0.06",
        "99.999, 100, 99.999, 100.00",
        "1234567.891, 1234567.89, 1234567.891, 1234567.89"
    })
    void writesTheSameDigitsEverywhere(double value, String shortest, String fine, String fixed) {
        StringBuilder a = new StringBuilder();
        StringBuilder b = new StringBuilder();
        StringBuilder c = new StringBuilder();
        Decimals.shortest(a, value);
        Decimals.fine(b, value);
        Decimals.fixed(c, value);
        assertThat(a).hasToString(shortest);
        assertThat(b).hasToString(fine);
        assertThat(c).hasToString(fixed);
    }
}
