package ridscope.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.query.HostValues.Value;

/**
 * Offers how a question can go on: fields and keywords, and behind a field the values that occur on the host, with how many
 * functions have each. Counting takes a while for a large host, is done once per field, and is safe for several threads.
 */
public final class Completion {

    /** More than this nobody reads. */
    private static final int MOST = 40;

    private final HostValues values;
    private final Map<Field, List<Value>> counted = new EnumMap<>(Field.class);

    public Completion(QueryLanguage language, AskedHost host) {
        values = new HostValues(language, host);
    }

    /**
     * What can stand at the caret, the likeliest first.
     *
     * @param caret 0 to the length of the text
     */
    public List<Candidate> at(String text, int caret) {
        List<Token> before = Lexer.cut(text.substring(0, caret));
        Token last = before.get(Math.max(0, before.size() - 2));
        boolean touching = last.end() == caret && (last.value() || last.kind() == Token.Kind.OPEN_QUOTE);
        boolean closed = last.kind() == Token.Kind.QUOTED;
        Token part = touching && !closed ? last : new Token(Token.Kind.WORD, "", caret, caret);
        List<Token> done = before.subList(0, before.size() - (touching && !closed ? 2 : 1));
        Place place = new Place(part.text().toLowerCase(Locale.ROOT), part.start(), end(text, part, caret));
        Optional<Field> field = fieldBefore(done);
        return field.map(f -> valuesOf(f, place)).orElseGet(() -> beginnings(done, place));
    }

    /** @param part what is typed of it already */
    private record Place(String part, int start, int end) {

        Candidate candidate(String text, String words, OptionalInt count) {
            return new Candidate(text, words, count, start, end);
        }
    }

    /** A word that goes on behind the caret is replaced as a whole. */
    private static int end(String text, Token part, int caret) {
        return part.start() == caret
                ? caret
                : Lexer.cut(text).stream()
                        .filter(t -> t.start() == part.start())
                        .mapToInt(Token::end)
                        .findFirst()
                        .orElse(caret);
    }

    private static Optional<Field> fieldBefore(List<Token> done) {
        int last = done.size() - 1;
        if (last < 1
                || done.get(last).kind() != Token.Kind.OPERATOR
                        && !done.get(last).keyword("in")) {
            return Optional.empty();
        }
        Token field = done.get(last - 1);
        return field.kind() == Token.Kind.WORD ? Field.of(field.text()) : Optional.empty();
    }

    private List<Candidate> valuesOf(Field field, Place place) {
        List<Value> all;
        synchronized (counted) {
            all = counted.computeIfAbsent(field, values::of);
        }
        List<Candidate> begins = new ArrayList<>();
        List<Candidate> contains = new ArrayList<>();
        for (Value value : all) {
            String whole = value.text() + " " + value.words().toLowerCase(Locale.ROOT);
            if (whole.contains(place.part())) {
                (whole.startsWith(place.part()) ? begins : contains)
                        .add(place.candidate(quoted(value.text()), value.words(), value.count()));
            }
        }
        begins.addAll(contains);
        return begins.stream().limit(MOST).toList();
    }

    private static String quoted(String text) {
        boolean plain = Lexer.cut(text).size() == 2 && !text.contains("\"");
        return plain ? text : "\"" + text.replace("\"", "") + "\"";
    }

    private static List<Candidate> beginnings(List<Token> done, Place place) {
        List<Candidate> all = new ArrayList<>();
        for (Field field : Field.values()) {
            if (field.id().startsWith(place.part())) {
                String sign = field == Field.NAME ? Operator.CONTAINS.sign() : Operator.EQUAL.sign();
                String start = field.allows(Operator.LESS) && field != Field.BUS ? "" : sign;
                all.add(place.candidate(field.id() + start, field.words(), OptionalInt.empty()));
            }
        }
        boolean complete = !done.isEmpty()
                && (done.get(done.size() - 1).value()
                        || done.get(done.size() - 1).kind() == Token.Kind.CLOSE);
        for (String word : complete ? List.of("and", "or", "not") : List.of("not")) {
            if (word.startsWith(place.part())) {
                all.add(place.candidate(word, "", OptionalInt.empty()));
            }
        }
        return List.copyOf(all);
    }
}
