package ridscope.config.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import ridscope.config.layout.Layout.FieldPart;
import ridscope.config.layout.Layout.Part;
import ridscope.config.layout.Layout.RegisterPart;
import ridscope.text.Numbers;

/**
 * What somebody knows about a vendor's own capability: names for its registers, for {@link RegisterLayouts#with}. It can
 * describe what a specification leaves to the vendor and nothing else.
 */
public final class CustomLayout {

    /** Which kind of capability leaves its registers to a vendor. */
    public enum Kind {
        /** Extended capability 000b; the vendor is the function's. */
        VSEC("vsec", 4),
        /** Extended capability 0023; the vendor stands in the capability. */
        DVSEC("dvsec", 4),
        /** Standard capability 09; the vendor is the function's. The ID is the byte behind the length, where it is one. */
        VENDOR("vendor", 2);

        private final String word;
        private final int idDigits;

        Kind(String word, int idDigits) {
            this.word = word;
            this.idDigits = idDigits;
        }
    }

    /**
     * How a number is put into words.
     *
     * @param format a format of the layout files, such as {@code decimal}
     * @param unit written behind the number, or ""
     * @param meanings words for single values
     */
    public record Wording(Optional<String> format, String unit, Map<Long, String> meanings) {

        /** Hex; one bit: yes or no. */
        public static final Wording PLAIN = new Wording(Optional.empty(), "", Map.of());

        Value value() {
            Format known = format.map(name -> Format.of(name)
                            .orElseThrow(() -> new IllegalArgumentException("there is no format '" + name + "'")))
                    .orElse(Format.DEFAULT);
            return new Value(known, Optional.empty(), unit, meanings);
        }
    }

    private static final int MOST_REGISTERS = 1024;
    private static final int END = 0x1000;

    private final Kind kind;
    private final String name;
    private final List<RegisterPart> registers = new ArrayList<>();
    private String title;
    private String source = "described by a file of the user";
    private String note = "";

    /**
     * Nothing is described yet.
     *
     * @param vendor 16 bits
     * @param id 16 bits, of {@link Kind#VENDOR} 8; empty there: all capabilities of the vendor
     * @throws IllegalArgumentException if a number has more bits, or the ID is missing
     */
    public CustomLayout(Kind kind, int vendor, OptionalInt id) {
        if (vendor < 0 || vendor > 0xffff) {
            throw new IllegalArgumentException("the vendor has more than four hex digits");
        }
        if (id.isEmpty() && kind != Kind.VENDOR) {
            throw new IllegalArgumentException("the id is missing");
        }
        if (id.isPresent() && (id.getAsInt() < 0 || id.getAsInt() >>> 4 * kind.idDigits != 0)) {
            throw new IllegalArgumentException("the id has more than " + kind.idDigits + " hex digits");
        }
        this.kind = kind;
        String suffix = id.isPresent() ? "-" + Numbers.hexText(id.getAsInt(), kind.idDigits) : "";
        name = kind.word + "-" + Numbers.hexText(vendor, 4) + suffix;
        title = name;
    }

    /** Such as {@code vsec-1d9b-0003}. */
    public String name() {
        return name;
    }

    /** What is shown as heading; without it the name. */
    public CustomLayout title(String text) {
        title = text;
        return this;
    }

    /** Where the knowledge is from. */
    public CustomLayout source(String text) {
        source = text;
        return this;
    }

    /** What a reader must know. */
    public CustomLayout note(String text) {
        note = text;
        return this;
    }

    /**
     * Adds a register.
     *
     * @param offset from the start of the capability, 0 to 4,095
     * @param widthBits 8 to 64, a multiple of 8
     * @throws IllegalArgumentException if a number is out of its range, the format unknown, or there are too many
     */
    public CustomLayout register(int offset, int widthBits, String registerName, Wording wording) {
        if (widthBits < 8 || widthBits > 64 || widthBits % 8 != 0) {
            throw new IllegalArgumentException("a register is 8, 16, 24 … or 64 bits wide, not " + widthBits);
        }
        if (offset < 0 || offset + widthBits / 8 > END) {
            throw new IllegalArgumentException("offset " + offset + " does not lie within a capability");
        }
        if (registers.size() == MOST_REGISTERS) {
            throw new IllegalArgumentException("there are more than " + MOST_REGISTERS + " registers");
        }
        registers.add(new RegisterPart(
                offset, widthBits, IndexedName.plain(registerName), wording.value(), Condition.ALWAYS, List.of()));
        return this;
    }

    /**
     * Adds a bit field to the register that was added last.
     *
     * @param bits {@code 7:4}, or {@code 5} for a single bit
     * @throws IllegalArgumentException if the bits are not within the register or in another field of it, or the format is
     *     unknown
     */
    public CustomLayout field(String bits, String fieldName, Wording wording) {
        RegisterPart register = registers.remove(registers.size() - 1);
        String[] ends = bits.split(":", 2);
        int high = Numbers.decimal(ends[0]).orElse(-1);
        int low = Numbers.decimal(ends[ends.length - 1]).orElse(-1);
        if (low < 0 || low > high || high >= register.widthBits()) {
            throw new IllegalArgumentException(
                    "bits '" + bits + "' are not high:low within " + register.widthBits() + " bits");
        }
        List<FieldPart> fields = new ArrayList<>(register.fields());
        if (fields.stream().anyMatch(other -> other.low() <= high && low <= other.high())) {
            throw new IllegalArgumentException("bits '" + bits + "' are in another field too");
        }
        fields.add(new FieldPart(low, high, IndexedName.plain(fieldName), wording.value(), Condition.ALWAYS));
        registers.add(new RegisterPart(
                register.offset(), register.widthBits(), register.name(), register.value(), register.when(), fields));
        return this;
    }

    /** The layout, behind the header that all capabilities of the kind have. */
    Layout layout(UnaryOperator<String> pieces) {
        String header = "title " + name + "\ninclude " + kind.word + "-header.regs";
        List<Part> parts =
                new ArrayList<>(LayoutParser.parse(name, header, pieces).parts());
        parts.addAll(registers);
        return new Layout(title, source, note, List.of(), parts);
    }
}
