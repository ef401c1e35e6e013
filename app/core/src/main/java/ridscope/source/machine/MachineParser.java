package ridscope.source.machine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.job.Feedback;
import ridscope.source.LineScanner;
import ridscope.text.Numbers;

/**
 * Reads the lines of a text into elements: what is indented further than a line stands below it. A line that is wrong is left
 * out with what stands below it.
 */
final class MachineParser {

    private static final Pattern FIRST = Pattern.compile("ridscope machine (\\d{1,6})");
    private static final String FENCE = "```";
    private static final int DEEPEST = 64;
    private static final int MOST_LINES = 200_000;

    /** A line that something may stand below; empty for one that is left out. */
    private record Level(int column, Optional<Element> element) {}

    private final LineScanner lines;
    private final Mistakes mistakes;
    private final List<Element> hostBridges = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private Optional<String> name = Optional.empty();
    private int line;

    MachineParser(InputStream in, Mistakes mistakes) {
        this.lines = new LineScanner(in);
        this.mistakes = mistakes;
    }

    /** The version that a text says it is of; empty if it is none of ours. */
    static OptionalInt version(InputStream in) throws IOException {
        return new MachineParser(in, new Mistakes()).version();
    }

    /**
     * Everything behind the line with the version.
     *
     * @throws IOException if reading fails
     */
    Description rest(Feedback feedback) throws IOException {
        while (line < MOST_LINES && next() && !lines.text().startsWith(FENCE)) {
            feedback.checkCancelled();
            line();
        }
        return new Description(name, hostBridges);
    }

    /** Of the first line that says anything; a fence of Markdown does not. */
    OptionalInt version() throws IOException {
        while (next()) {
            String text = lines.text();
            if (!text.isEmpty() && text.charAt(0) != '#' && !text.startsWith(FENCE)) {
                Matcher first = FIRST.matcher(text);
                return first.matches() ? Numbers.decimal(first.group(1)) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private boolean next() throws IOException {
        line++;
        return lines.next();
    }

    private void line() {
        Words words = new Words(lines.text());
        if (!words.more()) {
            return;
        }
        String word = words.next();
        if (word.equals("host") && levels.isEmpty()) {
            host(words);
            return;
        }
        while (!levels.isEmpty() && levels.peek().column() >= lines.column()) {
            levels.pop();
        }
        Optional<Element> element = element(word);
        element.ifPresent(e -> LineWords.read(e, words, mistakes));
        levels.push(new Level(lines.column(), element));
    }

    private void host(Words words) {
        if (name.isPresent() || !words.more()) {
            mistakes.add(line, "host takes one name in quotes, once");
        } else {
            name = Optional.of(words.next().strip()).filter(text -> !text.isEmpty());
        }
    }

    private Optional<Element> element(String word) {
        Optional<Kind> kind = Kind.of(word);
        Optional<Element> above =
                levels.isEmpty() ? Optional.empty() : levels.peek().element();
        if (!levels.isEmpty() && above.isEmpty()) {
            return Optional.empty();
        }
        Optional<Kind> place = above.map(Element::kind);
        String where = above.map(e -> "below the " + e).orElse("at the outermost level");
        if (kind.isEmpty() || !kind.get().below(place)) {
            String expected = Kind.expectedBelow(place);
            mistakes.add(
                    line,
                    (kind.isPresent()
                                    ? "a " + word + " cannot stand " + where
                                    : "'" + shortened(word) + "' is not known")
                            + "; " + (expected.isEmpty() ? "nothing" : expected) + " is expected " + where);
            return Optional.empty();
        }
        if (levels.size() >= DEEPEST) {
            mistakes.add(line, "nothing is read that stands more than " + DEEPEST + " levels deep");
            return Optional.empty();
        }
        Element element = new Element(kind.get(), line);
        above.map(Element::below).orElse(hostBridges).add(element);
        return Optional.of(element);
    }

    private static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 39) + "…";
    }
}
