package ridscope.config.words;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import ridscope.config.layout.Field;
import ridscope.config.layout.Register;
import ridscope.config.layout.RegisterTree;

/**
 * What our decode says where the table points to.
 *
 * @param raw the bits; of several fields joined with {@code &} the first is the highest
 * @param inPlace the bits where they stand in the register
 * @param meanings in words, one for each field
 */
record Ours(BigInteger raw, BigInteger inPlace, List<String> meanings) {

    /** The words of the only field. */
    String meaning() {
        return meanings.get(0);
    }

    /**
     * Finds {@code FIELD}, {@code REGISTER :: FIELD}, {@code REGISTER :: @} for a whole register, several of them joined by
     * {@code &} or {@code *}; of choices apart by {@code |} the first that is there.
     *
     * @return empty if there is no such register or field, or its bytes are not there
     */
    static Optional<Ours> find(RegisterTree tree, String register, String target) {
        return Stream.of(target.split("\\s+\\|\\s+"))
                .flatMap(choice -> findOne(tree, register, choice).stream())
                .findFirst();
    }

    private static Optional<Ours> findOne(RegisterTree tree, String register, String target) {
        BigInteger raw = BigInteger.ZERO;
        BigInteger inPlace = BigInteger.ZERO;
        List<String> meanings = new ArrayList<>();
        for (String term : target.split("\\s+[&*]\\s+")) {
            String[] path = term.contains("::") ? term.split("\\s*::\\s*") : new String[] {register, term};
            Optional<Field> field = field(tree, path[0], path[1]);
            if (field.isEmpty() || field.get().raw().isEmpty()) {
                return Optional.empty();
            }
            BigInteger bits =
                    new BigInteger(Long.toUnsignedString(field.get().raw().getAsLong()));
            int width = field.get().high() - field.get().low() + 1;
            raw = raw.shiftLeft(width).or(bits);
            inPlace = inPlace.shiftLeft(field.get().high() + 1)
                    .or(bits.shiftLeft(field.get().low()));
            meanings.add(field.get().meaning());
        }
        return Optional.of(new Ours(raw, inPlace, meanings));
    }

    private static Optional<Field> field(RegisterTree tree, String register, String field) {
        for (Register candidate : tree.registers()) {
            if (candidate.name().equals(register)) {
                if (field.equals("@")) {
                    return Optional.of(whole(candidate));
                }
                return candidate.fields().stream()
                        .filter(f -> f.name().equals(field))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static Field whole(Register register) {
        OptionalLong raw = register.raw();
        return new Field(register.name(), 0, register.widthBits() - 1, raw, register.meaning());
    }
}
