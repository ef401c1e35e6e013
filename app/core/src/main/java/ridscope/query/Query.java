package ridscope.query;

import java.util.List;

/** A question about functions, understood. Made by {@link QueryLanguage#parse}. Immutable. */
public sealed interface Query {

    /** All of them hold. */
    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them holds. */
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** It does not hold; what is unknown stays unknown. */
    record Not(Query part) implements Query {}

    /** A field compared with a value. */
    record Condition(Field field, Operator operator, Operand operand) implements Query {}

    /**
     * A bare word.
     *
     * @param text what a name or the address contains, in lower case
     */
    record Word(String text) implements Query {}

    /** Whether it asks about findings, which take a while to compute. */
    default boolean asks(Field field) {
        if (this instanceof And and) {
            return and.parts().stream().anyMatch(p -> p.asks(field));
        } else if (this instanceof Or or) {
            return or.parts().stream().anyMatch(p -> p.asks(field));
        } else if (this instanceof Not not) {
            return not.part().asks(field);
        }
        return this instanceof Condition condition && condition.field() == field;
    }

    /** Whether it is nothing but words, so that a line of a log could be meant. */
    default boolean onlyWords() {
        if (this instanceof And and) {
            return and.parts().stream().allMatch(Query::onlyWords);
        }
        return this instanceof Word;
    }
}
