package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.shell.Message;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.topology.PciFunction;

/** Whatever can be opened is shown without a bug and without a word in the log; what cannot is explained in the bar. */
@Tag("ui")
@ExtendWith(Toolkit.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EveryFileTest {

    @TempDir
    private Path folder;

    @Test
    void samples() throws IOException {
        List<String> bugs = open(files(Path.of(System.getProperty("ridscope.samples")), "host."));
        assertThat(bugs).isEmpty();
    }

    @Test
    void realDumps() throws IOException {
        Path shared = Path.of(System.getProperty("ridscope.shared", "none"));
        Assumptions.assumeTrue(Files.isDirectory(shared.resolve("fixtures")), "shared fixtures absent");
        List<Path> files = new ArrayList<>(files(shared.resolve("fixtures/real"), ""));
        files.addAll(files(shared.resolve("fixtures/qemu"), "sysfs.tar"));
        assertThat(open(files)).isEmpty();
    }

    private List<String> open(List<Path> files) {
        List<String> bugs = new ArrayList<>();
        Wiring wiring = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Wiring made = new Wiring(TaskRunner::direct, new SettingsFile(folder.resolve("settings.json")));
            Stage stage = new Stage();
            made.fill(stage);
            stage.show();
            return made;
        });
        for (Path file : files) {
            WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
                wiring.selection().clear();
                wiring.open(file.toString());
                selectSomething(wiring);
                return null;
            });
            WaitForAsyncUtils.waitForFxEvents();
            wiring.model()
                    .messageProperty()
                    .get()
                    .flatMap(Message::details)
                    .ifPresent(details -> bugs.add(file + ": " + details));
        }
        return bugs;
    }

    private static void selectSomething(Wiring wiring) {
        wiring.document()
                .get()
                .flatMap(d -> d.topology().functions().stream()
                        .filter(PciFunction::physicalFunction)
                        .findFirst()
                        .or(() -> d.topology().functions().stream().findFirst()))
                .ifPresent(f -> wiring.selection().select(new Target.OfFunction(f.address())));
    }

    private static List<Path> files(Path folder, String beginning) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> Files.isRegularFile(f)
                            && f.getFileName().toString().startsWith(beginning)
                            && !f.toString().contains("LICENCES")
                            && !f.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
