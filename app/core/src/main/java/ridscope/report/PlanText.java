package ridscope.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ridscope.plan.Advice;
import ridscope.plan.BridgePlan;
import ridscope.plan.BudgetRow;
import ridscope.plan.BusNumbers;
import ridscope.plan.BusPlan;
import ridscope.plan.PlanEvent;
import ridscope.plan.PlanFailure;
import ridscope.plan.PlanSubject;
import ridscope.plan.SoftwareRids;
import ridscope.plan.Wishes;

/** A plan of bus numbers in lines: the answer, what fails first, then every bridge with its numbers and its budget. */
public final class PlanText {

    private static final String HEADINGS =
            "bridge                now      planned  needs: initial VFs, all VFs, SDIs · hot-plug · verdict";

    private static final String SOFTWARE = """
            Routing IDs that software could hand out, on the host as it is now: routed to the port, claimed by nothing.
            RIDscope's own rule set; neither mainline Linux nor the SIOV series has such an allocation.
            port                  IDs       runs
            """;

    /** Runs of free Routing IDs shown per port. */
    private static final int RUNS = 4;

    private final BusPlan plan;
    private final Advice advice;
    private final List<SoftwareRids> software;
    private final Glyphs glyphs;
    private final Appendable out;

    private PlanText(BusPlan plan, Advice advice, List<SoftwareRids> software, Glyphs glyphs, Appendable out) {
        this.plan = plan;
        this.advice = advice;
        this.software = software;
        this.glyphs = glyphs;
        this.out = out;
    }

    /**
     * Writes the whole plan.
     *
     * @param advice what would make it fit
     * @param software Routing IDs of today's host that nothing claims, by port
     * @throws IOException if the output fails
     */
    public static void write(BusPlan plan, Advice advice, List<SoftwareRids> software, Glyphs glyphs, Appendable out)
            throws IOException {
        new PlanText(plan, advice, software, glyphs, out).write();
    }

    private void write() throws IOException {
        line((plan.fits() ? "It fits" : "It does not fit") + " · " + assumptions(plan.wishes()));
        for (PlanFailure failure : advice.failures()) {
            failure(failure);
        }
        for (String parameter : advice.parameters()) {
            line((plan.fits() ? "kernel parameter  " : "try               ") + parameter);
        }
        moved();
        line("");
        line(HEADINGS);
        for (BudgetRow row : plan.budget()) {
            row(row);
        }
        events();
        software();
    }

    private static String assumptions(Wishes wishes) {
        String kernel = switch (wishes.reservation()) {
            case MAINLINE -> "Linux without SIOV";
            case SIOV_SERIES -> "Linux with the SIOV series";
            case CORRECT -> "every VF and SDI reserved for";
        };
        return kernel
                + (wishes.assignBusses() ? ", buses numbered anew" : ", firmware's numbers kept")
                + (wishes.hpbussize() == Wishes.DEFAULT_HPBUSSIZE ? "" : ", hpbussize " + wishes.hpbussize());
    }

    private void failure(PlanFailure failure) throws IOException {
        line("fails at          " + failure.bridge() + ": " + failure.reason());
        if (!failure.kernelMessage().isEmpty()) {
            line("  kernel          " + failure.kernelMessage());
        }
        line("  to do           " + failure.advice());
    }

    private void moved() throws IOException {
        int count = plan.moved().size();
        if (count > 0) {
            line(Words.count(count, "function") + (count == 1 ? " gets another address" : " get other addresses"));
        }
    }

    private void row(BudgetRow row) throws IOException {
        PlanSubject subject = row.subject();
        Optional<BridgePlan> bridge = subject.function().flatMap(plan::bridge);
        String now = bridge.map(b -> b.now().map(PlanText::numbers).orElse("?")).orElse("");
        String planned = bridge.map(b -> numbers(b.planned())).orElse(Words.count(row.assigned(), "number"));
        String mark = bridge.filter(b -> !b.kept() && !b.now().equals(Optional.of(b.planned())))
                .map(b -> " *")
                .orElse("");
        line(padded(subject.toString(), 22)
                + padded(now, 9)
                + padded(planned + mark, 13)
                + needs(row) + " · " + Words.grouped(row.hotplug())
                + " · "
                + row.verdict());
    }

    private static String needs(BudgetRow row) {
        return Words.grouped(row.neededInitialVfs()) + ", " + Words.grouped(row.neededVfs()) + ", "
                + Words.grouped(row.neededSdis());
    }

    private static String numbers(BusNumbers numbers) {
        return numbers.configured() ? numbers.toString() : "none";
    }

    private void events() throws IOException {
        List<PlanEvent> events = plan.events();
        if (!events.isEmpty()) {
            line("");
        }
        for (PlanEvent event : events) {
            line(event.id() + " " + event.subject() + ": " + event.text());
        }
    }

    private void software() throws IOException {
        if (software.isEmpty()) {
            return;
        }
        line("");
        line(SOFTWARE.stripTrailing());
        for (SoftwareRids rids : software) {
            int more = rids.runs().size() - RUNS;
            line(padded(rids.port().toString(), 22)
                    + padded(Words.grouped(rids.count()), 10)
                    + rids.runs().stream().limit(RUNS).map(PlanText::run).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + Words.grouped(more) + " more (--json lists all)" : "")
                    + (rids.ariAssumedOff() ? " · ARI forwarding not readable, taken as off" : ""));
        }
    }

    private static String run(SoftwareRids.Run run) {
        return run.size() == 1 ? run.first().toString() : run.first() + "–" + run.last();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private void line(String text) throws IOException {
        out.append(glyphs.render(text)).append('\n');
    }
}
