package ridscope.desktop.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ridscope.config.PortType;
import ridscope.desktop.document.Documents;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.host.HostSnapshot;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

/** How much of the outline is made for what is seen of it. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class OutlineViewTest {

    private static final int NIC = 0x020000;
    private static final FunctionAddress PF = FunctionAddress.of("01:00.0");

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void show() {
        window = TestWindow.show(folder);
    }

    private static HostSnapshot host(int vfs) {
        return new HostBuilder()
                .rootBus(0, 0x3f)
                .function(
                        "00:01.0",
                        ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, 1, 0x3f)
                                .ariForwarding(true))
                .function(
                        PF.toString(),
                        ConfigBuilder.endpoint(0x8086, 0x1592, NIC).ari(0).srIovEnabled(vfs, vfs, 1, 1, 0x1889))
                .virtualFunctions(new StridedRids(PF.rid(), 1, 1, vfs), NIC, (k, os) -> os.driver("iavf"))
                .build();
    }

    private static Target vf(int index) {
        return new Target.OfFunction(
                new FunctionAddress(PF.segment(), new RoutingId(PF.rid().value() + 1 + index)));
    }

    private void open(int vfs) {
        window.act(() -> window.wiring().model().open(Documents.source(vfs + " VFs", host(vfs))));
    }

    private void select(Target target) {
        window.act(() -> window.wiring().selection().select(target));
    }

    private TreeTableView<OutlineNode> table() {
        return window.find("outline-table");
    }

    private Stream<OutlineNode> made() {
        return table().getRoot().getChildren().stream().map(TreeItem::getValue).flatMap(OutlineViewTest::made);
    }

    private static Stream<OutlineNode> made(OutlineNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(OutlineViewTest::made));
    }

    private long told(int vfs) {
        open(vfs);
        select(vf(vfs / 2));
        assertThat(table().getSelectionModel().getSelectedItem().getValue().target())
                .isEqualTo(vf(vfs / 2));
        return made().filter(OutlineNode::told).count();
    }

    /** What a row says takes longer than the row itself. */
    @Test
    void choosingOneOfThousandsOfVfsAsksOnlyThoseInSightWhatTheySay() {
        long few = told(200);
        assertThat(few).isBetween(20L, 100L);
        assertThat(told(8000)).isCloseTo(few, within(5L));
    }

    @Test
    void anOutlineThatNobodySeesIsNotOpenedDownToTheSelection() {
        open(200);
        TreeTableView<OutlineNode> table = table();
        window.act(() -> window.wiring().model().viewModeProperty().set(ViewMode.BUS_PLAN));
        int before = table.getExpandedItemCount();
        select(vf(100));
        assertThat(table.getExpandedItemCount()).isEqualTo(before);
        window.act(() -> window.wiring().model().viewModeProperty().set(ViewMode.BOTH));
        assertThat(table.getExpandedItemCount()).isEqualTo(before + 200);
        assertThat(table.getSelectionModel().getSelectedItem().getValue().target())
                .isEqualTo(vf(100));
    }
}
