package ridscope.config.layout;

import java.util.List;
import ridscope.config.layout.Expression.Step;

/**
 * A name with the index of a repeated entry in it: {@code Lane {n}}, {@code Phase {n*8+3}}, {@code VC{o} Phase {n}}.
 *
 * @param template the name
 * @param holes what is done to an index
 */
record IndexedName(Braces template, List<Hole> holes) {

    IndexedName {
        holes = List.copyOf(holes);
    }

    /**
     * @param outer whether the index of the outer repeat is meant
     * @param steps what is done to it
     */
    record Hole(boolean outer, List<Step> steps) {

        static Hole parse(Tokens tokens, String inside) {
            if (!inside.startsWith("n") && !inside.startsWith("o")) {
                throw tokens.problem("a name has {n} or {o} in it, not {" + inside + "}");
            }
            return new Hole(inside.startsWith("o"), Expression.steps(tokens, inside, 1));
        }

        String in(Scope scope) {
            int index = outer ? scope.entry().outerIndex() : scope.entry().index();
            return String.valueOf(Expression.apply(steps, index));
        }
    }

    String in(Scope scope) {
        if (holes.isEmpty()) {
            return template.texts().get(0);
        }
        return template.fill(holes.stream().map(hole -> hole.in(scope)).toList());
    }

    /** A name without holes, whatever is in it. */
    static IndexedName plain(String name) {
        return new IndexedName(new Braces(List.of(name), List.of()), List.of());
    }

    static IndexedName parse(Tokens tokens) {
        String name = tokens.next("a name");
        if (!tokens.inRepeat()) {
            return plain(name);
        }
        Braces template = Braces.split(tokens, name);
        return new IndexedName(
                template,
                template.holes().stream().map(word -> Hole.parse(tokens, word)).toList());
    }
}
