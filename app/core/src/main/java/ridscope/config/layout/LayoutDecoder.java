package ridscope.config.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ridscope.config.layout.Layout.BarsPart;
import ridscope.config.layout.Layout.FieldPart;
import ridscope.config.layout.Layout.Part;
import ridscope.config.layout.Layout.RegisterPart;
import ridscope.config.layout.Layout.RestPart;

/** Lays a layout over the bytes of one function. */
final class LayoutDecoder {

    private final Scope scope;

    LayoutDecoder(Scope scope) {
        this.scope = scope;
    }

    RegisterTree decode(Layout layout, List<Register> head) {
        List<Register> registers = new ArrayList<>(head);
        for (Part part : layout.parts()) {
            if (part.when().holds(scope)) {
                registers.addAll(part(part));
            }
        }
        registers.sort(Comparator.comparingInt(Register::offset));
        Optional<String> note = layout.note().isEmpty() ? Optional.empty() : Optional.of(layout.note());
        return new RegisterTree(layout.title(), scope.base(), Optional.of(layout.source()), note, registers);
    }

    private List<Register> part(Part part) {
        if (part instanceof RegisterPart register) {
            return scope.contains(register.offset(), register.widthBits()) ? List.of(register(register)) : List.of();
        }
        if (part instanceof BarsPart bars) {
            return new BarRegisters(scope.config(), scope.base() + bars.offset(), bars.count(), bars.name()).decode();
        }
        RestPart rest = (RestPart) part;
        OptionalLong length = rest.length().read(scope);
        int last = (int) Math.min(scope.end(), scope.base() + length.orElse(0));
        return dwords(scope, rest.offset(), last, rest.name());
    }

    private Register register(RegisterPart part) {
        OptionalLong raw = scope.read(part.offset(), part.widthBits());
        List<Field> fields = new ArrayList<>();
        for (FieldPart field : part.fields()) {
            if (field.when().holds(scope)) {
                fields.add(field(field, raw));
            }
        }
        fields.sort(Comparator.comparingInt(Field::high).reversed());
        String meaning = part.fields().isEmpty() && raw.isPresent()
                ? part.value().text(raw.getAsLong(), 0, part.widthBits() - 1)
                : "";
        return new Register(scope.base() + part.offset(), part.widthBits(), part.name(), raw, meaning, fields);
    }

    private static Field field(FieldPart part, OptionalLong register) {
        if (register.isEmpty()) {
            return new Field(part.name(), part.low(), part.high(), register, "");
        }
        long raw = Bits.slice(register.getAsLong(), part.low(), part.high());
        String meaning = part.value().text(raw, part.low(), part.high());
        return new Field(part.name(), part.low(), part.high(), OptionalLong.of(raw), meaning);
    }

    /** Raw dwords from an offset within the capability until {@code to}, as far as their bytes are there. */
    static List<Register> dwords(Scope scope, int offset, int to, String name) {
        List<Register> registers = new ArrayList<>();
        for (int at = scope.base() + offset; at + 4 <= to && scope.config().has(at, 4); at += 4) {
            String title = String.format("%s +0x%02x", name, at - scope.base());
            registers.add(new Register(at, 32, title, scope.config().u32(at), "", List.of()));
        }
        return registers;
    }
}
