package ridscope.desktop.l10n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every language says everything, with the same numbers and names in it. */
class LanguagesTest {

    private static final String ENGLISH = "messages.properties";
    private static final String GERMAN = "messages_de.properties";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void germanHasJustTheKeysOfEnglish() throws IOException {
        Set<String> english = read(ENGLISH).stringPropertyNames();
        Set<String> german = read(GERMAN).stringPropertyNames();
        List<String> missing = english.stream()
                .filter(key -> !german.contains(key))
                .sorted()
                .map(key -> "add " + key + " to " + GERMAN)
                .toList();
        List<String> left = german.stream()
                .filter(key -> !english.contains(key))
                .sorted()
                .map(key -> "take " + key + " out of " + GERMAN)
                .toList();
        assertThat(missing).isEmpty();
        assertThat(left).isEmpty();
    }

    @Test
    void germanHasTheSamePlacesForNumbersAndNames() throws IOException {
        Properties english = read(ENGLISH);
        Properties german = read(GERMAN);
        for (String key : german.stringPropertyNames()) {
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key, "")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, GERMAN})
    void noTextIsEmptyOrLosesAnApostrophe(String name) throws IOException {
        Properties texts = read(name);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            if (places(text).isEmpty()) {
                // Shown as it is: two would be two.
                assertThat(text).as(key).doesNotContain("''");
            } else {
                assertThat(text.replace("''", "")).as("%s: write '' for '", key).doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.ROOT).getFormats())
                        .as(key)
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, GERMAN})
    void whatIsCountedHasOneAndMany(String name) throws IOException {
        Set<String> keys = read(name).stringPropertyNames();
        for (String key : keys) {
            if (key.endsWith(".one")) {
                assertThat(keys).contains(key.replaceAll("one$", "many"));
            } else if (key.endsWith(".many")) {
                assertThat(keys).contains(key.replaceAll("many$", "one"));
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher m = PLACE.matcher(text);
        while (m.find()) {
            places.add(m.group(1));
        }
        return places;
    }
}
