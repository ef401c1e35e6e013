package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.rules.Finding;
import ridscope.topology.LogNote;
import ridscope.topology.Topology;

/**
 * Puts a badge on the upper left corner of every function and bridge of a topology picture that an error or a warning is about,
 * one for each. What the picture says in words anyhow is not marked once more.
 */
public final class FindingMarks {

    /** Said by words below the card of the function. */
    private static final Set<String> BELOW_CARDS = Set.of(
            "VF_BEYOND_SUBORDINATE",
            "SDI_BEYOND_SUBORDINATE",
            "IOV_COLLISION",
            "IOV_BUS_FOREIGN",
            "IOV_OFFSET_ZERO",
            "IOV_STRIDE_ZERO",
            "SRIOV_INITIAL_MISMATCH",
            "SIOV_EMPTY",
            "SIOV_MALFORMED");

    /** Begins the names of marks for folded nodes, which count in words what was found. */
    private static final String COUNTED = "folded-";

    /** Said by words on the link above it. */
    private static final Set<String> ON_LINKS = Set.of("LINK_BELOW_CAPABILITY", "LINK_LIMITED_BY_PARTNER");

    private final FindingBadge badges;
    private final Topology topology;

    /** @param topology what the picture shows */
    public FindingMarks(TextMetrics metrics, Topology topology) {
        this.badges = new FindingBadge(metrics);
        this.topology = topology;
    }

    /** The picture with its badges; the same picture if there is nothing to mark. */
    public TopologyPicture on(TopologyPicture picture, List<Finding> findings) {
        Map<MarkId, List<Finding>> about = new LinkedHashMap<>();
        findings.stream()
                .filter(FindingBadge::marked)
                .forEach(f -> f.function()
                        .flatMap(a -> picture.markOf(new Target.OfFunction(a)))
                        .ifPresent(m -> about.computeIfAbsent(m.id(), id -> new ArrayList<>())
                                .add(f)));
        if (about.isEmpty()) {
            return picture;
        }
        Diagram plain = picture.diagram();
        Set<MarkId> ids = plain.marks().stream().map(Mark::id).collect(Collectors.toCollection(HashSet::new));
        List<Mark> marks = new ArrayList<>();
        List<Mark> added = new ArrayList<>();
        for (Mark mark : plain.marks()) {
            List<Finding> told = about.getOrDefault(mark.id(), List.of());
            marks.add(told.isEmpty() ? mark : Told.more(mark, FindingBadge.title(told)));
            boolean words = ids.contains(new MarkId(mark.id() + "-x1"));
            boolean counted = mark.id().value().startsWith(COUNTED);
            List<Finding> left = counted
                    ? List.of()
                    : told.stream().filter(f -> !said(f, words)).toList();
            if (!left.isEmpty()) {
                badge(mark, left, added);
            }
        }
        marks.addAll(added);
        return picture.with(new Diagram(plain.name(), plain.title(), plain.width(), plain.height(), marks));
    }

    /** Whether the picture shows it without a badge: in words, or with the mark of a line of the boot log about the same. */
    private boolean said(Finding finding, boolean words) {
        return ON_LINKS.contains(finding.id())
                || words && BELOW_CARDS.contains(finding.id())
                || finding.function().stream()
                        .flatMap(a -> topology.logNotes(a).stream())
                        .filter(n -> n.level() != LogNote.Level.INFO)
                        .anyMatch(n -> n.finding().filter(finding.id()::equals).isPresent());
    }

    private void badge(Mark mark, List<Finding> findings, List<Mark> added) {
        Rect on = mark.bounds();
        double x = Math.max(0, on.x() - FindingBadge.SIZE / 2);
        double y = Math.max(0, on.y() - FindingBadge.SIZE / 2);
        long subjects = findings.stream().map(Finding::function).distinct().count();
        badges.addTo(
                added,
                new MarkId(FindingBadge.ID + mark.id()),
                new Point(x, y),
                findings,
                (int) subjects,
                Optional.empty());
    }
}
