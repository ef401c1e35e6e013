package ridscope.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyMatchTest {

    @ParameterizedTest
    @CsvSource({
        "'', Open, true",
        "open, Open, true",
        "OF, Open folder…, true",
        "opfo, Open folder…, true",
        "open folder, Open folder…, true",
        "folderopen, Open folder…, false",
        "openx, Open, false",
        "opennnn, Open, false",
        "x, '', false",
    })
    void theLettersMustComeInTheirOrder(String typed, String text, boolean found) {
        assertThat(FuzzyMatch.of(typed, text).isPresent()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        // typed, better, worse
        "op, Open, Export picture",
        "sn, Save snapshot, Listing",
        "fit, Fit, Find it",
        "bus, Bus plan, Subordinate users",
        "map, RID map, Make a plan",
    })
    void beginningsOfWordsAndNeighboursCountMore(String typed, String better, String worse) {
        assertThat(FuzzyMatch.of(typed, better).orElseThrow())
                .isGreaterThan(FuzzyMatch.of(typed, worse).orElse(-1));
    }
}
