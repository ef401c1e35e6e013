package ridscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "NIC", "a\tb\r\nc", "é 中 \ud83d\ude00"})
    void whatCanBeReadStaysAsItIs(String text) {
        assertThat(Plain.visible(text)).isSameAs(text);
    }

    @Test
    void whatCannotBeReadBecomesTheReplacementCharacter() {
        assertThat(Plain.visible("a\u0000\u001b\u007f\u0085b")).isEqualTo("a\ufffd\ufffd\ufffd\ufffdb");
        assertThat(Plain.visible("\ud800x\udc00 \ud83d\ude00\ud83d")).isEqualTo("\ufffdx\ufffd \ud83d\ude00\ufffd");
    }

    @Test
    void severalLinesBecomeOne() {
        assertThat(Plain.line("a\r\n\tb\u2028c")).isEqualTo("a b c");
    }

    @Test
    void aLineIsCutBetweenCharacters() {
        assertThat(Plain.line("abcd", 4)).isEqualTo("abcd");
        assertThat(Plain.line("abcde", 4)).isEqualTo("abc…");
        assertThat(Plain.line("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2)).isEqualTo("\ud83d\ude00…");
    }
}
