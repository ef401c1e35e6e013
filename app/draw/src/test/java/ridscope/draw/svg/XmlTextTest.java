package ridscope.draw.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XmlTextTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("plain · text", "plain · text"),
                Arguments.of("<a href=\"x\">&amp;</a>", "&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;"),
                Arguments.of("]]>", "]]&gt;"),
                Arguments.of("a\0b\u001b[31m\u007f", "a\ufffdb\ufffd[31m\ufffd"),
                Arguments.of("line\r\n\tend", "line&#13;&#10;&#9;end"),
                Arguments.of("\ud83d\ude00", "\ud83d\ude00"),
                Arguments.of("\ud83dx\ude00", "\ufffdx\ufffd"),
                Arguments.of("\uffff\ufffe", "\ufffd\ufffd"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void escapes(String text, String expected) {
        StringBuilder out = new StringBuilder();
        XmlText.append(out, text);
        assertThat(out).hasToString(expected);
    }
}
