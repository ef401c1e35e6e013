package ridscope.config.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import ridscope.config.layout.Layout.BarsPart;
import ridscope.config.layout.Layout.FieldPart;
import ridscope.config.layout.Layout.Part;
import ridscope.config.layout.Layout.RegisterPart;
import ridscope.config.layout.Layout.RestPart;
import ridscope.config.layout.Layout.Value;
import ridscope.text.Numbers;

/** Reads the line format of layout files; see the README beside them. */
final class LayoutParser {

    private static final int MAX_DEPTH = 4;

    private final Function<String, String> includes;
    private final List<Part> parts = new ArrayList<>();
    private String title = "";
    private String source = "";
    private String note = "";
    private int depth;
    private RegisterPart open;
    private List<FieldPart> openFields = new ArrayList<>();

    private LayoutParser(Function<String, String> includes) {
        this.includes = includes;
    }

    /**
     * @param file name for messages
     * @param text the whole file
     * @param includes text of another file by its name, or null
     * @throws LayoutException if the text breaks the rules, naming file and line
     */
    static Layout parse(String file, String text, Function<String, String> includes) {
        LayoutParser parser = new LayoutParser(includes);
        parser.lines(file, text);
        parser.close();
        if (parser.title.isEmpty()) {
            throw new LayoutException(file, 1, "no title line");
        }
        return new Layout(parser.title, parser.source, parser.note, parser.parts);
    }

    private void lines(String name, String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Tokens tokens = new Tokens(name, i + 1, lines[i]);
            if (tokens.hasNext()) {
                line(tokens);
                if (tokens.hasNext()) {
                    throw tokens.problem("nobody asked for " + tokens.next(""));
                }
            }
        }
    }

    private void line(Tokens tokens) {
        String word = tokens.next("a keyword");
        switch (word) {
            case "title" -> title = tokens.next("the title");
            case "source" -> source = tokens.next("the source");
            case "note" -> note = tokens.next("the note");
            case "include" -> include(tokens);
            case "register" -> register(tokens);
            case "bars" -> bars(tokens);
            case "rest" -> rest(tokens);
            default -> field(word, tokens);
        }
    }

    private void include(Tokens tokens) {
        close();
        String name = tokens.next("a file name");
        String text = includes.apply(name);
        if (text == null) {
            throw tokens.problem("no file " + name);
        }
        if (depth == MAX_DEPTH) {
            throw tokens.problem("files include each other more than " + MAX_DEPTH + " deep");
        }
        depth++;
        lines(name, text);
        close();
        depth--;
    }

    private void register(Tokens tokens) {
        close();
        int offset = tokens.hex("an offset in hex");
        int width = tokens.decimal("a width in bits");
        if (width < 8 || width > 64 || width % 8 != 0) {
            throw tokens.problem("a register is 8 to 64 bits wide, not " + width);
        }
        String name = tokens.next("a name");
        open = new RegisterPart(offset, width, name, value(tokens), condition(tokens), List.of());
    }

    private void bars(Tokens tokens) {
        close();
        int offset = tokens.hex("an offset in hex");
        int count = tokens.decimal("how many");
        parts.add(new BarsPart(offset, count, tokens.next("a name"), condition(tokens)));
    }

    private void rest(Tokens tokens) {
        close();
        int offset = tokens.hex("an offset in hex");
        String name = tokens.next("a name");
        if (!tokens.take("length")) {
            throw tokens.problem("length is missing");
        }
        parts.add(new RestPart(offset, place(tokens), name, condition(tokens)));
    }

    private void field(String bits, Tokens tokens) {
        if (open == null) {
            throw tokens.problem("unknown keyword " + bits);
        }
        int[] ends = tokens.bits(bits);
        if (ends[1] >= open.widthBits()) {
            throw tokens.problem("bit " + ends[1] + " of a register of " + open.widthBits() + " bits");
        }
        openFields.add(new FieldPart(ends[0], ends[1], tokens.next("a name"), value(tokens), condition(tokens)));
    }

    private void close() {
        if (open != null) {
            parts.add(new RegisterPart(
                    open.offset(), open.widthBits(), open.name(), open.value(), open.when(), List.copyOf(openFields)));
        }
        open = null;
        openFields = new ArrayList<>();
    }

    /** {@code [as FORMAT] [unit TEXT] [N=MEANING …]}, ends at {@code when} or at the end of the line. */
    private Value value(Tokens tokens) {
        Format format = Format.DEFAULT;
        if (tokens.take("as")) {
            String name = tokens.next("a format");
            format = Format.of(name).orElseThrow(() -> tokens.problem("unknown format " + name));
        }
        String unit = tokens.take("unit") ? tokens.next("a unit") : "";
        Map<Long, String> meanings = new LinkedHashMap<>();
        while (tokens.hasNext() && !tokens.take("when")) {
            String word = tokens.next("a meaning");
            int equals = word.indexOf('=');
            OptionalLong number = equals < 0 ? OptionalLong.empty() : Numbers.hexLong(word.substring(0, equals));
            if (number.isEmpty()) {
                throw tokens.problem("a meaning looks like 1f=\"text\", not like " + word);
            }
            if (meanings.put(number.getAsLong(), word.substring(equals + 1)) != null) {
                throw tokens.problem("two meanings for " + word.substring(0, equals));
            }
        }
        return new Value(format, unit, Map.copyOf(meanings));
    }

    /** {@code PLACE = V[,V…] [and …]}; the word {@code when} may be taken already. */
    private Condition condition(Tokens tokens) {
        tokens.take("when");
        List<Condition.Test> tests = new ArrayList<>();
        while (tokens.hasNext()) {
            if (!tests.isEmpty() && !tokens.take("and")) {
                throw tokens.problem("and expected instead of " + tokens.next("and"));
            }
            Place place = place(tokens);
            String comparison = tokens.next("a comparison");
            if (!Set.of("=", "!=", ">=").contains(comparison)) {
                throw tokens.problem("unknown comparison " + comparison);
            }
            tests.add(new Condition.Test(place, comparison, values(tokens)));
        }
        return new Condition(tests);
    }

    private static Set<Long> values(Tokens tokens) {
        Set<Long> values = new LinkedHashSet<>();
        for (String word : tokens.next("a value").split(",")) {
            values.add((long) tokens.require(Numbers.hex(word), "a value in hex", word));
        }
        return values;
    }

    /** {@code port-type}, or {@code 02[7:4]}: bits from an offset in hex. */
    private static Place place(Tokens tokens) {
        if (tokens.take("port-type")) {
            return Place.PORT_TYPE;
        }
        String word = tokens.next("a place such as 02[7:4]");
        int bracket = word.indexOf('[');
        OptionalInt offset = bracket < 0 ? OptionalInt.empty() : Numbers.hex(word.substring(0, bracket));
        if (offset.isEmpty() || !word.endsWith("]")) {
            throw tokens.problem("a place looks like 02[7:4], not like " + word);
        }
        int[] ends = tokens.bits(word.substring(bracket + 1, word.length() - 1));
        if (ends[1] > 31) {
            throw tokens.problem("a place lies within 32 bits: " + word);
        }
        return new Bits(offset.getAsInt(), ends[0], ends[1]);
    }
}
