package ridscope.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import ridscope.diff.Change;
import ridscope.diff.FactChange;
import ridscope.diff.FactSheet;
import ridscope.diff.FunctionFate;
import ridscope.diff.FunctionFates;
import ridscope.diff.NotComparable;
import ridscope.diff.RegisterChange;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What differs between two hosts as a table: a row per function, and behind each row everything that is told of it. Immutable. */
public final class DiffTable {

    private static final String ONLY_ONE_CHECKED = ", not checked in the other";

    private final DiffReport report;
    private final Map<DiffRow, FunctionFate> fates = new LinkedHashMap<>();
    private final List<DiffRow> rows;
    private final Map<FunctionAddress, List<RegisterChange>> registers = new HashMap<>();

    private DiffTable(DiffReport report, DeviceNames names, boolean countRegisters) {
        this.report = report;
        report.registers()
                .forEach(r -> registers
                        .computeIfAbsent(r.function(), k -> new ArrayList<>())
                        .add(r));
        DiffRowWords words = new DiffRowWords(report.comparison(), names);
        for (FunctionFate fate : FunctionFates.of(report.comparison())) {
            int count = countRegisters ? registers(fate) : 0;
            FunctionFate told = count > 0 ? fate.withRegisters() : fate;
            fates.put(row(told, words, count), told);
        }
        rows = List.copyOf(fates.keySet());
    }

    /**
     * Takes time in proportion to the functions.
     *
     * @param countRegisters whether a function of which only registers differ is a changed one; they are listed in any case
     */
    public static DiffTable of(DiffReport report, DeviceNames names, boolean countRegisters) {
        return new DiffTable(report, names, countRegisters);
    }

    private int registers(FunctionFate fate) {
        return fate.from().map(registers::get).map(List::size).orElse(0);
    }

    private static DiffRow row(FunctionFate fate, DiffRowWords words, int registers) {
        return new DiffRow(
                fate.fate(),
                fate.from(),
                fate.to(),
                words.name(fate),
                words.what(fate, registers),
                fate.basis().map(DiffRowWords::matchedBy).orElse(""));
    }

    /** What became of each function, in the order of the rows. */
    public Collection<FunctionFate> fates() {
        return Collections.unmodifiableCollection(fates.values());
    }

    /** What became of the function of a row; empty for a row of another table. */
    public Optional<FunctionFate> fate(DiffRow row) {
        return Optional.ofNullable(fates.get(row));
    }

    /** A row per function, in order of old address; new ones stand at their new address. */
    public List<DiffRow> rows() {
        return rows;
    }

    /** Whether these look like two machines; empty where they look like one. */
    public Optional<String> verdict() {
        return DiffWords.verdict(report.comparison().likeness());
    }

    /** What is told of no single function: of the hosts, findings about buses and links, and what cannot be compared. */
    public List<Difference> ofHosts() {
        List<Difference> all = new ArrayList<>();
        report.comparison()
                .changes(Change.HostChanged.class)
                .forEach(h -> h.facts().forEach(f -> all.add(fact(f))));
        findings(f -> f.function().isEmpty(), f -> f.function().isEmpty(), all);
        for (NotComparable unknown : report.comparison().notComparable()) {
            String why = unknown.withoutRoot() ? "read without root rights" : "not told";
            String of = unknown.functions() == 0 ? "" : " of " + Words.count(unknown.functions(), "function");
            all.add(new Difference(
                    Difference.Kind.NOT_COMPARABLE,
                    unknown.what().words() + of,
                    unknown.unknownBefore() ? why : "",
                    unknown.unknownBefore() ? "" : why));
        }
        return Collections.unmodifiableList(all);
    }

    /** Everything that is told of one function: facts, findings, registers. Of one that only one host has, what is known of it. */
    public List<Difference> of(DiffRow row) {
        List<Difference> all = new ArrayList<>();
        if (row.before().isPresent() && row.after().isPresent()) {
            report.comparison().changes(Change.Changed.class).stream()
                    .filter(c -> c.function().equals(row.before().get()))
                    .forEach(c -> c.facts().forEach(f -> all.add(fact(f))));
        } else {
            row.before().ifPresent(a -> alone(report.comparison().before(), a, true, all));
            row.after().ifPresent(a -> alone(report.comparison().after(), a, false, all));
        }
        findings(about(row.before()), about(row.after()), all);
        row.before().map(registers::get).ifPresent(some -> some.forEach(r -> all.add(register(r))));
        return Collections.unmodifiableList(all);
    }

    static Difference fact(FactChange fact) {
        return new Difference(Difference.Kind.FACT, fact.name(), fact.before(), fact.after());
    }

    private static Difference register(RegisterChange change) {
        return new Difference(
                Difference.Kind.REGISTER, change.part() + ": " + change.name(), change.before(), change.after());
    }

    private static void alone(Topology topology, FunctionAddress address, boolean before, List<Difference> all) {
        PciFunction function = topology.function(address).orElseThrow();
        FactSheet.of(topology, function)
                .forEach((fact, value) -> all.add(
                        new Difference(Difference.Kind.FACT, fact.words(), before ? value : "", before ? "" : value)));
    }

    private void findings(Predicate<Finding> before, Predicate<Finding> after, List<Difference> all) {
        add(report.findings().gone(), before, true, "", all);
        add(report.findings().appeared(), after, false, "", all);
        add(report.findings().noLongerChecked(), before, true, ONLY_ONE_CHECKED, all);
        add(report.findings().firstChecked(), after, false, ONLY_ONE_CHECKED, all);
    }

    private static void add(
            List<Finding> findings, Predicate<Finding> wanted, boolean before, String remark, List<Difference> all) {
        for (Finding finding : findings) {
            if (wanted.test(finding)) {
                String about = finding.function().isPresent() ? "" : " " + finding.subject();
                String what = finding.severity() + " " + finding.id() + about + remark;
                all.add(new Difference(
                        Difference.Kind.FINDING, what, before ? finding.title() : "", before ? "" : finding.title()));
            }
        }
    }

    private static Predicate<Finding> about(Optional<FunctionAddress> function) {
        return finding -> function.isPresent() && finding.function().equals(function);
    }
}
