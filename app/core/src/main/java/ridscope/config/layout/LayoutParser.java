package ridscope.config.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import ridscope.config.layout.Layout.BarsPart;
import ridscope.config.layout.Layout.FieldPart;
import ridscope.config.layout.Layout.Part;
import ridscope.config.layout.Layout.RegisterPart;
import ridscope.config.layout.Layout.RepeatPart;
import ridscope.config.layout.Layout.RestPart;

/** Reads the line format of layout files; see the README beside them. */
final class LayoutParser {

    private static final int MAX_DEPTH = 4;
    private static final int MAX_REPEATS = 2;

    private final UnaryOperator<String> includes;
    private final List<Variant> variants = new ArrayList<>();
    /** What is being filled: the file, and within it the repeats that are open, innermost first. */
    private final Deque<Block> blocks = new ArrayDeque<>();

    private String title = "";
    private String source = "";
    private String note = "";
    private int depth;
    private RegisterPart open;
    /** How many registers there were so far. */
    private int opened;

    private List<FieldPart> openFields = new ArrayList<>();

    /** Parts between a {@code repeat} and its {@code end}; the outermost one has neither. */
    private record Block(Repeat repeat, Condition when, List<Part> parts) {}

    private LayoutParser(UnaryOperator<String> includes) {
        this.includes = includes;
        blocks.push(new Block(null, Condition.ALWAYS, new ArrayList<>()));
    }

    /**
     * @param file name for messages
     * @param text the whole file
     * @param includes text of another file by its name, or null
     * @throws LayoutException if the text breaks the rules, naming file and line
     */
    static Layout parse(String file, String text, UnaryOperator<String> includes) {
        LayoutParser parser = new LayoutParser(includes);
        parser.lines(file, text);
        parser.close();
        if (parser.title.isEmpty()) {
            throw new LayoutException(file, 1, "no title line");
        }
        return new Layout(
                parser.title,
                parser.source,
                parser.note,
                parser.variants,
                parser.blocks.element().parts());
    }

    private void lines(String name, String text) {
        int outside = blocks.size();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            // The step of an outermost repeat reads its entry too.
            boolean inRepeat = blocks.size() > 1 || lines[i].strip().startsWith("repeat");
            Tokens tokens = new Tokens(name, i + 1, inRepeat, lines[i]);
            if (tokens.hasNext()) {
                line(tokens, blocks.size() > outside);
                if (tokens.hasNext()) {
                    throw tokens.problem("nobody asked for " + tokens.next(""));
                }
            }
        }
        if (blocks.size() != outside) {
            throw new LayoutException(name, lines.length, "a repeat has no end");
        }
    }

    private void line(Tokens tokens, boolean ownRepeat) {
        String word = tokens.next("a keyword");
        switch (word) {
            case "title" -> title = tokens.next("the title");
            case "source" -> source = tokens.next("the source");
            case "note" -> note = tokens.next("the note");
            case "variant" -> variants.add(Variant.parse(tokens));
            case "include" -> include(tokens);
            case "register" -> register(tokens);
            case "bars" -> bars(tokens);
            case "rest" -> rest(tokens);
            case "repeat" -> repeat(tokens);
            case "end" -> end(tokens, ownRepeat);
            default -> field(word, tokens);
        }
    }

    /** A piece may begin with fields, which then belong to the register in front of it. */
    private void include(Tokens tokens) {
        String name = tokens.next("a file name");
        String text = includes.apply(name);
        if (text == null) {
            throw tokens.problem("no file " + name);
        }
        if (depth == MAX_DEPTH) {
            throw tokens.problem("files include each other more than " + MAX_DEPTH + " deep");
        }
        int before = opened;
        depth++;
        lines(name, text);
        depth--;
        if (opened != before) {
            close();
        }
    }

    private void register(Tokens tokens) {
        close();
        int offset = tokens.offset();
        int width = tokens.decimal("a width in bits");
        if (width < 8 || width > 64 || width % 8 != 0) {
            throw tokens.problem("a register is 8 to 64 bits wide, not " + width);
        }
        IndexedName name = IndexedName.parse(tokens);
        opened++;
        open = new RegisterPart(offset, width, name, Value.parse(tokens), Condition.parse(tokens), List.of());
    }

    private void bars(Tokens tokens) {
        close();
        int offset = tokens.offset();
        int count = tokens.decimal("how many");
        add(new BarsPart(offset, count, tokens.next("a name"), Condition.parse(tokens)));
    }

    private void rest(Tokens tokens) {
        close();
        int offset = tokens.offset();
        IndexedName name = IndexedName.parse(tokens);
        tokens.expect("length");
        add(new RestPart(offset, Expression.parse(tokens, "a length"), name, Condition.parse(tokens)));
    }

    private void repeat(Tokens tokens) {
        close();
        if (blocks.size() > MAX_REPEATS) {
            throw tokens.problem("repeats lie within each other more than " + MAX_REPEATS + " deep");
        }
        blocks.push(new Block(Repeat.parse(tokens), Condition.parse(tokens), new ArrayList<>()));
    }

    private void end(Tokens tokens, boolean ownRepeat) {
        close();
        if (!ownRepeat) {
            throw tokens.problem("end without repeat");
        }
        Block block = blocks.pop();
        add(new RepeatPart(block.repeat(), block.when(), block.parts()));
    }

    private void field(String bits, Tokens tokens) {
        if (open == null) {
            throw tokens.problem("unknown keyword " + bits);
        }
        int[] ends = tokens.bits(bits);
        if (ends[1] >= open.widthBits()) {
            throw tokens.problem("bit " + ends[1] + " of a register of " + open.widthBits() + " bits");
        }
        IndexedName name = IndexedName.parse(tokens);
        openFields.add(new FieldPart(ends[0], ends[1], name, Value.parse(tokens), Condition.parse(tokens)));
    }

    private void add(Part part) {
        blocks.element().parts().add(part);
    }

    private void close() {
        if (open != null) {
            add(new RegisterPart(open.offset(), open.widthBits(), open.name(), open.value(), open.when(), openFields));
        }
        open = null;
        openFields = new ArrayList<>();
    }
}
