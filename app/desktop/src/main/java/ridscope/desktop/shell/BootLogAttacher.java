package ridscope.desktop.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentLoader.Loaded;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.task.TaskRunner;
import ridscope.host.BootLog;
import ridscope.job.Feedback;
import ridscope.job.Job;
import ridscope.source.BootLogs;
import ridscope.source.SnapshotException;
import ridscope.source.Source;
import ridscope.text.Diagnostic;
import ridscope.topology.LogNote;

/** Adds a boot log to the host that is open: the host stays, with what is selected, and is worked out once more. */
public final class BootLogAttacher {

    private final ShellViewModel shell;
    private final DocumentLoader loader;
    private final TaskRunner runner;

    public BootLogAttacher(ShellViewModel shell, DocumentLoader loader, TaskRunner runner) {
        this.shell = shell;
        this.loader = loader;
        this.runner = runner;
    }

    /** What became of a file: another host, or a log on the one that is open. */
    private record Outcome(Loaded before, Loaded now, boolean log) {}

    /** Adds a file that the user calls a boot log. */
    public void add(Path file) {
        Source source = new Source.OnDisk(file);
        shell.loadedProperty()
                .get()
                .ifPresent(open ->
                        start(Messages.text("status.adding-log", source.title()), f -> attached(open, source, f)));
    }

    /** Opens a file that was dropped on the window; one that is nothing but a boot log is added to the host that is open. */
    public void drop(Path file) {
        Source source = new Source.OnDisk(file);
        shell.loadedProperty()
                .get()
                .ifPresentOrElse(
                        open -> start(
                                Messages.text("status.opening", source.title()),
                                f -> openedOrAttached(open, source, f)),
                        () -> shell.open(file));
    }

    private void start(String title, Job<Outcome> job) {
        shell.hideMessage();
        runner.work(job)
                .lane(ShellViewModel.OPENING)
                .title(title)
                .onDone(this::accept)
                .onExpected(SnapshotException.class, e -> shell.show(Message.failed(e.getMessage())))
                .start();
    }

    private Outcome openedOrAttached(Loaded open, Source source, Feedback feedback) throws SnapshotException {
        try {
            return new Outcome(open, loader.load(source, feedback), false);
        } catch (SnapshotException e) {
            if (BootLogs.recognise(source, feedback)) {
                return attached(open, source, feedback);
            }
            throw e;
        }
    }

    private Outcome attached(Loaded open, Source log, Feedback feedback) throws SnapshotException {
        return with(BootLogs.read(log, feedback), open, feedback);
    }

    private Outcome with(BootLog log, Loaded open, Feedback feedback) {
        return new Outcome(open, loader.with(log, open, feedback), true);
    }

    /** A host that was read again meanwhile gets the log once more, or the later reading would be lost. */
    @SuppressWarnings("ReferenceEquality")
    private void accept(Outcome outcome) {
        Optional<Loaded> later = shell.loadedProperty()
                .get()
                .filter(l ->
                        l != outcome.before() && l.source() == outcome.before().source());
        if (outcome.log() && later.isPresent()) {
            start(
                    Messages.text("status.adding-log", later.get().document().title()),
                    f -> with(outcome.now().log(), later.get(), f));
        } else if (outcome.log()) {
            shell.replace(outcome.now());
            shell.show(Message.notice(sentence(outcome.now().document())));
        } else {
            shell.accept(outcome.now());
        }
    }

    /** What the log brought, and what is odd about it. */
    private static String sentence(Document document) {
        long functions = document.topology().logNotes().stream()
                .map(LogNote::subject)
                .distinct()
                .count();
        List<String> sentences = new ArrayList<>();
        sentences.add(Messages.text(
                "message.log-added",
                Messages.count(
                        "message.log-lines", document.snapshot().bootLog().size()),
                Messages.count("message.log-functions", functions)));
        document.snapshot().diagnostics().stream()
                .filter(d -> d.id().startsWith("BOOT_LOG_"))
                .map(Diagnostic::text)
                .forEach(sentences::add);
        return String.join(" ", sentences);
    }
}
