package ridscope.desktop.compare;

import java.util.List;
import java.util.TreeSet;
import ridscope.config.layout.RegisterLayouts;
import ridscope.desktop.document.Document;
import ridscope.diff.Comparison;
import ridscope.diff.FindingChanges;
import ridscope.diff.RegisterChanges;
import ridscope.job.Feedback;
import ridscope.report.DiffReport;
import ridscope.report.DiffTable;
import ridscope.rid.Segment;

/**
 * Two hosts and all that differs. Immutable.
 *
 * @param before the earlier host
 * @param after the later host
 * @param report what differs
 * @param table the same, a row per function
 */
record Compared(Document before, Document after, DiffReport report, DiffTable table) {

    /** Takes a while for large hosts, so never on the drawing thread. */
    static Compared of(
            Document before, Document after, RegisterLayouts layouts, boolean countRegisters, Feedback feedback) {
        feedback.checkCancelled();
        Comparison comparison = Comparison.of(before.topology(), after.topology());
        feedback.checkCancelled();
        FindingChanges findings = FindingChanges.of(
                comparison, before.findings().all(), after.findings().all());
        DiffReport report = new DiffReport(comparison, findings, RegisterChanges.of(comparison, layouts));
        feedback.checkCancelled();
        return new Compared(before, after, report, DiffTable.of(report, after.names(), countRegisters));
    }

    /** The same with registers counted as changes, or not. */
    Compared counting(boolean registers) {
        return new Compared(before, after, report, DiffTable.of(report, after.names(), registers));
    }

    /** Segments of either host. */
    List<Segment> segments() {
        TreeSet<Segment> all = new TreeSet<>(before.topology().segments());
        all.addAll(after.topology().segments());
        return List.copyOf(all);
    }
}
