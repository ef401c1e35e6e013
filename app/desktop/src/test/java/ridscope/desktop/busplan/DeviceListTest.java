package ridscope.desktop.busplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.ManualTime;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

@ExtendWith(Toolkit.class)
class DeviceListTest {

    private final List<Throwable> bugs = new ArrayList<>();
    private final Deque<Runnable> pulses = new ArrayDeque<>();
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final BusPlanViewModel model = new BusPlanViewModel(
            document,
            selection,
            new TaskRunner(Runnable::run, Runnable::run, pulses::add, bugs::add, new ManualTime()));

    /** Each row has a slider, a field and labels that are styled when it comes: forty of them at a stretch can be felt. */
    @Test
    void rowsComeAFewInEachPulse() {
        Toolkit.on(() -> {
            DeviceList list = new DeviceList(model);
            new Scene(list);
            document.set(Documents.of(PlanHosts.nics(12)));
            model.setShown(true);
            List<Integer> counts = new ArrayList<>(List.of(rows(list).size()));
            while (!pulses.isEmpty()) {
                pulses.remove().run();
                counts.add(rows(list).size());
            }
            assertThat(counts).containsExactly(0, 2, 4, 6, 8, 10, 12);
            return null;
        });
        assertThat(bugs).isEmpty();
    }

    @Test
    void rowsThatComeLateShowWhatIsWishedForAndSelectedThen() {
        Toolkit.on(() -> {
            DeviceList list = new DeviceList(model);
            new Scene(list);
            document.set(Documents.of(PlanHosts.nics(12)));
            model.setShown(true);
            FunctionAddress last = FunctionAddress.of("0c:00.0");
            model.setVfs(last, 3);
            selection.select(new Target.OfFunction(last));
            while (!pulses.isEmpty()) {
                pulses.remove().run();
            }
            DeviceRow row = (DeviceRow) rows(list).get(11);
            assertThat(row.getPseudoClassStates()).extracting(Object::toString).contains("chosen");
            assertThat(row.lookupAll(".text-field"))
                    .extracting(field -> ((NumberField) field).getText())
                    .containsExactly("3");
            return null;
        });
    }

    private static List<Node> rows(DeviceList list) {
        ScrollPane scroll = (ScrollPane) list.lookup(".scroll-pane");
        return ((Pane) scroll.getContent()).getChildren();
    }
}
