package ridscope.draw.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.rules.Finding;
import ridscope.rules.Severity;

/**
 * How findings look and read on a picture: errors are a cross on a round plate, warnings a triangle, so that neither speaks by
 * its colour alone, and both can be told apart where they are small. Several subjects are counted beside the sign.
 */
final class FindingBadge {

    /** Begins the names of these marks. */
    static final String ID = "finding-";

    static final double SIZE = 12;
    private static final double PAD = 4;
    private static final double GAP = 2;
    private static final int SENTENCES = 4;

    private final TextMetrics metrics;

    FindingBadge(TextMetrics metrics) {
        this.metrics = metrics;
    }

    /** Whether a finding is worth a mark: an explanation or what was not checked is not. */
    static boolean marked(Finding finding) {
        return finding.severity().reaches(Severity.WARNING);
    }

    /** Their sentences; of many the first. */
    static String title(List<Finding> findings) {
        String words = findings.stream()
                .limit(SENTENCES)
                .map(f -> word(f.severity()) + ": " + f.title())
                .collect(Collectors.joining(" · "));
        int more = findings.size() - SENTENCES;
        return more > 0 ? words + " · and " + Counts.grouped(more) + " more" : words;
    }

    private static String word(Severity severity) {
        return severity == Severity.ERROR ? "error" : "warning";
    }

    /**
     * Adds a sign, and for several subjects a plate with their number.
     *
     * @param id of what stands for it
     * @param at its upper left corner
     * @param findings what it stands for, at least one
     * @param count of subjects, told from 2 on
     * @param target what a click on it selects; without one a click reaches what is below
     */
    void addTo(List<Mark> marks, MarkId id, Point at, List<Finding> findings, int count, Optional<Target> target) {
        boolean error = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        Role role = error ? Role.CONFLICT : Role.WARNING;
        String title = title(findings);
        Rect sign = new Rect(at.x(), at.y(), SIZE, SIZE);
        if (count == 1) {
            marks.add(sign(id, error, sign, target, title));
            return;
        }
        String number = Counts.grouped(count);
        double text = Math.ceil(metrics.width(TextStyle.SMALL, number));
        Rect plate = new Rect(at.x(), at.y(), SIZE + GAP + text + PAD, SIZE);
        marks.add(new Mark.Box(id, role, Ink.FILLED, plate, SIZE / 2, Optional.empty(), target, title, Zooms.ALWAYS));
        marks.add(sign(new MarkId(id + "-s"), error, sign, target, title));
        double cap = metrics.capHeight(TextStyle.SMALL);
        double baseline = plate.centerY() + cap / 2;
        double left = sign.right() + GAP;
        marks.add(new Mark.Label(
                new MarkId(id + "-t"),
                role,
                TextStyle.SMALL,
                Mark.Anchor.START,
                new Point(left, baseline),
                number,
                new Rect(left, baseline - cap - 1, text, cap + 4),
                Optional.empty(),
                Zooms.ALWAYS));
    }

    /** The sign alone. */
    static Mark sign(MarkId id, boolean error, Rect bounds, Optional<Target> target, String title) {
        return error
                ? new Mark.Cross(id, Role.CONFLICT, bounds, target, title)
                : new Mark.Alert(id, Role.WARNING, bounds, target, title);
    }
}
