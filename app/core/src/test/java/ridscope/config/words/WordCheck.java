package ridscope.config.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.Capability;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;
import ridscope.config.layout.RegisterLayouts;
import ridscope.config.layout.RegisterTree;
import ridscope.config.words.WordTable.Found;
import ridscope.config.words.WordTable.Section;

/** Compares the text of functions with our decode of their bytes, and keeps the score. */
final class WordCheck {

    private static final char GONE = '\u0001';
    private static final Pattern FLAG =
            Pattern.compile("[^\\s,;()\\x01]*\\w[^\\s,;()\\x01]*[+-](?=[\\s,;)\\]\\x01]|$)");
    private static final Pattern KEYWORD = Pattern.compile("([^:\t]+):.*", Pattern.DOTALL);

    private final RegisterLayouts layouts = RegisterLayouts.bundled();
    private final WordTable table;
    private final boolean live;
    private final LspciVersion version;
    private final Score score;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param live whether lspci ran on the machine itself, where the kernel and not the bytes give IRQs and addresses
     * @param version of lspci, such as {@code 3.14}
     * @param score where it is counted
     */
    WordCheck(WordTable table, boolean live, String version, Score score) {
        this.table = table;
        this.live = live;
        this.version = LspciVersion.parse(version);
        this.score = score;
    }

    /** What disagrees or has no row in the table; one sentence each. */
    List<String> problems() {
        return problems;
    }

    void check(PrintedFunction printed, ConfigSpace config) {
        List<Capability> capabilities = CapabilityWalk.walk(config).capabilities();
        for (PrintedFunction.Part part : printed.parts()) {
            if (part.offset().isEmpty()) {
                RegisterTree tree = layouts.header(config);
                String id = "header-" + (config.u8(0x0e).orElse(0x7f) & 0x7f);
                new PartCheck(printed.address() + " header", part, tree).run(id, "header");
                continue;
            }
            int offset = part.offset().getAsInt();
            String where = "%s [%x]".formatted(printed.address(), offset);
            Optional<Capability> capability =
                    capabilities.stream().filter(c -> c.offset() == offset).findFirst();
            if (capability.isEmpty()) {
                problems.add(where + " is no capability of ours: " + part.title());
            } else {
                Capability found = capability.get();
                String id = (found.extended() ? "extended-" : "standard-") + found.idText();
                new PartCheck(where, part, layouts.decode(found, config)).run(id, found.name());
            }
        }
    }

    /** The comparison of one header or capability. */
    private final class PartCheck {

        private final String where;
        private final PrintedFunction.Part part;
        private final RegisterTree tree;
        private String topic = "";
        private Map<String, Integer> seen = new LinkedHashMap<>();

        PartCheck(String where, PrintedFunction.Part part, RegisterTree tree) {
            this.where = where;
            this.part = part;
            this.tree = tree;
        }

        void run(String id, String name) {
            Optional<Section> section = table.section(id, part.title());
            if (section.isEmpty()) {
                problems.add(where + " " + id + " has no section in the table: " + part.title());
                return;
            }
            topic = name;
            score.part(topic);
            statements(section.get()).forEach(this::statement);
        }

        /** Keyword lines with their continuations; all lines without a keyword are one statement. */
        private List<Statement> statements(Section section) {
            List<Statement> statements = new ArrayList<>();
            Statement open = new Statement(section.line("title").orElse(null), List.of(), part.title());
            StringBuilder bare = new StringBuilder();
            statements.add(open);
            String top = "";
            boolean header = part.offset().isEmpty();
            for (String line : part.lines().subList(1, part.lines().size())) {
                String text = line.strip();
                boolean starts = header ? line.matches("\t[^\t ].*") : line.matches("\t\t[^\t ].*");
                Optional<Found> found = section.find(starts ? text : top + ": " + text);
                if (found.isPresent() && (starts || found.get().end() > top.length() + 2)) {
                    String whole = starts ? text : top + ": " + text;
                    Matcher keyword = KEYWORD.matcher(text);
                    top = starts && keyword.matches() ? keyword.group(1) : top;
                    open = new Statement(
                            found.get().line(),
                            found.get().captured(),
                            whole.substring(found.get().end()));
                    statements.add(open);
                } else if (starts) {
                    bare.append(text).append('\n');
                    open = null;
                } else if (open == null) {
                    bare.append(text).append('\n');
                } else {
                    open.text += "\n" + text;
                }
            }
            if (bare.length() > 0) {
                statements.add(new Statement(section.line("-").orElse(null), List.of(), bare.toString()));
            }
            return statements;
        }

