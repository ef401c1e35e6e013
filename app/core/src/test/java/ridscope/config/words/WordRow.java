package ridscope.config.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of the table: what lspci prints and what it stands for.
 *
 * @param kind what is done with what is found
 * @param text as written in the table
 * @param pattern finds it; one group per figure, or the sign of a flag
 * @param figures how each group is read
 * @param targets where our value of each group is
 * @param when of which texts
 * @param reason why it is not compared
 */
record WordRow(
        Kind kind, String text, Pattern pattern, List<Figure> figures, List<String> targets, When when, String reason) {

    enum Kind {
        /** A word with {@code +} or {@code -} behind it. */
        FLAG,
        /** The same where lspci's plus is our zero. */
        NOT_FLAG,
        /** Numbers and words among other words. */
        FIGURE,
        /** Printed when the field is not zero. */
        PRESENCE,
        /** Says nothing about a value. */
        NAME,
        /** Says something that is not compared. */
        IGNORE,
        /** lspci prints something else than it means. */
        WRONG
    }

    /**
     * Of which texts a row is.
     *
     * @param live of lspci on the machine itself; empty: of dumps as well
     * @param since the lowest version of lspci
     */
    record When(Optional<Boolean> live, LspciVersion since) {

        private static final Pattern START = Pattern.compile("(?:(live|dump) +)?(?:since +(\\S+) +)?");

        static When of(String row) {
            Matcher matcher = START.matcher(row);
            matcher.lookingAt();
            Optional<Boolean> live = Optional.ofNullable(matcher.group(1)).map("live"::equals);
            String version = Optional.ofNullable(matcher.group(2)).orElse("0.0");
            return new When(live, LspciVersion.parse(version));
        }

        /** The row without what is said here. */
        String without(String row) {
            return START.matcher(row).replaceFirst("").strip();
        }

        boolean fits(boolean onLine, LspciVersion version) {
            return live.orElse(onLine) == onLine && version.compareTo(since) >= 0;
        }
    }

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    /** What no value of ours belongs to. */
    private static final Map<String, String> GAPS =
            Map.of("gap", "[\\s\\x01]*", "skip", "[^\\s\\x01]+", "sign", "[+-]");

    private static final char GONE = '\u0001';

    /**
     * @param text a row, stripped
     * @param words the lists of words that figures refer to
     */
    static WordRow parse(String text, Map<String, Map<String, String>> words) {
        When corpus = When.of(text);
        String row = corpus.without(text);
        String first = row.split(" ", 2)[0];
        return switch (first) {
            case "name" -> plain(Kind.NAME, row.substring(5), corpus, "", words);
            case "ignore", "wrong" -> {
                String[] sides = row.substring(first.length()).split(" -- ", 2);
                if (sides.length < 2 || sides[1].isBlank()) {
                    throw new IllegalArgumentException("no reason behind -- : " + row);
                }
                Kind kind = first.equals("wrong") ? Kind.WRONG : Kind.IGNORE;
                yield plain(kind, sides[0].strip(), corpus, sides[1].strip(), words);
            }
            default -> compared(row, corpus, words);
        };
    }

    private static WordRow compared(String row, When corpus, Map<String, Map<String, String>> words) {
        String[] sides = row.split("\\s+->\\s+", 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("no -> in " + row);
        }
        List<String> targets = List.of(sides[1].split("\\s+;\\s+"));
        if (sides[0].endsWith("±")) {
            boolean not = targets.get(0).startsWith("not ");
            String literal = sides[0].substring(0, sides[0].length() - 1);
            Pattern pattern = Pattern.compile(front(literal) + quote(literal) + "([+-])(?=[\\s,;)\\]" + GONE + "]|$)");
            List<String> fields = not ? List.of(targets.get(0).substring(4)) : targets;
            return new WordRow(not ? Kind.NOT_FLAG : Kind.FLAG, sides[0], pattern, List.of(), fields, corpus, "");
        }
        WordRow row2 = plain(Kind.FIGURE, sides[0], corpus, "", words);
        if (row2.figures().isEmpty()) {
            return new WordRow(Kind.PRESENCE, row2.text(), row2.pattern(), List.of(), targets, corpus, "");
        }
        if (row2.figures().size() != targets.size()) {
            throw new IllegalArgumentException("as many fields as figures: " + row);
        }
        return new WordRow(Kind.FIGURE, row2.text(), row2.pattern(), row2.figures(), targets, corpus, "");
    }

    private static WordRow plain(
            Kind kind, String text, When corpus, String reason, Map<String, Map<String, String>> words) {
        List<Figure> figures = new ArrayList<>();
        StringBuilder regex = new StringBuilder(front(text));
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            regex.append(quote(text.substring(from, place.start())));
            from = place.end();
            String gap = GAPS.get(place.group(1));
            if (gap != null) {
                regex.append(gap);
            } else {
                Figure figure = Figure.of(place.group(1), words);
                figures.add(figure);
                regex.append('(').append(figure.regex()).append(')');
            }
        }
        regex.append(quote(text.substring(from)));
        if (text.matches(".*\\w")) {
            regex.append("(?!\\w)");
        } else if (text.endsWith("}")) {
            regex.append("(?=[^\\w.]|$)");
        }
        return new WordRow(kind, text, Pattern.compile(regex.toString()), figures, List.of(), corpus, reason);
    }

    private static String front(String text) {
        return text.matches("(?s)\\w.*") ? "(?<![\\w<>.+/-])" : "";
    }

    private static String quote(String literal) {
        StringBuilder regex = new StringBuilder();
        for (String part : literal.split("(?<=\\s)|(?=\\s)")) {
            regex.append(part.isBlank() && !part.isEmpty() ? "\\s+" : Pattern.quote(part));
        }
        return regex.toString();
    }
}
