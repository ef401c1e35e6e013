package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;
import ridscope.rules.Finding;

/**
 * Puts a badge at the right end of every row of a RID map that an error or a warning is about. What the map marks anyhow, with a
 * cross or struck through, gets none.
 */
public final class RidMapFindingMarks {

    private static final Set<String> MARKED = Set.of(
            "DUPLICATE_RID",
            "IOV_COLLISION",
            "IOV_BUS_FOREIGN",
            "RID_OVERFLOW",
            "SDI_BEYOND_SUBORDINATE",
            "VF_BEYOND_SUBORDINATE");

    private static final double GAP = 3;

    private final FindingBadge badges;

    public RidMapFindingMarks(TextMetrics metrics) {
        this.badges = new FindingBadge(metrics);
    }

    /** The picture with its badges, a little wider; the same picture if there is nothing to mark. */
    public RidMapPicture on(RidMapPicture picture, Segment segment, List<Finding> findings) {
        RidMapGeometry geometry = picture.geometry();
        Map<RidMapGeometry.Row, List<Finding>> about = new LinkedHashMap<>();
        for (Finding finding : findings) {
            boolean here = finding.subject().segment().filter(segment::equals).isPresent()
                    && finding.subject().bus().isPresent();
            if (here && FindingBadge.marked(finding) && !MARKED.contains(finding.id())) {
                RidMapGeometry.Row row = geometry.row(finding.subject().bus().getAsInt());
                about.computeIfAbsent(row, r -> new ArrayList<>()).add(finding);
            }
        }
        if (about.isEmpty()) {
            return picture;
        }
        Diagram plain = picture.diagram();
        double x = geometry.left() + geometry.cellWidth() * RidMapGeometry.COLUMNS + GAP;
        List<Mark> marks = new ArrayList<>(plain.marks());
        about.forEach((row, told) -> badges.addTo(
                marks,
                new MarkId(FindingBadge.ID + RidMapWords.id("bus", row.buses().first())),
                new Point(x, row.top() + (row.height() - FindingBadge.SIZE) / 2),
                told,
                1,
                Optional.of(target(segment, row, told))));
        double width = Math.max(plain.width(), x + FindingBadge.SIZE + GAP);
        return picture.withDiagram(new Diagram(plain.name(), plain.title(), width, plain.height(), marks));
    }

    /** The function, if all of them are about one; else the buses of the row. */
    private static Target target(Segment segment, RidMapGeometry.Row row, List<Finding> findings) {
        return findings.stream().map(Finding::function).distinct().count() == 1
                        && findings.get(0).function().isPresent()
                ? new Target.OfFunction(findings.get(0).function().get())
                : new Target.OfBuses(
                        segment, new BusRange(row.buses().first(), row.buses().last()));
    }
}
