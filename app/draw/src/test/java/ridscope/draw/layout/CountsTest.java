package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "7|7",
                "999|999",
                "1000|1,000",
                "1024|1,024",
                "65536|65,536",
                "1234567|1,234,567",
                "-1024|-1,024"
            })
    void groupsOfThreeDigits(int count, String text) {
        assertThat(Counts.grouped(count)).isEqualTo(text);
    }
}
