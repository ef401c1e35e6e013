package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.testing.FlagshipHost;
import ridscope.topology.Topology;
import ridscope.topology.TopologyChange;

class ChangeMarksTest {

    private final TopologyPicture picture = picture();

    @Test
    void nothingToSayIsTheSamePicture() {
        assertThat(marked(TopologyChange.NONE)).isSameAs(picture.diagram());
        assertThat(marked(change(Set.of("7f:00.0"), Map.of("00:05.0", ""), Set.of())))
                .isSameAs(picture.diagram());
    }

    @Test
    void aWordStandsOnTheCornerOfWhatChanged() {
        Diagram marked = marked(change(Set.of("0c:00.0"), Map.of(), Set.of("0b:00.0")));
        assertThat(words(marked)).isEqualTo(Map.of("new", Role.GOOD, "changed", Role.WARNING));
        Rect card = picture.boundsOf(function("0c:00.0")).orElseThrow();
        Mark badge = marked.marks().stream()
                .filter(m -> m.id().value()
                        .equals("change-"
                                + picture.markOf(function("0c:00.0"))
                                        .orElseThrow()
                                        .id()))
                .findFirst()
                .orElseThrow();
        assertThat(badge.bounds().intersects(card)).isTrue();
        assertThat(badge.target()).as("a click reaches the card").isEmpty();
        assertThat(marked.hit(badge.bounds().centerX() - 4, card.y() + 2).flatMap(Mark::target))
                .hasValue(function("0c:00.0"));
        Mark.Box box = marked.marksOf(function("0c:00.0")).stream()
                .filter(Mark.Box.class::isInstance)
                .map(Mark.Box.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(box.title()).endsWith(" · new since the last look");
    }

    @Test
    void whatIsFoldedIsCountedOnItsStack() {
        Diagram marked = marked(change(Set.of("03:10.0", "03:10.2", "03:10.4"), Map.of(), Set.of("03:10.6")));
        assertThat(words(marked)).containsOnlyKeys("3 new · 1 changed");
    }

    @Test
    void whatIsGoneIsSaidAtItsPort() {
        Diagram marked = marked(change(Set.of(), Map.of("0a:00.0", "02:02.0", "0a:00.1", "02:02.0"), Set.of()));
        assertThat(words(marked)).isEqualTo(Map.of("2 gone", Role.WARNING));
        assertThat(marked(change(Set.of(), Map.of("0a:00.0", "02:02.0"), Set.of("02:02.0")))
                        .marks())
                .filteredOn(Mark.Label.class::isInstance)
                .extracting(m -> ((Mark.Label) m).text())
                .contains("changed · 1 gone");
    }

    @Test
    void everythingElseStaysWhereItIs() {
        Diagram plain = picture.diagram();
        Diagram marked = marked(change(Set.of("0c:00.0"), Map.of(), Set.of()));
        assertThat(marked.width()).isEqualTo(plain.width());
        assertThat(marked.height()).isEqualTo(plain.height());
        assertThat(marked.marks()).hasSize(plain.marks().size() + 2);
        List<Rect> places = marked.marks().stream().map(Mark::bounds).toList();
        assertThat(places.subList(0, plain.marks().size()))
                .isEqualTo(plain.marks().stream().map(Mark::bounds).toList());
        assertThat(marked.marks().stream().map(Mark::id).distinct())
                .hasSize(marked.marks().size());
    }

    private Diagram marked(TopologyChange change) {
        return new ChangeMarks(FontMetricsTable.bundled()).on(picture, change);
    }

    /** The words that were added with their roles. */
    private static Map<String, Role> words(Diagram diagram) {
        return diagram.marks().stream()
                .filter(m -> m.id().value().startsWith("change-"))
                .filter(Mark.Label.class::isInstance)
                .map(Mark.Label.class::cast)
                .collect(Collectors.toMap(Mark.Label::text, Mark.Label::role));
    }

    private static TopologyChange change(Set<String> added, Map<String, String> removed, Set<String> changed) {
        Map<FunctionAddress, Optional<FunctionAddress>> gone = removed.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> FunctionAddress.of(e.getKey()),
                        e -> Optional.of(e.getValue()).filter(v -> !v.isEmpty()).map(FunctionAddress::of)));
        return new TopologyChange(addresses(added), new TreeMap<>(gone), addresses(changed));
    }

    @SuppressWarnings("NonApiType")
    private static TreeSet<FunctionAddress> addresses(Set<String> texts) {
        return texts.stream().map(FunctionAddress::of).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Target function(String address) {
        return new Target.OfFunction(FunctionAddress.of(address));
    }

    private static TopologyPicture picture() {
        Topology topology = Enumerator.enumerate(FlagshipHost.snapshot(), Feedback.NONE);
        Map<Segment, RidMap> maps = Map.of(Segment.ZERO, RidMap.of(topology, Segment.ZERO));
        return new TopologyLayout(FontMetricsTable.bundled(), new StandardDeviceNames(PciIds.EMPTY))
                .picture(topology, maps, ViewOptions.DEFAULT);
    }
}
