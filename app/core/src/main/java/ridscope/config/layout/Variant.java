package ridscope.config.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The name of a layout that fits better than the one that names it: {@code dvsec-{04[15:0]}-{08[15:0]}}.
 *
 * @param template the name, with places in its holes
 * @param holes the places
 */
record Variant(Braces template, List<Hole> holes) {

    Variant {
        holes = List.copyOf(holes);
    }

    /**
     * @param place where the number is
     * @param digits how many hex digits it has
     */
    record Hole(Place place, int digits) {

        static Hole parse(Tokens tokens, String word) {
            Place place = Place.parse(tokens, word);
            int bits = place instanceof Bits b ? b.high() - b.low() + 1 : 16;
            return new Hole(place, (bits + 3) / 4);
        }
    }

    /** The name with all numbers in it; empty when one of them is not readable. */
    Optional<String> name(Scope scope) {
        List<String> numbers = new ArrayList<>();
        for (Hole hole : holes) {
            OptionalLong number = hole.place().read(scope);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(String.format("%0" + hole.digits() + "x", number.getAsLong()));
        }
        return Optional.of(template.fill(numbers));
    }

    static Variant parse(Tokens tokens) {
        Braces template = Braces.split(tokens, tokens.next("a name such as vsec-{vendor}-{04[15:0]}"));
        return new Variant(
                template,
                template.holes().stream().map(word -> Hole.parse(tokens, word)).toList());
    }
}
