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
import ridscope.config.layout.Layout.RepeatPart;
import ridscope.config.layout.Layout.RestPart;

/** Lays a layout over the bytes of one function. */
final class LayoutDecoder {

    /** One for each byte there can be; a layout that yields more reads the same bytes over and over. */
    private static final int MOST_REGISTERS = 0x1000;

    private final List<Register> registers = new ArrayList<>();

    private LayoutDecoder() {}

    static RegisterTree decode(Layout layout, List<Register> head, Scope scope) {
        LayoutDecoder decoder = new LayoutDecoder();
        decoder.registers.addAll(head);
        decoder.parts(layout.parts(), scope);
        decoder.registers.sort(Comparator.comparingInt(Register::offset));
        Optional<String> note = layout.note().isEmpty() ? Optional.empty() : Optional.of(layout.note());
        return new RegisterTree(layout.title(), scope.base(), Optional.of(layout.source()), note, decoder.registers);
    }

    private void parts(List<Part> parts, Scope scope) {
        for (Part part : parts) {
            if (registers.size() < MOST_REGISTERS && part.when().holds(scope)) {
                part(part, scope);
            }
        }
    }

    private void part(Part part, Scope scope) {
        int entry = scope.entry().offset();
        if (part instanceof RegisterPart register) {
            if (scope.contains(entry + register.offset(), register.widthBits())) {
                registers.add(register(register, scope));
            }
        } else if (part instanceof BarsPart bars) {
            int at = scope.base() + entry + bars.offset();
            registers.addAll(new BarRegisters(scope.config(), at, bars.count(), bars.name()).decode());
        } else if (part instanceof RepeatPart repeat) {
            repeat(repeat, scope);
        } else {
            RestPart rest = (RestPart) part;
            long length = rest.length().read(scope).orElse(0);
            int last = (int) Math.min(scope.end(), scope.base() + entry + Math.max(0, Math.min(length, 0x1000)));
            registers.addAll(
                    dwords(scope, entry + rest.offset(), last, rest.name().in(scope)));
        }
    }

    private void repeat(RepeatPart part, Scope scope) {
        Repeat repeat = part.repeat();
        long start = repeat.computed() ? 0 : scope.entry().offset();
        OptionalLong offset = repeat.offset().read(scope);
        long count = Math.min(repeat.max(), repeat.count().read(scope).orElse(0));
        long at = start + offset.orElse(scope.end());
        for (int i = 0; i < count && at >= 0 && scope.base() + at < scope.end(); i++) {
            Scope entry = scope.at((int) at, repeat.first() + i);
            parts(part.parts(), entry);
            long step = repeat.step().read(entry).orElse(0);
            if (step <= 0 || step > scope.end()) {
                return;
            }
            at += step;
        }
    }

    private static Register register(RegisterPart part, Scope scope) {
        int offset = scope.entry().offset() + part.offset();
        OptionalLong raw = scope.read(offset, part.widthBits());
        List<Field> fields = new ArrayList<>();
        for (FieldPart field : part.fields()) {
            if (field.when().holds(scope)) {
                fields.add(field(field, raw, scope));
            }
        }
        fields.sort(Comparator.comparingInt(Field::high).reversed());
        String meaning = part.fields().isEmpty() && raw.isPresent()
                ? part.value().text(raw.getAsLong(), 0, part.widthBits() - 1, scope)
                : "";
        String name = part.name().in(scope);
        return new Register(scope.base() + offset, part.widthBits(), name, raw, meaning, fields);
    }

    private static Field field(FieldPart part, OptionalLong register, Scope scope) {
        String name = part.name().in(scope);
        if (register.isEmpty()) {
            return new Field(name, part.low(), part.high(), register, "");
        }
        long raw = Bits.slice(register.getAsLong(), part.low(), part.high());
        String meaning = part.value().text(raw, part.low(), part.high(), scope);
        return new Field(name, part.low(), part.high(), OptionalLong.of(raw), meaning);
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
