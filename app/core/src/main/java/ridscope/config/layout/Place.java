package ridscope.config.layout;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.text.Numbers;

/** A number that a layout refers to; empty when it is not in the snapshot. */
interface Place {

    /** Numbers that have a name instead of an offset. */
    Map<String, Place> NAMED = Map.of(
            "port-type", scope -> widen(scope.function().portType()),
            "link-width", scope -> widen(scope.function().linkWidth()),
            "header-type", scope -> widen(scope.function().headerType()),
            "vendor", scope -> widen(scope.function().vendor()),
            "capability-version", Scope::version,
            "index", scope -> OptionalLong.of(scope.entry().index()));

    OptionalLong read(Scope scope);

    /** {@code 02[7:4]}, {@code +02[7:4]} or one of the names. */
    static Place parse(Tokens tokens, String word) {
        Place named = NAMED.get(word);
        if (named != null) {
            return named;
        }
        boolean relative = word.startsWith("+");
        if (relative && !tokens.inRepeat()) {
            throw tokens.problem(word + " stands outside of a repeat");
        }
        int bracket = word.indexOf('[');
        OptionalInt offset = bracket < 0 ? OptionalInt.empty() : Numbers.hex(word.substring(relative ? 1 : 0, bracket));
        if (offset.isEmpty() || !word.endsWith("]")) {
            throw tokens.problem("a place looks like 02[7:4], not like " + word);
        }
        int[] ends = tokens.bits(word.substring(bracket + 1, word.length() - 1));
        return new Bits(tokens.offset(offset.getAsInt(), word), ends[0], ends[1], relative);
    }

    private static OptionalLong widen(OptionalInt number) {
        return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
    }
}
