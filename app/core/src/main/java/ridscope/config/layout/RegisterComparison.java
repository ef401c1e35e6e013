package ridscope.config.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The same capability of two functions, register by register and field by field, matched by name: what the two ends of a link
 * have in common and where they differ.
 */
public final class RegisterComparison {

    private RegisterComparison() {}

    /**
     * One register or field as both have it.
     *
     * @param name as the specification calls it
     * @param first the first function's value in words; empty where it has no such register or field, or no bytes of it
     * @param second the second function's
     * @param differs whether both are known and their numbers are not the same
     * @param fields of a register; none of a field
     */
    public record Row(String name, Optional<String> first, Optional<String> second, boolean differs, List<Row> fields) {

        public Row {
            fields = List.copyOf(fields);
        }
    }

    /** Registers that at least one has, in the order of the first; those only the second has follow. */
    public static List<Row> compare(RegisterTree first, RegisterTree second) {
        Map<String, Register> others = new LinkedHashMap<>();
        second.registers().forEach(r -> others.putIfAbsent(r.name(), r));
        List<Row> rows = new ArrayList<>();
        for (Register register : first.registers()) {
            rows.add(row(Optional.of(register), Optional.ofNullable(others.remove(register.name()))));
        }
        others.values().forEach(r -> rows.add(row(Optional.empty(), Optional.of(r))));
        return rows;
    }

    private static Row row(Optional<Register> first, Optional<Register> second) {
        Register named = first.or(() -> second).orElseThrow();
        return new Row(
                named.name(),
                first.flatMap(RegisterComparison::words),
                second.flatMap(RegisterComparison::words),
                differ(raw(first.map(Register::raw)), raw(second.map(Register::raw))),
                fields(
                        first.map(Register::fields).orElse(List.of()),
                        second.map(Register::fields).orElse(List.of())));
    }

    private static List<Row> fields(List<Field> first, List<Field> second) {
        Map<String, Field> others = new LinkedHashMap<>();
        second.forEach(f -> others.putIfAbsent(f.name(), f));
        List<Row> rows = new ArrayList<>();
        for (Field field : first) {
            rows.add(field(Optional.of(field), Optional.ofNullable(others.remove(field.name()))));
        }
        others.values().forEach(f -> rows.add(field(Optional.empty(), Optional.of(f))));
        return rows;
    }

    private static Row field(Optional<Field> first, Optional<Field> second) {
        return new Row(
                first.or(() -> second).orElseThrow().name(),
                first.map(Field::meaning).filter(m -> !m.isEmpty()),
                second.map(Field::meaning).filter(m -> !m.isEmpty()),
                differ(raw(first.map(Field::raw)), raw(second.map(Field::raw))),
                List.of());
    }

    private static OptionalLong raw(Optional<OptionalLong> value) {
        return value.orElse(OptionalLong.empty());
    }

    private static boolean differ(OptionalLong first, OptionalLong second) {
        return first.isPresent() && second.isPresent() && first.getAsLong() != second.getAsLong();
    }

    private static Optional<String> words(Register register) {
        if (register.raw().isEmpty()) {
            return Optional.empty();
        }
        String hex = "0x" + register.hex();
        return Optional.of(register.meaning().isEmpty() ? hex : hex + "  " + register.meaning());
    }
}
