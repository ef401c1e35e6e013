package ridscope.desktop.l10n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ridscope.desktop.command.Command;

/** Every text that is asked for exists, and every text that exists is asked for. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/ridscope/desktop");
    /** A key as a string literal: lower-case words with dots and dashes. */
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-z0-9.-]+)\"");

    private static final Pattern COUNTED = Pattern.compile("count\\(\\s*\"([a-z0-9.-]+)\"");

    @Test
    void theBundleHasJustTheKeysThatTheSourcesName() throws IOException {
        ResourceBundle bundle = ResourceBundle.getBundle("ridscope.desktop.l10n.messages");
        Set<String> used = new TreeSet<>();
        Set<String> counted = new TreeSet<>();
        for (String source : sources()) {
            find(COUNTED, source, counted);
            find(KEY, COUNTED.matcher(source).replaceAll(""), used);
        }
        counted.forEach(key -> used.addAll(List.of(key + ".one", key + ".many")));
        Arrays.stream(Command.values())
                .forEach(c -> used.addAll(List.of("command." + c.id(), "command." + c.id() + ".tip")));
        // Literals that look like keys without being any, such as file names.
        used.removeIf(
                key -> !bundle.containsKey(key) && prefixes(bundle).stream().noneMatch(key::startsWith));
        assertThat(bundle.keySet())
                .as("asked for and missing, or there for nobody")
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void argumentsArePutInAsTheyAre() {
        assertThat(Messages.text("rid.wrapped", 65536)).isEqualTo("only by wrapping round at 0xffff: 65536");
        assertThat(Messages.count("status.functions", 1)).isEqualTo("1 function");
        assertThat(Messages.count("status.functions", 20000)).isEqualTo("20,000 functions");
    }

    private static Set<String> prefixes(ResourceBundle bundle) {
        Set<String> prefixes = new TreeSet<>();
        bundle.keySet().forEach(key -> prefixes.add(key.substring(0, key.indexOf('.') + 1)));
        return prefixes;
    }

    private static void find(Pattern pattern, String source, Set<String> into) {
        Matcher m = pattern.matcher(source);
        while (m.find()) {
            into.add(m.group(1));
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .map(MessagesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
