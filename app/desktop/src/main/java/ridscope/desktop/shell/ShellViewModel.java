package ridscope.desktop.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.SourceLine;
import ridscope.desktop.error.ErrorReport;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.Slices;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.export.Picture;
import ridscope.draw.export.PictureException;
import ridscope.host.BootLog;
import ridscope.host.HostSnapshot;
import ridscope.host.Redaction;
import ridscope.job.Job;
import ridscope.names.SnapshotNames;
import ridscope.source.Opened;
import ridscope.source.SnapshotException;
import ridscope.source.Source;
import ridscope.source.SourceSpec;
import ridscope.source.json.SnapshotWriter;

/** What the window as a whole does: opening, refreshing, messages, the choice of views. */
public final class ShellViewModel {

    /** Lane of everything that replaces the document. */
    public static final String OPENING = "opening";

    private final DocumentLoader loader;
    private final TaskRunner runner;
    private final DocumentModel document;
    private final SelectionModel selection;
    private final SettingsModel settings;
    private final ObjectProperty<ViewMode> viewMode = new SimpleObjectProperty<>(this, "viewMode", ViewMode.BOTH);
    private final BooleanProperty findingsShown = new SimpleBooleanProperty(this, "findingsShown", true);
    private final ReadOnlyObjectWrapper<Optional<Message>> message =
            new ReadOnlyObjectWrapper<>(this, "message", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DocumentLoader.Loaded>> loaded =
            new ReadOnlyObjectWrapper<>(this, "loaded", Optional.empty());
    private Optional<Message> unread = Optional.empty();

    public ShellViewModel(
            DocumentLoader loader,
            TaskRunner runner,
            DocumentModel document,
            SelectionModel selection,
            SettingsModel settings) {
        this.loader = loader;
        this.runner = runner;
        this.document = document;
        this.selection = selection;
        this.settings = settings;
        viewMode.set(ViewMode.of(settings.get().view()));
        findingsShown.set(settings.get().findings());
        findingsShown.addListener((observable, before, now) -> settings.change(s -> s.withFindings(now)));
    }

    /** Things for a view to do one in each pulse. */
    Slices slices() {
        return runner.slices();
    }

    /** Opens a file or a folder and remembers it. */
    public void open(Path path) {
        open(new Source.OnDisk(path));
    }

    /** Opens text that somebody pasted or dropped. */
    public void openText(String title, String text) {
        if (text.isBlank()) {
            show(Message.failed(Messages.text("message.nothing-to-paste")));
        } else {
            open(new Source.Bytes(title, text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Opens a capture that comes with the program. */
    public void open(Sample sample) {
        open(sample.title(), feedback -> loader.load(sample.source().run(feedback), feedback));
    }

    /** Opens any source; what is open stays until the new one is ready, and also when it fails. */
    public void open(Source source) {
        open(source.title(), feedback -> loader.load(source, feedback));
    }

    private void open(String title, Job<DocumentLoader.Loaded> job) {
        hideMessage();
        runner.work(job)
                .lane(OPENING)
                .title(Messages.text("status.opening", title))
                .onDone(this::accept)
                .onExpected(SnapshotException.class, this::unreadable)
                .start();
    }

    /** Opens what the command line names: a file, {@code FILE#2}, {@code live}. */
    public void openArgument(String argument) {
        hideMessage();
        runner.work(feedback -> {
                    SourceSpec spec = SourceSpec.parse(argument, InputStream.nullInputStream());
                    return loader.load(spec, feedback);
                })
                .lane(OPENING)
                .title(Messages.text("status.opening", argument))
                .onDone(this::accept)
                .onExpected(SnapshotException.class, this::unreadable)
                .start();
    }

    /** Saves everything that was read. */
    public void save(Path file) {
        document.get()
                .ifPresent(d -> write(Messages.text("status.saving", file.getFileName()), feedback -> {
                    SnapshotWriter.save(SnapshotNames.fill(d.snapshot(), d.topology(), d.names()), file);
                    return file;
                }));
    }

    /** Saves it without what tells this machine from others of its kind. */
    public void saveRedacted(Path file) {
        document.get()
                .ifPresent(d -> write(
                        Messages.text("status.saving", file.getFileName()),
                        done -> Messages.text("message.saved-redacted", done),
                        feedback -> {
                            HostSnapshot named = SnapshotNames.fill(d.snapshot(), d.topology(), d.names());
                            SnapshotWriter.save(Redaction.of(named), file);
                            return file;
                        }));
    }

    /** Writes a picture or a table of what is open; the file's ending decides. */
    public void export(Path file, Job<Picture> picture) {
        write(Messages.text("status.exporting", file.getFileName()), feedback -> {
            picture.run(feedback).write(file);
            return file;
        });
    }

    private void write(String title, Job<Path> job) {
        write(title, done -> Messages.text("message.saved", done), job);
    }

    private void write(String title, Function<Path, String> words, Job<Path> job) {
        runner.work(job)
                .lane("writing")
                .title(title)
                .onDone(done -> show(Message.notice(words.apply(done))))
                .onExpected(SnapshotException.class, e -> show(Message.failed(e.getMessage())))
                .onExpected(PictureException.class, e -> show(Message.failed(e.getMessage())))
                .start();
    }

    /** Stops what is being opened. */
    public void cancel() {
        runner.cancel(OPENING);
    }

    /** Shows another host of the same source. */
    public void chooseHost(int index) {
        loaded.get()
                .ifPresent(l -> runner.work(feedback ->
                                loader.document(l.opened(), index, l.source().title(), feedback))
                        .lane(OPENING)
                        .title(Messages.text("status.opening", hostName(l.opened(), index)))
                        .onDone(d -> replace(new DocumentLoader.Loaded(l.source(), l.opened(), index, d, BootLog.NONE)))
                        .start());
    }

    /** Name of a host for choosing among several: its host name, else its number counted from 1. */
    public static String hostName(Opened opened, int index) {
        return opened.hosts().get(index).provenance().host().orElse("#" + (index + 1));
    }

    /** Leads a bug to the user. */
    public void showBug(ErrorReport report) {
        show(new Message(
                Message.Kind.FAILED,
                Messages.text("message.bug", report.code(), report.summary()),
                Optional.of(report.details())));
    }

    /** Says that something could not be read, until something can. */
    void unreadable(SnapshotException failure) {
        Message failed = Message.failed(failure.getMessage());
        unread = Optional.of(failed);
        show(failed);
    }

    /** Something could be read: that it could not be before is no news any more. */
    void readable() {
        if (unread.isPresent() && unread.equals(message.get())) {
            hideMessage();
        }
        unread = Optional.empty();
    }

    /** Shows a message in place of the one before. */
    public void show(Message next) {
        message.set(Optional.of(next));
    }

    /** Takes the message away. */
    public void hideMessage() {
        message.set(Optional.empty());
    }

    /** What the left end of the status bar says. */
    public String sourceLine() {
        return document.get().map(SourceLine::of).orElseGet(() -> Messages.text("status.ready"));
    }

    /** What its right end says. */
    public String figures() {
        return document.get().map(d -> d.summary().figures()).orElse("");
    }

    /** What the source does not tell, a sentence each; empty when nothing is missing. */
    public List<String> missing() {
        return document.get().map(d -> d.summary().missing()).orElse(List.of());
    }

    /** What the title bar says. */
    public String title() {
        return document.get()
                .map(d -> Messages.text("app.title", d.title()))
                .orElseGet(() -> Messages.text("app.name"));
    }

    public ObjectProperty<ViewMode> viewModeProperty() {
        return viewMode;
    }

    /** Whether the pane of findings is among the details; remembered. */
    public BooleanProperty findingsShownProperty() {
        return findingsShown;
    }

    public ReadOnlyObjectProperty<Optional<Message>> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What was opened last. */
    public ReadOnlyObjectProperty<Optional<DocumentLoader.Loaded>> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Paths for the menu of recent files. */
    public List<String> recentFiles() {
        return settings.get().recentFiles();
    }

    /** The same without the one that is open. */
    public List<String> otherFiles() {
        Optional<String> open = loaded.get()
                .map(DocumentLoader.Loaded::source)
                .filter(Source.OnDisk.class::isInstance)
                .map(source -> ((Source.OnDisk) source).path().toAbsolutePath().toString());
        return recentFiles().stream().filter(f -> !open.equals(Optional.of(f))).toList();
    }

    void accept(DocumentLoader.Loaded now) {
        readable();
        loaded.set(Optional.of(now));
        if (now.source() instanceof Source.OnDisk file) {
            settings.change(s -> s.withRecent(file.path().toAbsolutePath().toString()));
        }
        int hosts = now.opened().hosts().size();
        if (hosts > 1) {
            show(Message.notice(Messages.text("message.hosts", hosts, hostName(now.opened(), now.host()))));
        }
        show(now.document());
    }

    /** Shows another host of what is open, or a later reading of the same. */
    void replace(DocumentLoader.Loaded now) {
        readable();
        loaded.set(Optional.of(now));
        show(now.document());
    }

    /** A target that the new document does not have would leave every view without an answer. */
    private void show(Document next) {
        selection.set(selection.get().filter(next::holds));
        document.set(next);
    }
}
