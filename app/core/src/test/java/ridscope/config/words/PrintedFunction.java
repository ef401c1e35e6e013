package ridscope.config.words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.ConfigSpace;
import ridscope.text.Numbers;

/**
 * One function as {@code lspci -vvv} prints it.
 *
 * @param address with segment, such as {@code 0000:3b:00.0}
 * @param parts the header first, then the capabilities in printed order
 * @param config the bytes of the rows below the text; empty when there are none
 */
record PrintedFunction(String address, List<Part> parts, ConfigSpace config) {

    private static final Pattern HEAD = Pattern.compile("^((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]) (.*)");
    private static final Pattern ROW = Pattern.compile("^([0-9a-f]{2,3}):((?: [0-9a-f]{2}){16})\\s*$");
    private static final Pattern CAPABILITY = Pattern.compile("^\tCapabilities: \\[([0-9a-f]+)( v\\d+)?\\] (.*)");

    /**
     * The header's lines or one capability's.
     *
     * @param offset where the capability stands; empty for the header
     * @param extended whether a version was printed
     * @param lines as printed, with their tabs; the first is the title without tabs, offset and version
     */
    record Part(OptionalInt offset, boolean extended, List<String> lines) {

        String title() {
            return lines.get(0);
        }
    }

    /** All functions of a text; hex rows may be missing, and rows of zeros may be left out. */
    static List<PrintedFunction> parse(String text) {
        List<PrintedFunction> functions = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        byte[] bytes = new byte[4096];
        int length = 0;
        String address = null;
        for (String line : text.split("\\R")) {
            Matcher head = HEAD.matcher(line);
            Matcher row = ROW.matcher(line);
            if (head.matches()) {
                add(functions, address, parts, ConfigSpace.of(bytes, 0, length));
                address = head.group(1).length() > 7 ? head.group(1) : "0000:" + head.group(1);
                parts = new ArrayList<>(List.of(part(OptionalInt.empty(), false, head.group(2))));
                bytes = new byte[4096];
                length = 0;
            } else if (row.matches()) {
                int at = Numbers.hex(row.group(1)).orElseThrow();
                String[] pairs = row.group(2).trim().split(" ");
                for (int i = 0; i < 16; i++) {
                    bytes[at + i] = (byte) Numbers.hex(pairs[i]).orElseThrow();
                }
                length = at + 16;
            } else if (line.startsWith("\t")) {
                addLine(parts, line);
            }
        }
        add(functions, address, parts, ConfigSpace.of(bytes, 0, length));
        return functions;
    }

    private static void addLine(List<Part> parts, String line) {
        Matcher capability = CAPABILITY.matcher(line);
        if (capability.matches()) {
            OptionalInt offset = Numbers.hex(capability.group(1));
            parts.add(part(offset, capability.group(2) != null, capability.group(3)));
        } else if (line.startsWith("\t\t")) {
            // Of a multicast capability lspci prints two registers in one line.
            parts.get(parts.size() - 1)
                    .lines()
                    .addAll(List.of(line.replaceAll("(?<=\\S)\t\t", "\n\t\t").split("\n")));
        } else {
            parts.get(0).lines().add(line);
        }
    }

    private static Part part(OptionalInt offset, boolean extended, String title) {
        return new Part(offset, extended, new ArrayList<>(List.of(title)));
    }

    private static void add(List<PrintedFunction> functions, String address, List<Part> parts, ConfigSpace config) {
        if (address != null) {
            functions.add(new PrintedFunction(address, parts, config));
        }
    }
}
