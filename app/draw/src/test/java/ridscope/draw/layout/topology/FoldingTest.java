package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    private static List<String> fold(List<String> items) {
        return Folding.runs(
                items,
                s -> s.startsWith("!") ? Optional.empty() : Optional.of(s.substring(0, 1)),
                (run, middle) -> List.of("[" + middle.size() + "]"));
    }

    private static List<String> alike(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i).toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "8, 8", "9, 5", "31, 5"})
    void runsOfNineAndMoreShowFiveThings(int count, int shown) {
        assertThat(fold(alike(count))).hasSize(shown);
    }

    @Test
    void theFirstThreeAndTheLastStay() {
        assertThat(fold(alike(31))).containsExactly("a0", "a1", "a2", "[27]", "a30");
    }

    @Test
    void anotherSiblingInTheMiddleEndsTheRun() {
        List<String> items = List.of("a1", "a2", "a3", "a4", "a5", "b", "a6", "a7", "a8", "a9", "a10");
        assertThat(fold(items)).isEqualTo(items);
    }

    @Test
    void oneThatMustStayIsNeverFolded() {
        List<String> items = IntStream.range(0, 20).mapToObj(i -> "!" + i).toList();
        assertThat(fold(items)).isEqualTo(items);
    }

    @Test
    void aListThatIsTooLongIsCutInTheMiddle() {
        List<String> cut = Folding.cut(alike(100), 10, (all, middle) -> List.of("[" + middle.size() + "]"));
        assertThat(cut).hasSize(10).endsWith("[91]", "a99").startsWith("a0");
        assertThat(Folding.cut(alike(10), 10, (all, middle) -> List.of("never")))
                .isEqualTo(alike(10));
    }
}
