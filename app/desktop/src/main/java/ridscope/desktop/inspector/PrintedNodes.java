package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.desktop.inspector.RegisterNode.Kind;
import ridscope.desktop.l10n.Messages;
import ridscope.text.Numbers;

/**
 * Capabilities as a text such as {@code lspci -vvv} prints them, line by line, for a function whose bytes the source does not
 * have. Nothing is decoded: what a line says is what there is.
 */
final class PrintedNodes {

    /** {@code Capabilities: [a0 v1] Advanced Error Reporting}. */
    private static final Pattern CAPABILITY =
            Pattern.compile("Capabilities: \\[([0-9a-f]{2,3})(?: v([0-9a-f]{1,2}))?] (.*)");

    /** {@code DevCap: MaxPayload 256 bytes}: a short name, a colon, and what is said of it. */
    private static final Pattern NAMED = Pattern.compile("([^:,+]{1,40}):\\s+(\\S.*)");

    private static final int TAB = 8;

    private final CapabilityList capabilities;
    private final List<RegisterNode> nodes = new ArrayList<>();

    private PrintedNodes(CapabilityList capabilities) {
        this.capabilities = capabilities;
    }

    /** One node per capability, in the order they were printed; empty when the text shows none. */
    static List<RegisterNode> of(Subject subject) {
        PrintedNodes printed = new PrintedNodes(subject.function().capabilities());
        List<String> lines = subject.function().record().listing().lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher head = CAPABILITY.matcher(lines.get(i).strip());
            if (head.matches()) {
                int end = endOfBlock(lines, i);
                printed.add(head, lines.subList(i + 1, end));
            }
        }
        return printed.nodes;
    }

    private void add(Matcher head, List<String> lines) {
        int offset = Numbers.hex(head.group(1)).orElse(0);
        String version = head.group(2) == null ? "" : Messages.text("inspector.registers.version", head.group(2));
        String id = capabilities.capabilities().stream()
                .filter(c -> c.offset() == offset)
                .map(Capability::idText)
                .findFirst()
                .map(text -> Messages.text("inspector.registers.id", text))
                .orElse("");
        nodes.add(new Words(head.group(3), id, version).node(Kind.CAPABILITY, offset, registers(offset, lines)));
    }

    /** Three levels as everywhere, however deep a text is indented. */
    private static List<RegisterNode> registers(int offset, List<String> lines) {
        List<RegisterNode> registers = new ArrayList<>();
        int end;
        for (int i = 0; i < lines.size(); i = end) {
            end = endOfBlock(lines, i);
            List<RegisterNode> fields = lines.subList(i + 1, end).stream()
                    .map(line -> Words.of(line).node(Kind.FIELD, offset, List.of()))
                    .toList();
            registers.add(Words.of(lines.get(i)).node(Kind.REGISTER, offset, fields));
        }
        return registers;
    }

    /** Behind the last line that is indented deeper than the first. */
    private static int endOfBlock(List<String> lines, int first) {
        int end = first + 1;
        while (end < lines.size() && indent(lines.get(end)) > indent(lines.get(first))) {
            end++;
        }
        return end;
    }

    private static int indent(String line) {
        int indent = 0;
        for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
            indent += line.charAt(i) == '\t' ? TAB : 1;
        }
        return indent;
    }

    /**
     * @param name what it is called
     * @param value its number
     * @param meaning what is said of it
     */
    private record Words(String name, String value, String meaning) {

        RegisterNode node(Kind kind, int offset, List<RegisterNode> children) {
            String place = kind == Kind.CAPABILITY ? RegisterNodes.hex(offset) : "";
            return new RegisterNode(
                    kind, place, name, value, meaning, Tone.PLAIN, ByteSpan.nothingAt(offset), children);
        }

        /** A line without a name of its own goes on with what the one above says. */
        static Words of(String line) {
            String text = line.strip().replaceAll("\\s+", " ");
            Matcher named = NAMED.matcher(text);
            return named.matches() ? new Words(named.group(1), "", named.group(2)) : new Words(text, "", "");
        }
    }
}
