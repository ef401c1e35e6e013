package ridscope.config.layout;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * When a part exists: all tests must hold. A test whose number is not in the snapshot does not hold.
 *
 * @param tests may be empty: always
 */
record Condition(List<Test> tests) {

    static final Condition ALWAYS = new Condition(List.of());

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

    /**
     * @param place what is looked at
     * @param comparison {@code =}, {@code !=} or {@code >=}
     * @param values the values to compare with; one for {@code >=}
     */
    record Test(Place place, String comparison, Set<Long> values) {

        boolean accepts(long value) {
            return switch (comparison) {
                case "=" -> values.contains(value);
                case "!=" -> !values.contains(value);
                default -> value >= values.iterator().next();
            };
        }
    }
}
