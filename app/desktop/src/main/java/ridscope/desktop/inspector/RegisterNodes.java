package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.Capability;
import ridscope.config.layout.Field;
import ridscope.config.layout.Register;
import ridscope.config.layout.RegisterLayouts;
import ridscope.config.layout.RegisterTree;
import ridscope.desktop.inspector.RegisterNode.Kind;
import ridscope.desktop.l10n.Messages;

/** Header and capabilities of one function down to bit fields. */
final class RegisterNodes {

    private final Subject subject;
    private final RegisterLayouts layouts;

    RegisterNodes(Subject subject, RegisterLayouts layouts) {
        this.subject = subject;
        this.layouts = layouts;
    }

    /**
     * The header first, then capabilities in list order. Without bytes of the function: capabilities as a listing prints them;
     * empty when there is none either.
     */
    List<RegisterNode> all() {
        List<RegisterNode> nodes = new ArrayList<>();
        if (subject.config().length() == 0) {
            return PrintedNodes.of(subject);
        }
        RegisterTree header = layouts.header(subject.config());
        nodes.add(node(header, Messages.text("inspector.registers.header"), type()));
        List<RegisterNode> printed = PrintedNodes.of(subject);
        for (Capability capability : subject.function().capabilities().capabilities()) {
            nodes.add(beyondBytes(capability, printed).orElseGet(() -> node(capability)));
        }
        return nodes;
    }

    /** As a listing prints it, where the bytes end before it. */
    private Optional<RegisterNode> beyondBytes(Capability capability, List<RegisterNode> printed) {
        return printed.stream()
                .filter(node -> capability.offset() >= subject.config().length())
                .filter(node -> node.bytes().offset() == capability.offset())
                .findFirst();
    }

    private String type() {
        OptionalInt type = subject.config().u8(0x0e);
        return type.isPresent() ? Messages.text("inspector.registers.type", type.getAsInt() & 0x7f) : "";
    }

    private RegisterNode node(Capability capability) {
        RegisterTree tree = layouts.decode(
                capability, subject.config(), subject.function().identity().vendor());
        String version = capability.extended() && capability.version().isPresent()
                ? Messages.text(
                        "inspector.registers.version", capability.version().getAsInt())
                : "";
        // What a vendor's own capability is only its layout says, such as "CXL Device"; of others it is the long name.
        String title = tree.title().equals(capability.name()) ? "" : tree.title();
        return node(
                tree, capability.name(), Messages.text("inspector.registers.id", capability.idText()), title, version);
    }

    private RegisterNode node(RegisterTree tree, String name, String... words) {
        List<RegisterNode> registers = tree.registers().stream().map(this::node).toList();
        int end = tree.registers().stream()
                .mapToInt(r -> r.offset() + r.widthBits() / 8)
                .max()
                .orElse(tree.offset() + 1);
        List<String> meaning = new ArrayList<>(List.of(words).subList(1, words.length));
        tree.note().ifPresent(meaning::add);
        meaning.removeIf(String::isEmpty);
        return new RegisterNode(
                Kind.CAPABILITY,
                hex(tree.offset()),
                name,
                words[0],
                String.join(" · ", meaning),
                Tone.PLAIN,
                new ByteSpan(tree.offset(), end - tree.offset()),
                registers);
    }

    private RegisterNode node(Register register) {
        ByteSpan bytes = new ByteSpan(register.offset(), register.widthBits() / 8);
        if (register.raw().isEmpty()) {
            Value why = subject.missing(firstMissing(bytes));
            return new RegisterNode(
                    Kind.REGISTER, hex(bytes.offset()), register.name(), "", why.text(), why.tone(), bytes, List.of());
        }
        return new RegisterNode(
                Kind.REGISTER,
                hex(bytes.offset()),
                register.name(),
                register.hex(),
                register.meaning(),
                Tone.PLAIN,
                bytes,
                register.fields().stream().map(f -> node(f, register)).toList());
    }

    private int firstMissing(ByteSpan bytes) {
        return Math.max(bytes.offset(), Math.min(subject.config().length(), bytes.end() - 1));
    }

    private static RegisterNode node(Field field, Register register) {
        int first = register.offset() + field.low() / 8;
        int last = register.offset() + field.high() / 8;
        String value =
                field.raw().isPresent() ? "0x" + Long.toHexString(field.raw().getAsLong()) : "";
        return new RegisterNode(
                Kind.FIELD,
                "[" + field.bits() + "]",
                field.name(),
                value,
                field.meaning(),
                Tone.PLAIN,
                new ByteSpan(first, last - first + 1),
                List.of());
    }

    static String hex(int offset) {
        return String.format("0x%03x", offset);
    }
}
