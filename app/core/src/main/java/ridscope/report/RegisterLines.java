package ridscope.report;

import java.util.ArrayList;
import java.util.List;
import ridscope.config.Capability;
import ridscope.config.layout.Field;
import ridscope.config.layout.Register;
import ridscope.config.layout.RegisterLayouts;
import ridscope.topology.PciFunction;

/**
 * Registers as text, one register or field a line: {@code 0x042 Name = 0x0142} and, one step in,
 * {@code 0x042[7:4] Name = 0x4 Root Port}. Offsets are those of configuration space.
 */
final class RegisterLines {

    private static final String STEP = "  ";

    private final RegisterLayouts layouts;

    RegisterLines(RegisterLayouts layouts) {
        this.layouts = layouts;
    }

    List<String> of(PciFunction function) {
        List<String> lines = new ArrayList<>();
        for (FunctionRegisters part : FunctionRegisters.of(function, layouts)) {
            String heading = part.capability()
                    .map(c -> heading(c, part))
                    .orElse(part.tree().title());
            lines.add(heading + part.tree().note().map(n -> " · " + n).orElse(""));
            for (Register register : part.tree().registers()) {
                lines.add(STEP + line(register));
                register.fields().forEach(field -> lines.add(STEP + STEP + line(register, field)));
            }
        }
        return lines;
    }

    private static String heading(Capability capability, FunctionRegisters part) {
        String kind = capability.extended() ? "extended capability " : "capability ";
        String name = capability.name();
        String title = part.tree().title();
        return String.format("[0x%03x] ", capability.offset())
                + kind
                + capability.idText()
                + " "
                + (title.startsWith(name) ? title : name + " · " + title);
    }

    private static String line(Register register) {
        String name = String.format("0x%03x %s = ", register.offset(), register.name());
        return register.raw().isPresent()
                ? name + value("0x" + register.hex(), register.meaning())
                : name + "not readable";
    }

    private static String line(Register register, Field field) {
        String name = String.format("0x%03x[%s] %s = ", register.offset(), field.bits(), field.name());
        return field.raw().isPresent()
                ? name + value("0x" + Long.toHexString(field.raw().getAsLong()), field.meaning())
                : name + "not readable";
    }

    /** A meaning that says no more than the number is left out. */
    private static String value(String raw, String meaning) {
        return meaning.isEmpty() || digits(meaning).equals(digits(raw)) ? raw : raw + " " + meaning;
    }

    private static String digits(String text) {
        return text.replaceFirst("^(0x)?0*(?=.)", "");
    }
}
