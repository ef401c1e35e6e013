package ridscope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.plan.Advice;
import ridscope.plan.BridgePlan;
import ridscope.plan.BudgetRow;
import ridscope.plan.BusNumbers;
import ridscope.plan.BusPlan;
import ridscope.plan.Outlook;
import ridscope.plan.PlanEvent;
import ridscope.plan.PlanFailure;
import ridscope.plan.PlanSubject;
import ridscope.plan.SoftwareRids;
import ridscope.topology.Topology;

/** A plan of bus numbers in lines: the answer, what fails first, then every bridge with its numbers and its budget. */
public final class PlanText {

    /** Columns; only messages of the kernel may be longer. */
    static final int WIDTH = 100;

    private static final String HEADINGS = """
                                                 bus numbers needed with       held for
            bridge                now      planned      InitialVFs  TotalVFs  + SDIs  hot-plug  of the planned
            """;

    private static final String SOFTWARE = """
            Routing IDs that software could hand out on the host as it is now: routed to the port, claimed by
            nothing.
            RIDscope's own rule set; neither mainline Linux nor the SIOV series has such an allocation.
            port                  IDs       runs
            """;

    /** Runs of free Routing IDs shown per port. */
    private static final int RUNS = 3;

    /** Events of one kind shown. */
    private static final int EVENTS = 3;

    private final BusPlan plan;
    private final Paragraphs out;

    private PlanText(BusPlan plan, Paragraphs out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * Writes the whole plan.
     *
     * @param advice what would make it fit
     * @throws IOException if the output fails
     */
    public static void write(Topology topology, BusPlan plan, Advice advice, Glyphs glyphs, Appendable out)
            throws IOException {
        Paragraphs paragraphs = new Paragraphs(WIDTH, glyphs, out);
        Outlook outlook = Outlook.of(topology, plan);
        new PlanAnswerText(plan, advice, outlook, Advice.renumbers(topology), paragraphs).write();
        PlanText text = new PlanText(plan, paragraphs);
        text.budget();
        text.events();
        text.software(SoftwareRids.of(topology));
    }

    private void budget() throws IOException {
        out.line("");
        out.line(HEADINGS.stripTrailing());
        boolean marked = false;
        for (BudgetRow row : plan.budget()) {
            marked |= row(row);
        }
        if (marked) {
            out.line("* other numbers than today");
        }
    }

    private boolean row(BudgetRow row) throws IOException {
        PlanSubject subject = row.subject();
        Optional<BridgePlan> bridge = subject.function().flatMap(plan::bridge);
        String now = bridge.map(PlanText::now).orElse("");
        String planned = bridge.map(PlanText::planned).orElse(Words.count(row.assigned(), "number"));
        boolean marked = bridge.filter(b -> b.now().isPresent() && !b.now().equals(Optional.of(b.planned())))
                .filter(b -> !b.guessed())
                .isPresent();
        out.line(padded(subject.toString(), 22)
                + padded(now, 9)
                + padded(planned + (marked ? " *" : ""), 12)
                + right(row, row.neededInitialVfs(), 11)
                + right(row, row.neededVfs(), 10)
                + right(row, row.neededSdis(), 8)
                + right(row, row.hotplug(), 10)
                + "  " + row.verdict());
        return marked;
    }

    private static String now(BridgePlan bridge) {
        return bridge.plugged() ? "new" : bridge.now().map(PlanText::numbers).orElse("?");
    }

    private static String planned(BridgePlan bridge) {
        return bridge.guessed() ? "?" : numbers(bridge.planned());
    }

    private static String numbers(BusNumbers numbers) {
        return numbers.configured() ? numbers.toString() : "none";
    }

    /** What was said as a failure is not said again; of many of a kind the first are shown. */
    private void events() throws IOException {
        Set<String> said = plan.failures().stream().map(PlanFailure::reason).collect(Collectors.toSet());
        Map<PlanEvent.Id, List<PlanEvent>> kinds = new LinkedHashMap<>();
        plan.events().stream()
                .filter(e -> !said.contains(e.text()))
                .forEach(e ->
                        kinds.computeIfAbsent(e.id(), k -> new ArrayList<>()).add(e));
        if (kinds.isEmpty()) {
            return;
        }
        out.line("");
        out.line("On the way, and with all VFs and SDIs there could be where none were asked for:");
        if (plan.bridges().stream().anyMatch(BridgePlan::guessed)) {
            out.line("(as far as bus numbers are known; those that the source does not tell are guessed here)");
        }
        for (List<PlanEvent> kind : kinds.values()) {
            for (PlanEvent event : kind.subList(0, Math.min(EVENTS, kind.size()))) {
                out.words(event.id() + " " + event.subject() + ": " + event.text(), 4);
            }
            if (kind.size() > EVENTS) {
                out.line("    and " + Words.grouped(kind.size() - EVENTS) + " more "
                        + kind.get(0).id() + " (--json lists all)");
            }
        }
    }

    private void software(List<SoftwareRids> software) throws IOException {
        if (software.isEmpty()) {
            return;
        }
        out.line("");
        out.line(SOFTWARE.stripTrailing());
        for (SoftwareRids rids : software) {
            int more = rids.runs().size() - RUNS;
            String runs = rids.runs().stream().limit(RUNS).map(PlanText::run).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + Words.grouped(more) + " more (--json lists all)" : "")
                    + (rids.ariAssumedOff() ? " · ARI forwarding not readable, taken as off" : "");
            out.entry(padded(rids.port().toString(), 22) + Words.grouped(rids.count()), 32, runs);
        }
    }

    private static String run(SoftwareRids.Run run) {
        return run.size() == 1 ? run.first().toString() : run.first() + "–" + run.last();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String right(BudgetRow row, long number, int width) {
        String text = row.guessed() ? "?" : Words.grouped(number);
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }
}
