package ridscope.desktop.busplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.host.HostSnapshot;
import ridscope.plan.BusPlan;
import ridscope.plan.PlanFailure;
import ridscope.plan.SdiWish;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.testing.FlagshipHost;
import ridscope.topology.TopologyChange;

class BusPlanViewModelTest {

    private static final FunctionAddress NIC = FunctionAddress.of("01:00.0");
    private static final FunctionAddress DRIVE = FunctionAddress.of("02:00.0");

    private final List<Throwable> bugs = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final BusPlanViewModel model = new BusPlanViewModel(document, selection, TaskRunner.direct(bugs::add));

    private void open(HostSnapshot host) {
        document.set(Documents.of(host));
        model.setShown(true);
    }

    @AfterEach
    void noBugs() {
        assertThat(bugs).isEmpty();
    }

    private BusPlan plan() {
        return model.plannedProperty().get().orElseThrow().plan();
    }

    private List<String> parameters() {
        return model.adviceProperty().get().orElseThrow().parameters();
    }

    private BudgetLine line(String subject) {
        return model.plannedProperty().get().orElseThrow().result().budget().stream()
                .filter(l -> PlanWords.subject(l.row().subject()).equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsPlannedBeforeSomebodyLooks() {
        document.set(Documents.of(PlanHosts.undersized()));
        model.setVfs(NIC, 16);
        assertThat(model.plannedProperty().get()).isEmpty();
        model.setShown(true);
        assertThat(plan().fits()).isFalse();
    }

    /** A host may have 20,000 functions, and most who open one want no plan. */
    @Test
    void noFunctionIsLookedAtWhilePlansAreHiddenAndNeverOnTheDrawingThread() {
        Deque<Runnable> background = new ArrayDeque<>();
        BusPlanViewModel slow =
                new BusPlanViewModel(document, selection, new TaskRunner(background::add, Runnable::run, bugs::add));
        document.set(Documents.of(FlagshipHost.snapshot()));
        assertThat(background).isEmpty();
        assertThat(slow.askedProperty().get()).isEqualTo(Asked.NOBODY);
        assertThat(slow.wishesProperty().get().vfs()).isEmpty();

        slow.setShown(true);
        assertThat(background).hasSize(1);
        assertThat(slow.askedProperty().get()).isEqualTo(Asked.NOBODY);
        work(background);
        assertThat(slow.askedProperty().get().devices()).isNotEmpty();
        assertThat(slow.wishesProperty().get().vfs()).isNotEmpty();
        assertThat(slow.plannedProperty().get()).isPresent();
    }

    /** A file with wishes may be read before the host was looked through. */
    @Test
    void whatWasWishedForMeanwhileComesOnTopOfWhatIsSo() {
        document.set(Documents.of(FlagshipHost.snapshot()));
        model.setVfs(FunctionAddress.of("0b:00.0"), 5);
        model.setVfs(FunctionAddress.of("0b:00.0"), 7);
        model.setShown(true);
        assertThat(model.vfs(FunctionAddress.of("03:00.0"))).isEqualTo(8);
        assertThat(model.vfs(FunctionAddress.of("0b:00.0"))).isEqualTo(7);
        model.undo();
        assertThat(model.vfs(FunctionAddress.of("0b:00.0"))).isEqualTo(5);
        model.undo();
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(model.undoableProperty().get()).isFalse();
    }

    @Test
    void whatIsSelectedWhilePlansAreHiddenDecidesWhichSegmentIsShown() {
        document.set(Documents.of(PlanHosts.segments(3)));
        selection.select(new Target.OfFunction(FunctionAddress.of("0002:01:00.0")));
        model.setShown(true);
        assertThat(model.segmentProperty().get()).isEqualTo(new Segment(2));
        assertThat(model.plannedProperty().get().orElseThrow().maps().segment()).isEqualTo(new Segment(2));
        model.choose(new Segment(1));
        document.set(Documents.of(PlanHosts.segments(3)).later(TopologyChange.NONE));
        assertThat(model.segmentProperty().get()).isEqualTo(new Segment(1));
    }

    @Test
    void anUntouchedPlanWishesForWhatIsEnabledNowAndFits() {
        open(FlagshipHost.snapshot());
        assertThat(model.vfs(FunctionAddress.of("03:00.0"))).isEqualTo(8);
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(plan().fits()).isTrue();
        assertThat(plan().moved()).isEmpty();
    }

    @Test
    void moreVfsThanTheBridgeHasNumbersForFailWithTheKernelsWords() {
        open(PlanHosts.undersized());
        assertThat(plan().fits()).isTrue();
        model.setVfs(NIC, 16);
        PlanFailure first = plan().failures().get(0);
        assertThat(PlanWords.subject(first.bridge())).isEqualTo("00:01.0");
        assertThat(first.kernelMessage()).startsWith("can't enable 16 VFs (bus 02 out of range of [bus 01]");
        assertThat(parameters()).containsExactly("pci=assign-busses");
    }

    /** The plan first, what would help in a step behind it: a slider that is dragged waits for the first alone. */
    @Test
    void adviceComesBehindTheAnswerAndNeverForAnotherOne() {
        Deque<Runnable> background = new ArrayDeque<>();
        BusPlanViewModel slow =
                new BusPlanViewModel(document, selection, new TaskRunner(background::add, Runnable::run, bugs::add));
        document.set(Documents.of(PlanHosts.undersized()));
        slow.setShown(true);
        work(background);
        slow.setVfs(NIC, 16);
        background.remove().run();
        assertThat(slow.plannedProperty().get().orElseThrow().plan().fits()).isFalse();
        assertThat(slow.adviceProperty().get()).isEmpty();

        slow.setVfs(NIC, 1);
        work(background);
        assertThat(slow.adviceProperty().get().orElseThrow().parameters()).isEmpty();
        slow.setVfs(NIC, 16);
        work(background);
        assertThat(slow.adviceProperty().get().orElseThrow().parameters()).containsExactly("pci=assign-busses");
    }

    private static void work(Deque<Runnable> background) {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    @Test
    void assignBussesMakesRoomMovesTheDriveAndItsRowShowsOldAndNew() {
        open(PlanHosts.undersized());
        model.setVfs(NIC, 16);
        model.setAssignBusses(true);
        assertThat(plan().fits()).isTrue();
        assertThat(line("00:01.0").busesText()).isEqualTo("[01-01] → [01-02]");
        assertThat(line("00:01.0").text(r -> r.assigned())).isEqualTo("1 → 2");
        assertThat(line("00:01.0").verdict()).isEqualTo("−1 short → exact");
        assertThat(line("root bus 00").busesText()).isEqualTo("[00-1f]");
        PlanMaps maps = model.plannedProperty().get().orElseThrow().maps();
        assertThat(maps.moved(new Target.OfFunction(DRIVE)))
                .contains(new Target.OfFunction(FunctionAddress.of("03:00.0")));
        assertThat(maps.today(new Target.OfFunction(FunctionAddress.of("03:00.0"))))
                .contains(new Target.OfFunction(DRIVE));
        assertThat(maps.after().function(FunctionAddress.of("03:00.0"))).isPresent();
    }

    @Test
    void limitsAreThoseOfTheSelectedPf() {
        open(PlanHosts.undersized());
        assertThat(model.plannedProperty().get().orElseThrow().limits()).isEmpty();
        selection.select(new Target.OfVfs(NIC));
        Planned.Limits limits =
                model.plannedProperty().get().orElseThrow().limits().orElseThrow();
        assertThat(limits.pf()).isEqualTo(NIC);
        assertThat(limits.vfs().now()).isEqualTo(8);
        assertThat(limits.vfs().afterAssignBusses()).isEqualTo(16);
    }

    @Test
    void undoRedoAndResetGoThroughTheWishes() {
        open(PlanHosts.undersized());
        model.setVfs(NIC, 3);
        model.setVfs(NIC, 16);
        model.settle();
        model.setAssignBusses(true);
        model.undo();
        assertThat(model.wishesProperty().get().assignBusses()).isFalse();
        assertThat(plan().fits()).isFalse();
        model.undo();
        assertThat(model.vfs(NIC)).isZero();
        assertThat(model.undoableProperty().get()).isFalse();
        model.redo();
        model.redo();
        assertThat(model.wishesProperty().get().assignBusses()).isTrue();
        model.reset();
        assertThat(model.changedProperty().get()).isFalse();
        model.undo();
        assertThat(model.vfs(NIC)).isEqualTo(16);
    }

    @Test
    void aDriveThatIsGivenSiovNeedsBuses() {
        open(PlanHosts.undersized());
        model.giveSiov(DRIVE, BusPlanViewModel.gift(1024, 1, 1));
        assertThat(plan().fits()).isFalse();
        assertThat(line("00:02.0").text(r -> r.neededSdis())).isEqualTo("1 → 5");
        assertThat(model.given(device(DRIVE))).map(SdiWish::total).contains(1024);
        model.takeSiov(DRIVE);
        assertThat(plan().fits()).isTrue();
        assertThat(model.given(device(DRIVE))).isEmpty();
        model.undo();
        assertThat(model.given(device(DRIVE))).map(SdiWish::total).contains(1024);
    }

    private PlanDevice device(FunctionAddress address) {
        return model.askedProperty().get().devices().stream()
                .filter(d -> d.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLaterReadingKeepsTheWishesAndAnotherHostDoesNot() {
        open(PlanHosts.undersized());
        model.setVfs(NIC, 16);
        Document again = Documents.of(PlanHosts.undersized());
        document.set(again.later(TopologyChange.NONE));
        assertThat(model.vfs(NIC)).isEqualTo(16);
        assertThat(plan().fits()).isFalse();
        document.set(again);
        assertThat(model.vfs(NIC)).isZero();
        assertThat(plan().fits()).isTrue();
    }

    @Test
    void whatCouldNotBeReadIsSaid() {
        open(PlanHosts.unprivileged());
        assertThat(device(NIC).owner()).isFalse();
        assertThat(device(NIC).unknown()).hasSize(1);
        open(PlanHosts.undersized());
        assertThat(device(NIC).unknown()).isEmpty();
        assertThat(device(NIC).facts()).containsExactly("VFs: offset 128, stride 16, as read at NumVFs 0");
    }

    @Test
    void bridgesAndVfsAreNobodyToAsk() {
        open(FlagshipHost.snapshot());
        assertThat(model.askedProperty().get().devices())
                .extracting(d -> d.address().toString())
                .contains("0000:03:00.0", "0000:0c:00.0", "0000:0d:00.0")
                .doesNotContain("0000:00:00.0", "0000:00:01.0", "0000:03:10.0");
    }

    @Test
    void theSelectionOfTheMapAfterIsThatOfToday() {
        open(PlanHosts.undersized());
        model.setVfs(NIC, 16);
        model.setAssignBusses(true);
        PlanMaps maps = model.plannedProperty().get().orElseThrow().maps();
        assertThat(maps.moved(new Target.OfVfs(NIC))).contains(new Target.OfVfs(NIC));
        assertThat(maps.today(new Target.OfSdis(FunctionAddress.of("03:00.0")))).contains(new Target.OfSdis(DRIVE));
        assertThat(maps.today(new Target.OfFunction(FunctionAddress.of("1e:00.0"))))
                .isEqualTo(Optional.empty());
    }
}
