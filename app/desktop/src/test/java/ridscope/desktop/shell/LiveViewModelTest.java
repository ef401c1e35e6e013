package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.FakeMachine;
import ridscope.desktop.testing.ManualTime;
import ridscope.desktop.testing.PluggedHosts;
import ridscope.draw.diagram.Target;
import ridscope.host.HostSnapshot;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.source.HostEvent;
import ridscope.source.Source;
import ridscope.source.WatchException;
import ridscope.testing.HostBuilder;
import ridscope.topology.TopologyChange;

class LiveViewModelTest {

    private static final FunctionAddress NIC = FunctionAddress.of("01:00.0");
    private static final FunctionAddress DRIVE = FunctionAddress.of("05:00.0");

    @TempDir
    private Path folder;

    private final List<Throwable> bugs = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final FakeMachine machine = new FakeMachine(PluggedHosts.first());
    private final ManualTime time = new ManualTime();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private boolean inBackground;
    private DocumentLoader loader;
    private TaskRunner runner;
    private ShellViewModel shell;
    private Refresher refresher;
    private LiveViewModel live;

    @BeforeEach
    void wire() {
        Executor workers = job -> {
            if (inBackground) {
                background.add(job);
            } else {
                job.run();
            }
        };
        runner = new TaskRunner(workers, Runnable::run, bugs::add, time);
        SettingsModel settings = new SettingsModel(
                new SettingsFile(folder.resolve("settings.json")),
                Settings.DEFAULT,
                TaskRunner.direct(failure -> {}),
                bugs::add);
        loader = new DocumentLoader(machine.opener(), new StandardDeviceNames(PciIds.EMPTY));
        shell = new ShellViewModel(loader, runner, document, selection, settings);
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T13:05:07Z"), ZoneOffset.UTC);
        refresher = new Refresher(shell, loader, document, runner, clock);
        live = new LiveViewModel(shell, refresher, runner, () -> machine);
    }

    @Test
    void thisMachineIsWatchedWhileItIsShown() {
        assertThat(live.liveProperty().get()).isFalse();
        assertThat(machine.open()).isZero();
        shell.open(new Source.Live());
        assertThat(live.liveProperty().get()).isTrue();
        assertThat(live.textProperty().get()).isEqualTo("Watching: played events");
        assertThat(machine.open()).isEqualTo(1);
        machine.becomes(new HostBuilder().build());
        shell.open(new Source.Live());
        assertThat(machine.open()).as("what fails to open changes nothing").isEqualTo(1);
        live.stop();
        assertThat(machine.open()).isZero();
        assertThat(bugs).isEmpty();
    }

    @Test
    void manyEventsAreOneRefreshThatSaysWhatIsNew() {
        shell.open(new Source.Live());
        selection.select(new Target.OfFunction(NIC));
        machine.becomes(PluggedHosts.both());
        for (int i = 0; i < 50; i++) {
            machine.tells(HostEvent.Action.ADD, "05:00.0");
            time.pass(10);
        }
        assertThat(machine.reads()).isEqualTo(1);
        time.pass(400);
        assertThat(machine.reads()).isEqualTo(2);
        assertThat(marked().added()).containsExactly(DRIVE);
        assertThat(document.get().orElseThrow().isLater()).isTrue();
        assertThat(refresher.textProperty().get()).isEqualTo("refreshed 13:05:07 · 1 new");
        assertThat(selection.get()).contains(new Target.OfFunction(NIC));
        assertThat(shell.messageProperty().get()).isEmpty();
        time.pass(60_000);
        assertThat(machine.reads()).isEqualTo(2);
        assertThat(machine.open()).as("a refresh watches no second time").isEqualTo(1);
    }

    @Test
    void aStormIsRefreshedWhileItLasts() {
        shell.open(new Source.Live());
        for (int i = 0; i < 100; i++) {
            machine.tells(HostEvent.Action.CHANGE, "01:00.0");
            time.pass(100);
        }
        assertThat(machine.reads()).isBetween(5, 7);
    }

