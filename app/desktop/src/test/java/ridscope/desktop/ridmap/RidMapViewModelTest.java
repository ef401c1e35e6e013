package ridscope.desktop.ridmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Target;
import ridscope.draw.export.PictureView;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

class RidMapViewModelTest {

    private static final FunctionAddress DPU = FunctionAddress.of("0000:0c:00.0");

    private final List<Throwable> bugs = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final RidMapViewModel map = new RidMapViewModel(document, selection, TaskRunner.direct(bugs::add));

    @Test
    void aSelectedPfLightsItsComb() {
        document.set(Documents.flagship());
        selection.select(new Target.OfFunction(DPU));
        assertThat(map.lit()).contains(new Target.OfFunction(DPU), new Target.OfVfs(DPU), new Target.OfSdis(DPU));
        assertThat(map.selectedRid()).contains(DPU.rid());
        selection.select(new Target.OfSdis(DPU));
        assertThat(map.lit()).containsExactlyInAnyOrder(new Target.OfSdis(DPU), new Target.OfFunction(DPU));
        assertThat(map.selectedRid()).isEmpty();
    }

    @Test
    void aCellSelectsItsFunctionOrElseTheBareId() {
        document.set(Documents.flagship());
        map.select(RoutingId.of(0x0d, 0));
        assertThat(selection.get()).contains(new Target.OfFunction(FunctionAddress.of("0d:00.0")));
        map.select(RoutingId.of(0x0c, 0xff));
        assertThat(selection.get()).contains(new Target.OfRid(FunctionAddress.of("0c:1f.7")));
    }

    @Test
    void whatSoftwareCouldHandOutIsDrawnWhileAPortIsSelected() {
        document.set(Documents.flagship());
        assertThat(free()).isEmpty();
        selection.select(new Target.OfFunction(FunctionAddress.of("00:02.0")));
        assertThat(free()).isNotEmpty().allMatch(id -> id.startsWith("free-rid-0b"));
        selection.select(new Target.OfFunction(FunctionAddress.of("00:01.0")));
        assertThat(free()).isNotEmpty().allMatch(id -> id.startsWith("free-rid-01"));
        selection.select(new Target.OfFunction(DPU));
        assertThat(free()).isEmpty();
        Diagram file = Documents.exported(document.get().orElseThrow(), PictureView.RID_MAP, map.look());
        assertThat(file.marks())
                .noneMatch(m -> m.id().value().startsWith("free-"))
                .noneMatch(m -> m.id().value().startsWith("legend-marks-"));
        assertThat(bugs).isEmpty();
    }

    private List<String> free() {
        return map.pictureProperty().get().orElseThrow().map().diagram().marks().stream()
                .map(m -> m.id().value())
                .filter(id -> id.startsWith("free-"))
                .toList();
    }

    @Test
    void theMapGoesToTheSegmentOfTheSelection() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0)
                .rootBus(1, 0)
                .function("0000:00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1))
                .function("0001:00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1));
        document.set(Documents.of(host.build()));
        assertThat(map.segments()).containsExactly(Segment.ZERO, new Segment(1));
        selection.select(new Target.OfFunction(FunctionAddress.of("0001:00:01.0")));
        assertThat(map.segmentProperty().get()).isEqualTo(new Segment(1));
        assertThat(map.pictureProperty().get().orElseThrow().map().diagram().title())
                .contains("0001");
        map.choose(new Segment(7));
        assertThat(map.segmentProperty().get()).isEqualTo(new Segment(1));
        assertThat(bugs).isEmpty();
    }
}
