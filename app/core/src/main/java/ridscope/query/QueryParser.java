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
            Token rest = new Token(Token.Kind.WORD, "", LONGEST, text.length());
            throw QueryException.at(rest, "a question has at most 4,096 characters", List.of());
        }
        this.operands = operands;
        tokens = Lexer.cut(text);
    }

    /** @throws QueryException if the text is no question */
    Query all() throws QueryException {
        Query query = any();
        if (next().kind() == Token.Kind.CLOSE) {
            throw QueryException.at(next(), "')' closes nothing", List.of("and", "or", "the end"));
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
            throw QueryException.at(token, "the quotes do not end", List.of("\""));
        }
        if (!token.value() || token.keyword("and") || token.keyword("or")) {
            throw QueryException.at(token, "a condition is missing before " + token.shown(), BEGINNINGS);
        }
        at++;
        return token.kind() == Token.Kind.WORD ? condition(token) : word(token);
    }

    private Query group(Token open) throws QueryException {
        deeper(open);
        at++;
        Query inside = any();
        if (next().kind() != Token.Kind.CLOSE) {
            throw QueryException.at(next(), "a '(' is not closed", List.of("and", "or", ")"));
        }
        at++;
        depth--;
        return inside;
    }

    private void deeper(Token token) throws QueryException {
        if (++depth > DEEPEST) {
            throw QueryException.at(token, "too many conditions stand in one another", List.of());
        }
    }

    private static Query word(Token token) throws QueryException {
        if (token.text().isBlank()) {
            throw QueryException.at(token, "nothing stands between the quotes", List.of("a word"));
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
            String others = Nearest.to(first.text(), all).isPresent() ? "" : "; fields are " + String.join(", ", all);
            throw QueryException.unknown(first, "there is no field '" + first.text() + "'" + others, all);
        }
        Token sign = next();
        Operator operator = Operator.of(sign.text().toLowerCase(Locale.ROOT)).orElseThrow();
        if (!field.get().allows(operator)) {
            List<String> signs =
                    field.get().operators().stream().map(Operator::sign).toList();
            throw QueryException.at(sign, first.text() + " cannot be compared with '" + sign.text() + "'", signs);
        }
        at++;
        return new Query.Condition(field.get(), operator, value(field.get(), operator));
    }

    private Operand value(Field field, Operator operator) throws QueryException {
        Token value = next();
        if (value.kind() == Token.Kind.OPEN_QUOTE) {
            throw QueryException.at(value, "the quotes do not end", List.of("\""));
        }
        if (!value.value() || value.keyword("and") || value.keyword("or") || value.keyword("not")) {
            String typed = field.id() + (operator == Operator.IN ? " " : "") + operator.sign();
            throw QueryException.value(
                    value, field, operator, "a value is missing behind '" + typed + "'", Optional.empty());
        }
        at++;
        return operands.read(field, operator, value);
    }

    private Token next() {
        return tokens.get(at);
    }
}
