package ridscope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.diff.Change;
import ridscope.diff.Comparison;
import ridscope.diff.FactChange;
import ridscope.diff.NotComparable;
import ridscope.diff.RegisterChange;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;

/** What differs between two hosts in lines: a summary, then each kind of change under its heading. */
public final class DiffText {

    /** Lines of one section, and addresses in one line, before it is cut short. */
    private static final int LINES = 40;

    private static final int ADDRESSES = 8;

    private final DiffReport report;
    private final Comparison comparison;
    private final DiffWords words;
    private final Glyphs glyphs;
    private final Appendable out;

    private DiffText(DiffReport report, DeviceNames names, Glyphs glyphs, Appendable out) {
        this.report = report;
        comparison = report.comparison();
        words = new DiffWords(comparison, names);
        this.glyphs = glyphs;
        this.out = out;
    }

    /**
     * Writes the whole comparison.
     *
     * @throws IOException if the output fails
     */
    public static void write(DiffReport report, DeviceNames names, Glyphs glyphs, Appendable out) throws IOException {
        new DiffText(report, names, glyphs, out).write();
    }

    private void write() throws IOException {
        line(DiffWords.summary(report));
        Optional<String> verdict = DiffWords.verdict(comparison.likeness());
        if (verdict.isPresent()) {
            line(verdict.get());
        }
        line("before  " + String.join(" · ", Summary.origin(comparison.before().provenance())));
        line("after   " + String.join(" · ", Summary.origin(comparison.after().provenance())));
        section("Host", comparison.changes(Change.HostChanged.class), c -> facts("  ", c.facts()));
        List<String> renumbered = new ArrayList<>();
        comparison.changes(Change.RenumberedRoot.class).forEach(r -> renumbered.add(words.renumbered(r)));
        comparison.changes(Change.RenumberedBridge.class).forEach(r -> renumbered.add(words.renumbered(r)));
        section("Renumbered", renumbered, List::of);
        section("Moved", comparison.changes(Change.Moved.class), words::moved);
        section("VFs", comparison.changes(Change.VfsChanged.class), words::vfs);
        List<Change.Gone> gone = comparison.changes(Change.Gone.class);
        section(
                "Replaced",
                gone.stream().filter(g -> g.replacedBy().isPresent()).toList(),
                words::gone);
        section("Gone", gone.stream().filter(g -> g.replacedBy().isEmpty()).toList(), words::gone);
        section(
                "New",
                comparison.changes(Change.New.class).stream()
                        .filter(n -> n.replaces().isEmpty())
                        .toList(),
                words::appeared);
        section("Changed", folded(), this::changed);
        section("Registers", registers(), List::of);
        section("Findings", findings(), List::of);
        section("Not comparable (unknown is no difference)", comparison.notComparable(), DiffText::notComparable);
    }

    /** Lines of one thing. */
    @FunctionalInterface
    private interface Lines<T> {
        List<String> of(T thing);
    }

    private <T> void section(String title, List<T> things, Lines<T> lines) throws IOException {
        if (things.isEmpty()) {
            return;
        }
        line("");
        line(title);
        int written = 0;
        for (int i = 0; i < things.size(); i++) {
            if (written >= LINES) {
                line("  and " + Words.grouped(things.size() - i) + " more (--json lists all)");
                return;
            }
            for (String text : lines.of(things.get(i))) {
                line("  " + text);
                written++;
            }
        }
    }

    private static List<String> facts(String indent, List<FactChange> facts) {
        int widest = facts.stream().mapToInt(f -> f.name().length()).max().orElse(0);
        return facts.stream()
                .map(f -> indent.substring(2) + padded(f.name(), widest + 2) + f.before() + " → " + f.after())
                .toList();
    }

    /** Functions of which the same differs are told together. */
    private List<Map.Entry<List<FactChange>, List<Change.Changed>>> folded() {
        Map<List<FactChange>, List<Change.Changed>> folded = new LinkedHashMap<>();
        comparison
                .changes(Change.Changed.class)
                .forEach(c -> folded.computeIfAbsent(c.facts(), k -> new ArrayList<>())
                        .add(c));
        return List.copyOf(folded.entrySet());
    }

    private List<String> changed(Map.Entry<List<FactChange>, List<Change.Changed>> group) {
        List<Change.Changed> functions = group.getValue();
        List<String> lines = new ArrayList<>();
        if (functions.size() == 1) {
            Change.Changed only = functions.get(0);
            lines.add(words.both(only.function(), only.now()) + " · " + words.nameAfter(only.now()));
        } else {
            lines.add(Words.count(functions.size(), "function") + ": "
                    + addresses(functions.stream().map(Change.Changed::now).toList()));
        }
        lines.addAll(facts("      ", group.getKey()));
        return lines;
    }

    private String addresses(List<FunctionAddress> all) {
        List<String> shown = new ArrayList<>();
        all.stream().limit(ADDRESSES).forEach(a -> shown.add(words.address(a)));
        int more = all.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + Words.grouped(more) + " more" : "");
    }

    private List<String> registers() {
        List<String> lines = new ArrayList<>();
        Optional<FunctionAddress> last = Optional.empty();
        for (RegisterChange change : report.registers()) {
            if (!last.equals(Optional.of(change.function()))) {
                last = Optional.of(change.function());
                lines.add(words.both(change.function(), change.now()) + " · " + words.nameAfter(change.now()));
            }
            lines.add("    " + change.part() + ": " + change.name() + " = " + change.before() + " → " + change.after());
        }
        return lines;
    }

    private List<String> findings() {
        List<String> lines = new ArrayList<>();
        findings("new   ", report.findings().appeared(), lines);
        findings("gone  ", report.findings().gone(), lines);
        findings("only checked after   ", report.findings().firstChecked(), lines);
        findings("only checked before  ", report.findings().noLongerChecked(), lines);
        return lines;
    }

    private void findings(String what, List<Finding> findings, List<String> lines) {
        Map<String, List<String>> byRule = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byRule.computeIfAbsent(finding.severity() + " " + finding.id(), k -> new ArrayList<>())
                    .add(finding.function()
                            .map(words::address)
                            .orElseGet(() -> finding.subject().toString()));
        }
        byRule.forEach((rule, subjects) -> {
            int more = subjects.size() - ADDRESSES;
            lines.add(what + rule + (subjects.size() == 1 ? "" : " × " + Words.grouped(subjects.size())) + ": "
                    + String.join(", ", subjects.subList(0, Math.min(ADDRESSES, subjects.size())))
                    + (more > 0 ? " and " + Words.grouped(more) + " more" : ""));
        });
    }

    private static List<String> notComparable(NotComparable unknown) {
        String which = unknown.unknownBefore() ? "before" : "after";
        String functions = unknown.functions() == 0 ? "" : " of " + Words.count(unknown.functions(), "function");
        return List.of(unknown.what().words() + functions + ": "
                + (unknown.withoutRoot() ? which + " was read without root rights" : "not told by " + which));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private void line(String text) throws IOException {
        out.append(glyphs.render(text)).append('\n');
    }
}
