package ridscope.desktop.shell;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ridscope.desktop.busplan.BusPlanViewModel;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.task.TaskRunner;
import ridscope.file.FileWriteException;
import ridscope.file.WholeFile;
import ridscope.plan.Wishes;
import ridscope.report.WishesJson;
import ridscope.report.WishesJson.UnreadableException;

/** Keeps the wishes of a bus plan in a file beside the snapshot, and takes them up again. */
public final class PlanFiles {

    /** End of their names. */
    static final String ENDING = ".plan.json";

    /** Wishes for 65,536 functions are smaller. */
    private static final long LARGEST = 8L << 20;

    private static final String LANE = "plan-file";

    private final ShellViewModel shell;
    private final BusPlanViewModel plan;
    private final TaskRunner runner;

    public PlanFiles(ShellViewModel shell, BusPlanViewModel plan, TaskRunner runner) {
        this.shell = shell;
        this.plan = plan;
        this.runner = runner;
    }

    /** Writes the wishes. */
    public void save(Path file) {
        plan.wishes(wishes -> save(file, wishes));
    }

    private void save(Path file, Wishes wishes) {
        Optional<String> host = shell.loadedProperty()
                .get()
                .flatMap(l -> l.document().topology().provenance().host());
        runner.work(feedback -> {
                    WholeFile.write(file, out -> {
                        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                        WishesJson.write(wishes, host, text);
                    });
                    return file;
                })
                .lane(LANE)
                .onDone(done -> shell.show(Message.notice(Messages.text("message.saved", done))))
                .onExpected(FileWriteException.class, e -> shell.show(Message.failed(e.getMessage())))
                .start();
    }

    /** Wishes for what a file says, as one step that can be taken back. */
    public void open(Path file) {
        runner.work(feedback -> WishesJson.read(text(file)))
                .lane(LANE)
                .onDone(plan::take)
                .onExpected(UnreadableException.class, e -> failed(file, e.getMessage()))
                .onExpected(IOException.class, e -> failed(file, Messages.text("message.plan-not-read")))
                .start();
    }

    private void failed(Path file, String why) {
        shell.show(Message.failed(Messages.text("message.plan-unreadable", file.getFileName(), why)));
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is too large for a plan");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
