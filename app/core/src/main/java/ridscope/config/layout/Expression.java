package ridscope.config.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.text.Numbers;

/**
 * A place or a fixed number, and what is done to it from left to right: {@code 04[31:20]-12/8}.
 *
 * @param start empty: {@code constant} is meant
 * @param constant the fixed number
 * @param steps in the order in which they are done
 */
record Expression(Optional<Place> start, long constant, List<Step> steps) implements Place {

    private static final String OPERATORS = "+-*/%";

    Expression {
        steps = List.copyOf(steps);
    }

    /**
     * @param operator one of {@code + - * / %}
     * @param operand not 0 for the last two
     */
    record Step(char operator, long operand) {

        long of(long value) {
            return switch (operator) {
                case '+' -> value + operand;
                case '-' -> value - operand;
                case '*' -> value * operand;
                case '/' -> value / operand;
                default -> value % operand;
            };
        }
    }

    @Override
    public OptionalLong read(Scope scope) {
        OptionalLong first = start.isPresent() ? start.get().read(scope) : OptionalLong.of(constant);
        return first.isPresent() ? OptionalLong.of(apply(steps, first.getAsLong())) : first;
    }

    /** What steps make of a number. */
    static long apply(List<Step> steps, long number) {
        long value = number;
        for (Step step : steps) {
            value = step.of(value);
        }
        return value;
    }

    static Expression fixed(long number) {
        return new Expression(Optional.empty(), number, List.of());
    }

    static Expression parse(Tokens tokens, String what) {
        String word = tokens.next(what);
        int end = startOf(word);
        String first = word.substring(0, end);
        List<Step> steps = steps(tokens, word, end);
        OptionalInt number = Numbers.decimal(first);
        if (number.isPresent()) {
            return new Expression(Optional.empty(), number.getAsInt(), steps);
        }
        return new Expression(Optional.of(Place.parse(tokens, first)), 0, steps);
    }

    /** Where the steps start: behind the bracket, the name or the digits. Names have a {@code -} of their own. */
    private static int startOf(String word) {
        int bracket = word.indexOf(']');
        if (bracket >= 0) {
            return bracket + 1;
        }
        return Place.NAMED.keySet().stream()
                .filter(word::startsWith)
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> operatorIn(word, 0));
    }

    private static int operatorIn(String word, int from) {
        int at = from;
        while (at < word.length() && OPERATORS.indexOf(word.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** The steps that a text has from a position on, such as {@code *4+4}. */
    static List<Step> steps(Tokens tokens, String word, int from) {
        List<Step> steps = new ArrayList<>();
        int at = from;
        while (at < word.length()) {
            char operator = word.charAt(at);
            int end = operatorIn(word, at + 1);
            OptionalInt operand = Numbers.decimal(word.substring(at + 1, end));
            boolean divides = operator == '/' || operator == '%';
            if (OPERATORS.indexOf(operator) < 0 || operand.isEmpty() || divides && operand.getAsInt() == 0) {
                throw tokens.problem("an expression looks like 04[7:5]*4+4, not like " + word);
            }
            steps.add(new Step(operator, operand.getAsInt()));
            at = end;
        }
        return steps;
    }
}
