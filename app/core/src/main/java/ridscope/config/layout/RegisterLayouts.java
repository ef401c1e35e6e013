package ridscope.config.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import ridscope.config.Capability;
import ridscope.config.ConfigSpace;

/**
 * Decodes headers and capabilities into registers and bit fields. A capability's layout is found by its name:
 * {@code extended-0010.regs}, {@code standard-10.regs}, {@code header-1.regs}. Layouts are parsed when first asked for and
 * kept: keep the instance. Any thread may use it.
 */
public final class RegisterLayouts {

    private static final String SUFFIX = ".regs";
    private static final String UNKNOWN = "layout not known";
    /** How many bytes of a capability without a layout are shown when no other one follows. */
    private static final int MAX_OPEN_END = 64;

    private final UnaryOperator<String> texts;
    private final Map<String, Layout> parsed = new ConcurrentHashMap<>();

    private RegisterLayouts(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /** The layouts that come with RIDscope. */
    public static RegisterLayouts bundled() {
        return new RegisterLayouts(RegisterLayouts::resource);
    }

    /**
     * Layouts from elsewhere.
     *
     * @param texts the text of a layout file by its name, or null where there is none
     */
    public static RegisterLayouts of(UnaryOperator<String> texts) {
        return new RegisterLayouts(texts);
    }

    /** These and somebody's own, which win where both describe the same capability of a vendor. */
    public RegisterLayouts with(List<CustomLayout> own) {
        RegisterLayouts all = new RegisterLayouts(texts);
        own.forEach(custom -> all.parsed.put(custom.name() + SUFFIX, custom.layout(texts)));
        return all;
    }

    /** Whether this kind of capability has a layout. */
    public boolean knows(boolean extended, int id) {
        return layout(name(extended, id)).isPresent();
    }

    /** {@link #decode(Capability, ConfigSpace, OptionalInt)} for a function that nothing but its bytes is known of. */
    public RegisterTree decode(Capability capability, ConfigSpace config) {
        return decode(capability, config, OptionalInt.empty());
    }

    /**
     * The registers of a capability; without a layout its raw dwords up to the next capability, with a note that says so.
     *
     * @param vendor the function's vendor ID as the operating system tells it, for a VF whose own registers do not
     * @throws LayoutException if the layout file is broken
     */
    public RegisterTree decode(Capability capability, ConfigSpace config, OptionalInt vendor) {
        Scope scope = Scope.of(capability, config, vendor);
        List<Register> head = head(capability, scope);
        return layout(name(capability.extended(), capability.id()))
                .map(layout -> LayoutDecoder.decode(variant(layout, scope), head, scope))
                .orElseGet(() -> unknown(capability, scope, head));
    }

    /** The first variant that there is a layout of, else the layout itself. */
    private Layout variant(Layout layout, Scope scope) {
        return layout.variants().stream()
                .flatMap(variant -> variant.name(scope).stream())
                .flatMap(name -> layout(name + SUFFIX).stream())
                .findFirst()
                .orElse(layout);
    }

    /**
     * The registers of the configuration header, 0x00 to 0x3F (CardBus: to 0x47); raw dwords where the header type is not
     * 0, 1 or 2 or not readable.
     *
     * @throws LayoutException if the layout file is broken
     */
    public RegisterTree header(ConfigSpace config) {
        OptionalInt type = config.u8(0x0e);
        Optional<Layout> layout =
                type.isPresent() ? layout("header-" + (type.getAsInt() & 0x7f) + SUFFIX) : Optional.empty();
        return layout.map(l -> LayoutDecoder.decode(l, List.of(), Scope.header(config)))
                .orElseGet(() -> new RegisterTree(
                        "Header",
                        0,
                        Optional.empty(),
                        Optional.of(UNKNOWN),
                        LayoutDecoder.dwords(Scope.header(config), 0, 0x40, "Dword")));
    }

    private static String name(boolean extended, int id) {
        return (extended ? String.format("extended-%04x", id) : String.format("standard-%02x", id)) + SUFFIX;
    }

    /** Names without a file are not kept: there are as many as there are vendors and IDs in a dump. */
    Optional<Layout> layout(String file) {
        return Optional.ofNullable(parsed.computeIfAbsent(file, f -> {
            String text = texts.apply(f);
            return text == null ? null : LayoutParser.parse(f, text, texts);
        }));
    }

    /** The part that all capabilities have in common. */
    private static List<Register> head(Capability capability, Scope scope) {
        int at = capability.offset();
        if (capability.extended()) {
            OptionalLong raw = scope.read(0, 32);
            return List.of(new Register(
                    at,
                    32,
                    "Extended Capability Header",
                    raw,
                    "",
                    List.of(
                            headField("Next Capability Offset", 20, 31, raw, "0x%03x"),
                            headField("Capability Version", 16, 19, raw, "%d"),
                            headField("Extended Capability ID", 0, 15, raw, "0x%04x"))));
        }
        return List.of(
                new Register(at, 8, "Capability ID", scope.read(0, 8), capability.name(), List.of()),
                new Register(at + 1, 8, "Next Capability Pointer", scope.read(1, 8), "", List.of()));
    }

    private static Field headField(String name, int low, int high, OptionalLong raw, String format) {
        if (raw.isEmpty()) {
            return new Field(name, low, high, raw, "");
        }
        long value = Bits.slice(raw.getAsLong(), low, high);
        return new Field(name, low, high, OptionalLong.of(value), String.format(format, value));
    }

    private static RegisterTree unknown(Capability capability, Scope scope, List<Register> head) {
        int end = Math.min(scope.end(), scope.base() + (scope.last() ? MAX_OPEN_END : 0x1000));
        List<Register> dwords = LayoutDecoder.dwords(scope, capability.extended() ? 4 : 0, end, "Dword");
        List<Register> registers = new ArrayList<>(capability.extended() ? head : List.of());
        registers.addAll(dwords);
        String note = end == scope.end() ? UNKNOWN : UNKNOWN + ", nor where it ends; " + MAX_OPEN_END + " bytes shown";
        return new RegisterTree(capability.name(), capability.offset(), Optional.empty(), Optional.of(note), registers);
    }

    private static String resource(String name) {
        try (InputStream stream = RegisterLayouts.class.getResourceAsStream(name)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
