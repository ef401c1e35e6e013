package ridscope.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a question by recursive descent:
 *
 * <pre>{@code
 * any  = all { "or" all }
 * all  = one { ["and"] one }
 * one  = "not" one | "(" any ")" | FIELD OPERATOR value | word
 * }</pre>
 */
final class QueryParser {

    /** Characters of a question; a longer text is none. */
    private static final int LONGEST = 4096;

    /** Parentheses and negations in one another. */
    private static final int DEEPEST = 100;

    private static final List<String> BEGINNINGS = List.of("a condition such as class=nvme", "a word", "not", "(");

    private final OperandReader operands;
    private final List<Token> tokens;
    private int at;
    private int depth;

    QueryParser(OperandReader operands, String text) throws QueryException {
        if (text.length() > LONGEST) {
            throw new QueryException(
                    LONGEST, text.length(), "a question has at most 4,096 characters", List.of(), Optional.empty());
        }
        this.operands = operands;
        tokens = Lexer.cut(text);
    }

    /** @throws QueryException if the text is no question */
    Query all() throws QueryException {
        Query query = any();
        if (next().kind() == Token.Kind.CLOSE) {
            throw wrong(next(), "')' closes nothing", List.of("and", "or", "the end"));
        }
        return query;
    }

    private Query any() throws QueryException {
        List<Query> parts = new ArrayList<>();
        parts.add(allOf());
        while (next().keyword("or")) {
            at++;
            parts.add(allOf());
        }
        return parts.size() == 1 ? parts.get(0) : new Query.Or(parts);
    }

    private Query allOf() throws QueryException {
        List<Query> parts = new ArrayList<>();
        parts.add(one());
        while (!ends(next())) {
            if (next().keyword("and")) {
                at++;
            }
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Query.And(parts);
    }

    private static boolean ends(Token token) {
        return token.kind() == Token.Kind.END || token.kind() == Token.Kind.CLOSE || token.keyword("or");
    }

    private Query one() throws QueryException {
        Token token = next();
        if (token.keyword("not")) {
            deeper(token);
            at++;
            Query part = one();
            depth--;
            return new Query.Not(part);
        }
        if (token.kind() == Token.Kind.OPEN) {
            return group(token);
        }
        if (token.kind() == Token.Kind.OPEN_QUOTE) {
            throw new QueryException(
                    token.start(), token.end(), "the quotes do not end", List.of("\""), Optional.empty());
        }
        if (!token.value() || token.keyword("and") || token.keyword("or")) {
            throw wrong(token, "a condition is missing before " + token.shown(), BEGINNINGS);
        }
        at++;
        return token.kind() == Token.Kind.WORD ? condition(token) : word(token);
    }

    private Query group(Token open) throws QueryException {
        deeper(open);
        at++;
        Query inside = any();
        if (next().kind() != Token.Kind.CLOSE) {
            throw wrong(next(), "a '(' is not closed", List.of("and", "or", ")"));
        }
        at++;
        depth--;
        return inside;
    }

    private void deeper(Token token) throws QueryException {
        if (++depth > DEEPEST) {
            throw wrong(token, "too many conditions stand in one another", List.of());
        }
    }

    private static Query word(Token token) throws QueryException {
        if (token.text().isBlank()) {
            throw wrong(token, "nothing stands between the quotes", List.of("a word"));
        }
        return new Query.Word(token.text().toLowerCase(Locale.ROOT));
    }

    private Query condition(Token first) throws QueryException {
        Optional<Field> field = Field.of(first.text());
        boolean in = field.isPresent() && next().keyword("in");
        if (next().kind() != Token.Kind.OPERATOR && !in) {
            return word(first);
        }
        if (field.isEmpty()) {
            List<String> all = Arrays.stream(Field.values()).map(Field::id).toList();
            throw new QueryException(
                    first.start(),
                    first.end(),
                    "there is no field '" + first.text() + "'",
                    all,
                    Nearest.to(first.text(), all));
        }
        Token sign = next();
        Operator operator = Operator.of(sign.text().toLowerCase(Locale.ROOT)).orElseThrow();
        if (!field.get().takes(operator)) {
            List<String> signs =
                    field.get().operators().stream().map(Operator::sign).toList();
            throw wrong(sign, first.text() + " cannot be compared with '" + sign.text() + "'", signs);
        }
        at++;
        return new Query.Condition(field.get(), operator, value(field.get(), operator));
    }

    private Operand value(Field field, Operator operator) throws QueryException {
        Token value = next();
        if (value.kind() == Token.Kind.OPEN_QUOTE) {
            throw new QueryException(
                    value.start(), value.end(), "the quotes do not end", List.of("\""), Optional.empty());
        }
        if (!value.value() || value.keyword("and") || value.keyword("or") || value.keyword("not")) {
            throw wrong(
                    value, "a value is missing behind '" + field.id() + operator.sign() + "'", List.of(field.words()));
        }
        at++;
        return operands.read(field, operator, value);
    }

    private Token next() {
        return tokens.get(at);
    }

    private static QueryException wrong(Token token, String problem, List<String> expected) {
        return new QueryException(token.start(), token.end(), problem, expected, Optional.empty());
    }
}
