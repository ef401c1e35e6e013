package ridscope.config.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import ridscope.text.Numbers;

/**
 * When a part exists: all tests must hold. A test whose number is not in the snapshot does not hold.
 *
 * @param tests may be empty: always
 */
record Condition(List<Test> tests) {

    static final Condition ALWAYS = new Condition(List.of());

    private static final Set<String> COMPARISONS = Set.of("=", "!=", ">=", "<=", ">", "<", "&");

    Condition {
        tests = List.copyOf(tests);
    }

    boolean holds(Scope scope) {
        for (Test test : tests) {
            OptionalLong value = test.place().read(scope);
            if (value.isEmpty() || !test.accepts(value.getAsLong())) {
                return false;
            }
        }
        return true;
    }

    /** {@code PLACE = V[,V…] [and …]} up to the end of the line; the word {@code when} may be taken already. */
    static Condition parse(Tokens tokens) {
        tokens.take("when");
        List<Test> tests = new ArrayList<>();
        while (tokens.hasNext()) {
            if (!tests.isEmpty() && !tokens.take("and")) {
                throw tokens.problem("and expected instead of " + tokens.next("and"));
            }
            Place place = Place.parse(tokens, tokens.next("a place such as 02[7:4]"));
            String comparison = tokens.next("a comparison");
            if (!COMPARISONS.contains(comparison)) {
                throw tokens.problem("unknown comparison " + comparison);
            }
            Set<Long> values = values(tokens);
            if (values.size() > 1 && !Set.of("=", "!=").contains(comparison)) {
                throw tokens.problem(comparison + " compares with one value");
            }
            tests.add(new Test(place, comparison, values));
        }
        return new Condition(tests);
    }

    private static Set<Long> values(Tokens tokens) {
        Set<Long> values = new LinkedHashSet<>();
        for (String word : tokens.next("a value").split(",", -1)) {
            values.add(tokens.require(Numbers.hexLong(word), "a value in hex", word));
        }
        return values;
    }

    /**
     * @param place what is looked at
     * @param comparison one of {@link #COMPARISONS}; unsigned
     * @param values the values to compare with; several for {@code =} and {@code !=} only
     */
    record Test(Place place, String comparison, Set<Long> values) {

        boolean accepts(long value) {
            long one = values.iterator().next();
            int order = Long.compareUnsigned(value, one);
            return switch (comparison) {
                case "=" -> values.contains(value);
                case "!=" -> !values.contains(value);
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                default -> (value & one) != 0;
            };
        }
    }
}
