package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.busplan.BusPlanViewModel;
import ridscope.desktop.busplan.PlanHosts;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.plan.PluggedCard;
import ridscope.plan.Reservation;
import ridscope.plan.SdiWish;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.testing.FlagshipHost;

class PlanFilesTest {

    /** Something of everything that the view has a control for. */
    private static final Wishes WISHES = Wishes.none()
            .withVfs(FunctionAddress.of("01:00.0"), 16)
            .withSdis(FunctionAddress.of("02:00.0"), SdiWish.of(64, 1, 2))
            .withCard(FunctionAddress.of("00:02.0"), PluggedCard.withSwitch(4).withSdis(16, 1, 1))
            .withAri(FunctionAddress.of("00:01.0"), false)
            .withReservation(Reservation.CORRECT)
            .withHpbussize(3)
            .withAssignBusses(true);

    @TempDir
    private Path folder;

    private final List<Throwable> bugs = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private final TaskRunner runner = TaskRunner.direct(bugs::add);
    private ShellViewModel shell;
    private BusPlanViewModel plan;
    private PlanFiles files;

    @BeforeEach
    void open() {
        SelectionModel selection = new SelectionModel();
        SettingsModel settings = new SettingsModel(
                new SettingsFile(folder.resolve("settings.json")),
                Settings.DEFAULT,
                TaskRunner.direct(failure -> {}),
                e -> {});
        shell = new ShellViewModel(Documents.loader(), runner, document, selection, settings);
        plan = new BusPlanViewModel(document, selection, runner);
        files = new PlanFiles(shell, plan, runner);
        shell.open(Documents.source("undersized", PlanHosts.undersized()));
    }

    @Test
    void aSavedPlanIsTakenUpAgainAsOneStep() {
        Path file = folder.resolve("a.plan.json");
        plan.take(WISHES);
        files.save(file);
        assertThat(message()).contains("a.plan.json");
        plan.reset();
        files.open(file);
        assertThat(wishes()).isEqualTo(WISHES);
        plan.undo();
        assertThat(wishes()).isEqualTo(Wishes.none());
        assertThat(bugs).isEmpty();
    }

    @Test
    void aFileThatIsNoPlanIsExplainedAndChangesNothing() throws IOException {
        plan.take(WISHES);
        Path file = Files.writeString(folder.resolve("b.json"), "{\"schema\": \"other\"}");
        files.open(file);
        assertThat(message()).isEqualTo("b.json: This is no plan that RIDscope saved.");
        files.open(folder.resolve("missing.plan.json"));
        assertThat(message()).startsWith("missing.plan.json: It cannot be read");
        assertThat(wishes()).isEqualTo(WISHES);
        assertThat(bugs).isEmpty();
    }

    @Test
    void aPlanThatCannotBeWrittenIsExplained() {
        files.save(folder.resolve("no-such-folder/c.plan.json"));
        assertThat(message()).contains("cannot write");
        assertThat(bugs).isEmpty();
    }

    /** Also of a plan that nobody has looked at yet. */
    @Test
    void anUntouchedPlanIsSavedAsTheHostIs() {
        shell.open(Documents.source("flagship", FlagshipHost.snapshot()));
        Path file = folder.resolve("d.plan.json");
        files.save(file);
        plan.take(WISHES);
        files.open(file);
        assertThat(wishes().vfs()).containsEntry(FunctionAddress.of("03:00.0"), 8);
    }

    private Wishes wishes() {
        List<Wishes> handed = new ArrayList<>();
        plan.wishes(handed::add);
        return handed.get(0);
    }

    private String message() {
        return shell.messageProperty().get().orElseThrow().text();
    }
}
