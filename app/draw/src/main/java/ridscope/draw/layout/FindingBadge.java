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
import ridscope.rules.Finding;
import ridscope.rules.Severity;

/** How findings look and read on a picture: a round plate with a sign on it, which does not speak by its colour alone. */
final class FindingBadge {

    static final double SIZE = 12;
    private static final double PAD = 4;
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
     * Adds a plate and its sign.
     *
     * @param id of the plate
     * @param at its upper left corner
     * @param findings what it stands for, at least one
     * @param count of subjects, told from 2 on
     * @param target what a click on it selects; without one a click reaches what is below
     */
    void addTo(List<Mark> marks, MarkId id, Point at, List<Finding> findings, int count, Optional<Target> target) {
        boolean error = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        Role role = error ? Role.CONFLICT : Role.WARNING;
        String sign = (error ? "×" : "!") + (count > 1 ? " " + Counts.grouped(count) : "");
        double text = Math.ceil(metrics.width(TextStyle.SMALL, sign));
        Rect plate = new Rect(at.x(), at.y(), Math.max(SIZE, count > 1 ? text + 2 * PAD : 0), SIZE);
        marks.add(new Mark.Box(id, role, Ink.FILLED, plate, SIZE / 2, Optional.empty(), target, title(findings)));
        double cap = metrics.capHeight(TextStyle.SMALL);
        double baseline = plate.centerY() + cap / 2;
        marks.add(new Mark.Label(
                new MarkId(id + "-t"),
                role,
                TextStyle.SMALL,
                Mark.Anchor.MIDDLE,
                new Point(plate.centerX(), baseline),
                sign,
                new Rect(plate.centerX() - text / 2, baseline - cap - 1, text, cap + 4),
                Optional.empty()));
    }
}
