package ridscope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.rules.Evidence;
import ridscope.rules.Finding;
import ridscope.rules.FindingGroup;
import ridscope.rules.Rule;
import ridscope.rules.Rules;
import ridscope.rules.Severity;
import ridscope.text.Diagnostic;
import ridscope.topology.Topology;

/** Findings in lines, those that say the same of several subjects folded. */
public final class FindingsText {

    private static final int SHOWN = 8;
    private static final int WIDTH = 110;

    private final Glyphs glyphs;
    private final boolean unchecked;
    private final Appendable out;

    private FindingsText(Glyphs glyphs, boolean unchecked, Appendable out) {
        this.glyphs = glyphs;
        this.unchecked = unchecked;
        this.out = out;
    }

    /**
     * Writes all findings.
     *
     * @throws IOException if the output fails
     */
    public static void write(List<Finding> findings, Glyphs glyphs, Appendable out) throws IOException {
        new FindingsText(glyphs, false, out).write(findings, List.of());
    }

    /**
     * Writes all findings, and at the end what went wrong while the host was read.
     *
     * @param unchecked whether to name every rule that could not be checked, and not only how many there are
     * @throws IOException if the output fails
     */
    public static void write(
            List<Finding> findings, Topology topology, boolean unchecked, Glyphs glyphs, Appendable out)
            throws IOException {
        new FindingsText(glyphs, unchecked, out).write(findings, topology.diagnostics());
    }

    private void write(List<Finding> findings, List<Diagnostic> diagnostics) throws IOException {
        line(summary(findings));
        for (FindingGroup group : FindingGroup.of(findings)) {
            if (group.severity() != Severity.NOT_CHECKED) {
                group(group);
            }
        }
        notChecked(findings);
        odd(reading(diagnostics));
    }

    /** Diagnostics that no rule has made a finding of. */
    static List<Diagnostic> reading(List<Diagnostic> diagnostics) {
        Set<String> rules = Rules.all().stream().map(Rule::id).collect(Collectors.toSet());
        return diagnostics.stream().filter(d -> !rules.contains(d.id())).toList();
    }

    private void odd(List<Diagnostic> diagnostics) throws IOException {
        if (diagnostics.isEmpty()) {
            return;
        }
        line("");
        line("While the source was read:");
        for (Diagnostic d : diagnostics.subList(0, Math.min(SHOWN, diagnostics.size()))) {
            line("  " + d.id() + d.subject().map(s -> " " + s).orElse("") + ": " + d.text());
        }
        if (diagnostics.size() > SHOWN) {
            line("  and " + Words.grouped(diagnostics.size() - SHOWN) + " more (--json lists all)");
        }
    }

    /** {@code 1 error · 2 warnings · 3 notes · 4 rules not checked · 40 rules found nothing}. */
    public static String summary(List<Finding> findings) {
        Set<String> ids = new HashSet<>();
        findings.forEach(f -> ids.add(f.id()));
        long unchecked = findings.stream()
                .filter(f -> f.severity() == Severity.NOT_CHECKED)
                .map(Finding::id)
                .distinct()
                .count();
        String nothing = Words.count(Rules.all().size() - ids.size(), "rule") + " found nothing";
        return count(findings, Severity.ERROR, "error") + " · " + count(findings, Severity.WARNING, "warning") + " · "
                + count(findings, Severity.INFO, "note") + " · "
                + (unchecked == 0 ? "" : Words.count(unchecked, "rule") + " not fully checked · ") + nothing;
    }

    private static String count(List<Finding> findings, Severity severity, String noun) {
        return Words.count(
                findings.stream().filter(f -> f.severity() == severity).count(), noun);
    }

    private void group(FindingGroup group) throws IOException {
        Finding first = group.findings().get(0);
        line("");
        line(group.severity() + " " + group.id() + ": " + group.title());
        if (group.findings().size() > 1) {
            for (Finding finding :
                    group.findings().subList(0, Math.min(SHOWN, group.findings().size()))) {
                line("  - " + finding.title());
            }
            int more = group.findings().size() - SHOWN;
            if (more > 0) {
                line("  - and " + Words.grouped(more) + " more (--json lists all)");
            }
        }
        wrapped(group.detail());
        advice(group.findings());
        if (!first.evidence().isEmpty()) {
            if (group.findings().size() > 1) {
                line("    Facts of the first:");
            }
            for (Evidence evidence : first.evidence()) {
                line("    " + evidence.name() + " = " + evidence.value());
            }
        }
    }

    /** Where findings that say the same need different things, each advice names the first that it is for. */
    private void advice(List<Finding> findings) throws IOException {
        Map<String, List<Finding>> by = new LinkedHashMap<>();
        findings.forEach(
                f -> by.computeIfAbsent(f.advice(), k -> new ArrayList<>()).add(f));
        for (Map.Entry<String, List<Finding>> each :
                by.entrySet().stream().limit(SHOWN).toList()) {
            int more = each.getValue().size() - 1;
            String whom = by.size() == 1
                    ? ""
                    : " for " + each.getValue().get(0).subject()
                            + (more == 0 ? "" : " and " + Words.grouped(more) + " more");
            wrapped("Advice" + whom + ": " + each.getKey());
        }
    }

    private void notChecked(List<Finding> findings) throws IOException {
        List<Finding> some = findings.stream()
                .filter(f -> f.severity() == Severity.NOT_CHECKED)
                .toList();
        if (some.isEmpty()) {
            return;
        }
        line("");
        line("What the snapshot lacks (unknown is not absent):");
        boolean counted = false;
        for (MissingChecks missing : MissingChecks.of(some)) {
            String sentence = unchecked ? missing.named() : missing.sentence();
            counted |= !sentence.equals(missing.named());
            wrapped("not checked, " + sentence, "  ");
        }
        wrapped("To know more: " + mostFrequent(some), "  ");
        if (counted) {
            line("  --unchecked names the rules, --json tells the reason of each.");
        }
    }

    private static String mostFrequent(List<Finding> findings) {
        Map<String, Long> counts = findings.stream()
                .collect(Collectors.groupingBy(Finding::advice, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private void wrapped(String text) throws IOException {
        wrapped(text, "    ");
    }

    private void wrapped(String text, String indent) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                line(indent + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        line(indent + line);
    }

    private void line(String text) throws IOException {
        out.append(glyphs.render(text)).append('\n');
    }
}