    @Test
    void whatHappensDuringARefreshLeadsToAnotherOne() {
        shell.open(new Source.Live());
        inBackground = true;
        machine.tells(HostEvent.Action.ADD, "05:00.0");
        time.pass(500);
        assertThat(background).as("the refresh is under way").hasSize(1);
        machine.becomes(PluggedHosts.both());
        machine.tells(HostEvent.Action.ADD, "05:00.0");
        time.pass(5_000);
        assertThat(background).as("only one at a time").hasSize(1);
        background.remove().run();
        time.pass(500);
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(marked().none()).as("the first one saw it already").isFalse();
        assertThat(machine.reads()).isEqualTo(3);
    }

    @Test
    void whatBelongsTogetherStaysMarkedTogether() {
        shell.open(new Source.Live());
        happens(PluggedHosts.both());
        assertThat(marked().added()).containsExactly(DRIVE);
        time.pass(2_000);
        happens(PluggedHosts.bothRebound());
        assertThat(marked().added()).containsExactly(DRIVE);
        assertThat(marked().changed()).containsExactly(NIC);
        time.pass(Refresher.ONE_CAUSE_MILLIS);
        happens(PluggedHosts.second());
        assertThat(marked().added()).isEmpty();
        assertThat(marked().removed()).containsOnlyKeys(NIC).containsValue(Optional.of(FunctionAddress.of("00:01.0")));
        assertThat(refresher.textProperty().get()).isEqualTo("refreshed 13:05:07 · 1 gone");
    }

    @Test
    void aRefreshThatFindsNothingKeepsMarksAndViews() {
        shell.open(new Source.Live());
        happens(PluggedHosts.both());
        var shown = document.get().orElseThrow();
        time.pass(60_000);
        happens(PluggedHosts.both());
        assertThat(document.get()).containsSame(shown);
        refresher.reload();
        assertThat(marked().none()).as("asked for by hand, marks begin anew").isTrue();
        assertThat(refresher.textProperty().get()).isEqualTo("refreshed 13:05:07 · nothing changed");
    }

    @Test
    void marksCanBeTakenAway() {
        shell.open(new Source.Live());
        happens(PluggedHosts.both());
        refresher.clearMarks();
        assertThat(marked().none()).isTrue();
        assertThat(document.get().orElseThrow().isLater()).isTrue();
        happens(PluggedHosts.bothRebound());
        assertThat(marked().added())
                .as("compared with what was seen when they were taken away")
                .isEmpty();
        assertThat(marked().changed()).containsExactly(NIC);
    }

    @Test
    void pausingEndsTheWatch() {
        shell.open(new Source.Live());
        machine.tells(HostEvent.Action.ADD, "05:00.0");
        live.watchingProperty().set(false);
        time.pass(10_000);
        assertThat(machine.reads()).isEqualTo(1);
        assertThat(machine.open()).isZero();
        assertThat(live.textProperty().get()).isEqualTo("Not watching");
        live.watchingProperty().set(true);
        assertThat(machine.open()).isEqualTo(1);
        happens(PluggedHosts.both());
        assertThat(machine.reads()).isEqualTo(2);
    }

    @Test
    void whatComesLateFromAWatchThatWasEndedIsNotHeard() {
        shell.open(new Source.Live());
        var old = machine.last();
        live.watchingProperty().set(false);
        live.watchingProperty().set(true);
        old.event(HostEvent.LOST);
        old.ended(new WatchException("gone"));
        time.pass(10_000);
        assertThat(machine.reads()).isEqualTo(1);
        assertThat(shell.messageProperty().get()).isEmpty();
    }

    @Test
    void aWatchThatOpensAfterItWasEndedIsClosed() {
        inBackground = true;
        shell.open(new Source.Live());
        background.remove().run();
        assertThat(live.textProperty().get()).isEqualTo("Watching …");
        live.watchingProperty().set(false);
        while (!background.isEmpty()) {
            background.removeLast().run();
        }
        assertThat(machine.open()).isZero();
        assertThat(live.textProperty().get()).isEqualTo("Not watching");
    }

