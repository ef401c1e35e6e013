package ridscope.desktop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.export.PictureView;
import ridscope.draw.layout.Overlay;
import ridscope.host.HostSnapshot;
import ridscope.isolation.DevicePath;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

class TopologyViewModelTest {

    private static final Target HOST = new Target.OfBuses(Segment.ZERO, new BusRange(0x00, 0x3f));
    private static final Target PORT = function("00:01.0");
    private static final Target NIC = function("03:00.1");

    private final List<Throwable> bugs = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final TopologyViewModel topology = new TopologyViewModel(document, selection, TaskRunner.direct(bugs::add));

    private static Target function(String address) {
        return new Target.OfFunction(FunctionAddress.of(address));
    }

    @BeforeEach
    void open() {
        document.set(Documents.flagship());
    }

    private List<String> ids() {
        return diagram().stream()
                .flatMap(d -> d.marks().stream())
                .map(m -> m.id().value())
                .toList();
    }

    private Diagram exported() {
        return Documents.exported(document.get().orElseThrow(), PictureView.TOPOLOGY, topology.look());
    }

    private Optional<Diagram> diagram() {
        return topology.diagramProperty().get().map(MarkIndex::diagram);
    }

    @Test
    void aNodeFoldsAndUnfolds() {
        topology.toggle(new Target.OfHandle(PORT));
        assertThat(topology.folded(PORT)).contains(true);
        assertThat(ids()).contains("folded-0000-01-00.0").doesNotContain("fn-0000-03-00.0");
        assertThat(topology.anchor()).contains(PORT);
        topology.fold(PORT, true);
        topology.fold(PORT, false);
        assertThat(topology.folded(PORT)).contains(false);
        assertThat(ids()).contains("fn-0000-03-00.0");
    }

    @Test
    void overlaysStayForTheNextHostAndAreExported() {
        topology.overlays().of(Overlay.LINK_HEALTH).set(true);
        assertThat(roles(diagram().orElseThrow())).contains(Role.GOOD);
        document.set(Documents.flagship());
        assertThat(roles(diagram().orElseThrow())).contains(Role.GOOD);
        assertThat(roles(exported())).contains(Role.GOOD);
        topology.overlays().of(Overlay.LINK_HEALTH).set(false);
        assertThat(roles(diagram().orElseThrow())).doesNotContain(Role.GOOD);
    }