        private void statement(Statement statement) {
            String rest = statement.text;
            if (statement.line == null) {
                if (rest.matches("(?s).*\\w.*")) {
                    problems.add(where + " has no line in the table: " + rest.strip());
                }
                return;
            }
            String name = statement.line.name();
            int count = seen.merge(name, 1, Integer::sum) - 1;
            for (WordRow row : statement.line.rows()) {
                if (row.when().fits(live, version)) {
                    Matcher matcher = row.pattern().matcher(rest);
                    boolean found = matcher.find();
                    if (found || row.kind() == WordRow.Kind.PRESENCE) {
                        row(statement, row, found ? matcher : null, count);
                    }
                    if (found) {
                        rest = rest.substring(0, matcher.start()) + GONE + rest.substring(matcher.end());
                    }
                }
            }
            leftOver(name, rest);
        }

        private void leftOver(String name, String rest) {
            Matcher flag = FLAG.matcher(rest);
            while (flag.find()) {
                problems.add("%s %s: flag without a row: %s".formatted(where, name, flag.group()));
            }
            String words = flag.replaceAll("").replace(GONE, ' ').strip();
            if (words.matches("(?s).*\\w.*")) {
                problems.add("%s %s: words without a row: %s".formatted(where, name, words));
            }
        }

        private void row(Statement statement, WordRow row, Matcher matcher, int count) {
            switch (row.kind()) {
                case FLAG, NOT_FLAG -> {
                    boolean plus = matcher.group(1).equals("+") == (row.kind() == WordRow.Kind.FLAG);
                    flag(statement, row, plus, count);
                }
                case PRESENCE -> flag(statement, row, matcher != null, count);
                case FIGURE -> {
                    for (int i = 0; i < row.figures().size(); i++) {
                        figure(statement, row, i, matcher.group(i + 1), count);
                    }
                }
                case WRONG -> score.wrong(topic, statement.line.name() + " " + row.text() + ": " + row.reason());
                case IGNORE -> score.ignored(topic);
                case NAME -> {}
            }
        }

        private void flag(Statement statement, WordRow row, boolean plus, int count) {
            Optional<Ours> ours = ours(statement, row, 0, count);
            if (ours.isPresent()) {
                score.flag(topic, statement.line.name() + " " + row.text(), plus);
                if ((ours.get().raw().signum() != 0) != plus) {
                    problem(statement, row, plus ? "set" : "clear", ours.get());
                }
            }
        }

        private void figure(Statement statement, WordRow row, int index, String printed, int count) {
            Optional<Ours> ours = ours(statement, row, index, count);
            if (ours.isPresent()) {
                score.figure(topic, statement.line.name() + " " + row.text());
                if (!row.figures().get(index).same().test(printed.strip(), ours.get())) {
                    problem(statement, row, printed, ours.get());
                }
            }
        }

        private void problem(Statement statement, WordRow row, String printed, Ours ours) {
            problems.add("%s %s %s: lspci %s, ours 0x%s %s"
                    .formatted(
                            where,
                            statement.line.name(),
                            row.text(),
                            printed,
                            ours.raw().toString(16),
                            ours.meanings()));
        }

        private Optional<Ours> ours(Statement statement, WordRow row, int index, int count) {
            String register = fill(statement.line.register(), statement.captured, count);
            String target = fill(row.targets().get(index), statement.captured, count);
            Optional<Ours> ours = Ours.find(tree, register, target);
            if (ours.isEmpty()) {
                problems.add("%s %s %s: no value at %s :: %s"
                        .formatted(where, statement.line.name(), row.text(), register, target));
            }
            return ours;
        }

        /** {@code {n}} and {@code {n+1}}: the number in the keyword; {@code {k}}, {@code {k+1}}: how many came before. */
        private String fill(String text, List<String> captured, int count) {
            String filled = text.replace("{k}", String.valueOf(count)).replace("{k+1}", String.valueOf(count + 1));
            if (!captured.isEmpty()) {
                int number = ridscope.text.Numbers.decimal(captured.get(0)).orElseThrow();
                filled = filled.replace("{n}", captured.get(0)).replace("{n+1}", String.valueOf(number + 1));
            }
            if (captured.size() > 1) {
                filled = filled.replace("{m}", captured.get(1));
            }
            return filled;
        }
    }

    /** The text behind a keyword. */
    private static final class Statement {

        private final WordTable.Line line;
        private final List<String> captured;
        private String text;

        Statement(WordTable.Line line, List<String> captured, String text) {
            this.line = line;
            this.captured = captured;
            this.text = text;
        }
    }
}