    @Test
    void whereWatchingIsNotPossibleItIsSaidOnce() {
        machine.refuses("The kernel sends no events here.");
        shell.open(new Source.Live());
        assertThat(live.textProperty().get()).isEqualTo("Not watching");
        assertThat(shell.messageProperty().get().orElseThrow().text()).isEqualTo("The kernel sends no events here.");
        assertThat(document.get()).isPresent();
        assertThat(bugs).isEmpty();
    }

    @Test
    void aMachineThatCannotBeReadAnyMoreIsExplainedAndStays() {
        shell.open(new Source.Live());
        happens(new HostBuilder().build());
        assertThat(shell.messageProperty().get().orElseThrow().text()).contains("no PCI devices any more");
        assertThat(document.get().orElseThrow().topology().functions()).isNotEmpty();
        happens(PluggedHosts.both());
        assertThat(marked().added()).as("and the next event is heard").containsExactly(DRIVE);
    }

    @Test
    void anotherDocumentEndsTheWatchAndWhatWasUnderWay() {
        shell.open(new Source.Live());
        happens(PluggedHosts.both());
        inBackground = true;
        machine.tells(HostEvent.Action.REMOVE, "05:00.0");
        time.pass(500);
        inBackground = false;
        document.set(Documents.flagship());
        background.remove().run();
        assertThat(document.get().orElseThrow().topology().functions()).hasSize(38);
        assertThat(refresher.textProperty().get()).isEmpty();
    }

    @Test
    void aRefreshUnderWayIsNotLostWhenALogIsAdded() throws IOException {
        shell.open(new Source.Live());
        inBackground = true;
        happens(PluggedHosts.both());
        inBackground = false;
        new BootLogAttacher(shell, loader, runner).add(log());
        assertThat(logLines()).isEqualTo(1);
        assertThat(document.get().orElseThrow().function(DRIVE)).isEmpty();
        background.remove().run();
        assertThat(document.get().orElseThrow().function(DRIVE)).isPresent();
        assertThat(logLines()).isEqualTo(1);
        assertThat(marked().added()).containsExactly(DRIVE);
        happens(PluggedHosts.first());
        assertThat(document.get().orElseThrow().function(DRIVE))
                .as("and the next event is heard")
                .isEmpty();
    }

    @Test
    void aLogUnderWayDoesNotUndoARefresh() throws IOException {
        shell.open(new Source.Live());
        inBackground = true;
        new BootLogAttacher(shell, loader, runner).add(log());
        inBackground = false;
        happens(PluggedHosts.both());
        background.remove().run();
        assertThat(document.get().orElseThrow().function(DRIVE)).isPresent();
        assertThat(logLines()).isEqualTo(1);
        assertThat(bugs).isEmpty();
    }

    @Test
    void aRefreshUnderWayIsNotLostWhenMarksAreCleared() {
        shell.open(new Source.Live());
        happens(PluggedHosts.both());
        inBackground = true;
        happens(PluggedHosts.first());
        inBackground = false;
        refresher.clearMarks();
        background.remove().run();
        assertThat(document.get().orElseThrow().function(DRIVE)).isEmpty();
    }

    private Path log() throws IOException {
        return Files.writeString(
                folder.resolve("dmesg.txt"),
                "[    9.1] pci 0000:01:00.0: can't enable 256 VFs (bus 03 out of range of [bus 01])\n");
    }

    private int logLines() {
        return document.get().orElseThrow().snapshot().bootLog().size();
    }

    private void happens(HostSnapshot next) {
        machine.becomes(next);
        machine.tells(HostEvent.Action.CHANGE, "05:00.0");
        time.pass(500);
    }

    private TopologyChange marked() {
        return document.get().orElseThrow().marked();
    }
}