    @Test
    void theNarrowestHopAboveTheSelectionIsLitAndNamed() {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0x0f)
                .function(
                        "00:01.0",
                        ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 1, 3).link(5, 4, 5, 4))
                .function(
                        "01:00.0",
                        ConfigBuilder.port(PortType.UPSTREAM_PORT, 1, 2, 1, 2, 3)
                                .link(5, 4, 5, 4))
                .function(
                        "02:00.0",
                        ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 1, 2, 2, 3, 3)
                                .link(5, 16, 5, 16))
                .function("03:00.0", ConfigBuilder.endpoint(1, 4, 0x020000).link(5, 16, 5, 16))
                .build();
        document.set(Documents.of(host));

        selection.select(function("03:00.0"));

        assertThat(topology.bottleneck().map(Bottleneck::words))
                .contains("Narrowest hop: below 0000:00:01.0, 32 GT/s x4, 126.028 Gb/s");
        assertThat(topology.path())
                .filteredOn(m -> m.role() == Role.WARNING)
                .extracting(m -> m.id().value())
                .containsExactly("link-0000-01-00.0");
        selection.select(function("01:00.0"));
        assertThat(topology.bottleneck()).isEmpty();
        assertThat(topology.path()).noneMatch(m -> m.role() == Role.WARNING);
    }

    @Test
    void badgesOfFindingsCanBeTakenOff() {
        assertThat(ids()).anyMatch(id -> id.startsWith("finding-"));
        topology.overlays().of(Overlay.FINDINGS).set(false);
        assertThat(ids()).noneMatch(id -> id.startsWith("finding-"));
    }

    private static Set<Role> roles(Diagram diagram) {
        return diagram.marks().stream()
                .filter(Mark.Wire.class::isInstance)
                .map(Mark::role)
                .collect(Collectors.toSet());
    }

    @Test
    void whatCannotBeFoldedStays() {
        Diagram before = diagram().orElseThrow();
        topology.toggle(function("0b:00.0"));
        topology.fold(function("0b:00.0"), true);
        assertThat(diagram()).containsSame(before);
    }

    @Test
    void choosingWhatIsFoldedAwayUnfoldsTheWayToIt() {
        topology.foldAll();
        assertThat(topology.folded(HOST)).contains(true);
        selection.select(NIC);
        assertThat(ids()).contains("fn-0000-03-00.1", "folded-0000-40-01.0").doesNotContain("fn-0000-43-00.0");
        assertThat(topology.folded(HOST)).contains(false);
        assertThat(topology.folded(function("02:00.0"))).contains(false);
    }

    @Test
    void choosingAFoldedSlotUnfoldsTheWayToIt() {
        topology.foldAll();
        selection.select(new Target.OfBuses(Segment.ZERO, new BusRange(0x09, 0x0a)));
        assertThat(ids()).contains("empty-0000-02-02.0");
    }

    @Test
    void choosingAVfUnfoldsItsPf() {
        topology.foldAll();
        selection.select(function("03:10.0"));
        assertThat(ids()).contains("fn-0000-03-00.0");
    }

    @Test
    void theSelectionUnfoldsWithAllBelowIt() {
        topology.foldAll();
        selection.select(PORT);
        assertThat(ids()).contains("port-0000-00-01.0").doesNotContain("fn-0000-03-00.1");
        topology.unfoldSelection();
        assertThat(ids()).contains("fn-0000-03-00.1");
    }

    @Test
    void everythingUnfolds() {
        topology.foldAll();
        topology.unfoldAll();
        assertThat(ids()).contains("fn-0000-03-00.1", "fn-0000-43-00.0");
    }

    @Test
    void aFileShowsWhatIsSeenWithNothingToPress() {
        topology.toggle(PORT);
        Diagram exported = exported();
        assertThat(exported.marks()).anyMatch(m -> m.id().value().equals("folded-0000-01-00.0"));
        assertThat(exported.marks()).noneMatch(m -> m instanceof Mark.Handle);
    }

    @Test
    void anotherHostBeginsAfresh() {
        topology.toggle(PORT);
        document.set(Documents.flagship());
        assertThat(topology.folded(PORT)).contains(false);
        assertThat(topology.isSameHost()).isFalse();
        assertThat(bugs).isEmpty();
    }

    private List<String> path() {
        return topology.path().stream().map(m -> m.id().value()).toList();
    }

    @Test
    void theWayFromTheRootIsLit() {
        selection.select(NIC);
        assertThat(path()).startsWith("host-0000-00", "port-0000-00-01.0").endsWith("fn-0000-03-00.1");
        selection.clear();
        assertThat(path()).isEmpty();
    }

    @Test
    void twoFunctionsHaveAWayBetweenThem() {
        selection.select(NIC);
        topology.showWayTo(function("04:00.0"));
        assertThat(topology.wayProperty().get().orElseThrow().kind()).isEqualTo(DevicePath.Kind.PIX);
        assertThat(path())
                .contains("fn-0000-03-00.1", "switch-0000-01-00.0", "fn-0000-04-00.0")
                .doesNotContain("host-0000-00", "port-0000-00-01.0");
        selection.select(function("0d:00.0"));
        assertThat(topology.wayProperty().get()).as("somebody else").isEmpty();
    }

    @Test
    void theOtherEndMayBeChosenAnywhere() {
        selection.select(NIC);
        topology.beginWay();
        selection.select(function("44:00.0"));
        assertThat(topology.wayProperty().get().orElseThrow().kind()).isEqualTo(DevicePath.Kind.SYS);
        assertThat(path()).contains("host-0000-00", "host-0000-40");
        topology.endWay();
        assertThat(topology.wayProperty().get()).isEmpty();
    }
}
