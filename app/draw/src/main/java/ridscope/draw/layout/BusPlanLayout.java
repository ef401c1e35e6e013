package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.names.DeviceNames;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.Consequences;
import ridscope.plan.Outlook;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** A bus plan on one sheet: the answer, the RID map now and as planned with the same rows, and the budget of the bridges concerned. */
public final class BusPlanLayout {

    private static final double MARGIN = RidMapGrid.MARGIN + 4;
    private static final double GAP = 28;
    private static final double LINE = 15;
    private static final double HEADING = 20;

    private final TextMetrics metrics;
    private final DeviceNames names;
    private final Labels labels;

    public BusPlanLayout(TextMetrics metrics, DeviceNames names) {
        this.metrics = metrics;
        this.names = names;
        this.labels = new Labels(metrics);
    }

    /**
     * One segment of a host as it is and as it would be.
     *
     * @param now its Routing IDs
     * @param after the host after the plan
     * @param planned its Routing IDs
     */
    public record Hosts(Topology before, RidMap now, Topology after, RidMap planned) {}

    /** @param advice what would make it fit */
    public Diagram layout(Hosts hosts, BusPlan plan, Advice advice, ViewOptions options) {
        RidMapLayout.Pair maps = new RidMapLayout(metrics, names)
                .layout(hosts.before(), hosts.now(), hosts.after(), hosts.planned(), options.withLegend(false));
        Diagram before = maps.before().diagram();
        Diagram after = maps.after().diagram();
        double width = before.width() + GAP + after.width();
        List<Mark> marks = new ArrayList<>();
        Consequences consequences =
                Consequences.of(plan, advice, Outlook.of(hosts.before(), plan), Advice.renumbers(hosts.before()));
        double y = answer(PlanWords.of(plan, advice, consequences), width - 2 * MARGIN, marks);
        int moved = plan.moved().size();
        double right = before.width() + GAP;
        heading("now", MARGIN, y, "now", marks);
        heading(
                "planned",
                right + MARGIN,
                y,
                moved == 0 ? "planned" : "planned · other addresses: " + Counts.grouped(moved),
                marks);
        y += 6;
        place(before, "now", 0, y, marks);
        place(after, "planned", right, y, marks);
        y += Math.max(before.height(), after.height()) + HEADING;
        y = new BudgetTable(labels, plan)
                .addTo(marks, new Point(MARGIN, y), hosts.now().segment());
        if (options.legend()) {
            List<Mark> explained = new ArrayList<>(before.marks());
            explained.addAll(after.marks());
            y = new Legend(labels, explained).addTo(marks, new Point(MARGIN, y + 4), width - 2 * MARGIN);
        }
        String title = "Bus plan · segment " + hosts.now().segment() + " · "
                + plan.wishes().assumptions();
        return new Diagram("bus-plan", title, width, Math.ceil(y + MARGIN), marks);
    }

    private void heading(String id, double x, double y, String text, List<Mark> marks) {
        marks.add(labels.start("heading-" + id, TextStyle.BODY_BOLD, Role.TEXT, new Point(x, y), text));
    }

    private static void place(Diagram map, String prefix, double x, double y, List<Mark> marks) {
        for (Mark mark : map.marks()) {
            marks.add(mark.moved(x, y).named(new MarkId(prefix + "-" + mark.id())));
        }
    }

    private double answer(List<PlanWords.Line> lines, double width, List<Mark> marks) {
        double y = MARGIN;
        int n = 0;
        for (PlanWords.Line line : lines) {
            List<String> parts = wrapped(line.style(), line.text(), width);
            for (String part : parts) {
                y += LINE;
                marks.add(labels.start("answer-" + n++, line.style(), line.role(), new Point(MARGIN, y), part));
            }
            y += line.style() == TextStyle.TITLE ? 3 : 0;
        }
        return y + HEADING;
    }

    /** Breaks between words; a word that is too long by itself is cut. */
    private List<String> wrapped(TextStyle style, String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.width(style, longer) > width) {
                lines.add(line);
                longer = word;
            }
            line = metrics.fit(style, longer, width);
        }
        lines.add(line);
        return lines;
    }
}
