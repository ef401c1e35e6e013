package ridscope.desktop.shell;

import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.task.Work;
import ridscope.host.HostSnapshot;
import ridscope.source.SnapshotException;
import ridscope.topology.Topology;
import ridscope.topology.TopologyChange;

/** Reads what is shown again, in place: views keep what they show and where, and what differs is marked. */
public final class Refresher {

    /** Refreshes this close together have one cause, such as a card that is plugged in and then gets its driver. */
    static final long ONE_CAUSE_MILLIS = 10_000;

    private static final String SILENT = "refreshing";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ShellViewModel shell;
    private final DocumentLoader loader;
    private final DocumentModel document;
    private final TaskRunner runner;
    private final Clock clock;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private Optional<LocalTime> last = Optional.empty();
    private Optional<Topology> baseline = Optional.empty();
    private long lastMillis;

    /** @param clock in whose zone to say when it was */
    public Refresher(
            ShellViewModel shell, DocumentLoader loader, DocumentModel document, TaskRunner runner, Clock clock) {
        this.shell = shell;
        this.loader = loader;
        this.document = document;
        this.runner = runner;
        this.clock = clock;
        document.follow(now -> {
            if (now.filter(Document::isLater).isEmpty()) {
                last = Optional.empty();
                baseline = Optional.empty();
                runner.cancel(SILENT);
            }
            say();
        });
    }

    /** When it was last read again and what was found: {@code refreshed 13:05:07 · 1 new, 1 gone}; else empty. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Because the user wants it: with progress, and marks begin anew. */
    public void reload() {
        shell.hideMessage();
        baseline = Optional.empty();
        prepare(false)
                .ifPresent(work -> work.lane(ShellViewModel.OPENING)
                        .title(Messages.text(
                                "status.opening", document.get().orElseThrow().title()))
                        .start());
    }

    /**
     * Because something has happened: without a word, and what a moment ago was marked stays so.
     *
     * @param afterwards runs when it is done or has failed, but not if something else was opened meanwhile
     */
    void refresh(Runnable afterwards) {
        prepare(true)
                .ifPresentOrElse(work -> work.lane(SILENT).onEnd(afterwards).start(), afterwards);
    }

    /** Takes all marks away. */
    public void clearMarks() {
        document.get().filter(d -> !d.marked().none()).ifPresent(d -> {
            baseline = Optional.empty();
            document.set(d.later(TopologyChange.NONE));
        });
    }

    private Optional<Work<DocumentLoader.Loaded>> prepare(boolean automatic) {
        Optional<DocumentLoader.Loaded> loaded = shell.loadedProperty().get();
        if (loaded.isEmpty() || document.get().isEmpty()) {
            return Optional.empty();
        }
        Document shown = document.get().get();
        boolean oneCause = automatic && runner.millis() - lastMillis < ONE_CAUSE_MILLIS;
        Topology earlier = baseline.filter(b -> oneCause).orElse(shown.topology());
        return Optional.of(runner.work(feedback -> loader.again(loaded.get(), earlier, feedback))
                .onDone(now -> accept(shown, earlier, now, automatic))
                .onExpected(SnapshotException.class, shell::unreadable));
    }

    /**
     * If something else has been opened meanwhile, nobody wants this any more. If the same was shown anew meanwhile, with a log
     * or without its marks, it is read once more: it has not heard yet of what happened.
     */
    @SuppressWarnings("ReferenceEquality")
    private void accept(Document shown, Topology earlier, DocumentLoader.Loaded now, boolean automatic) {
        if (document.get().filter(d -> d == shown).isEmpty()) {
            boolean same = shell.loadedProperty()
                    .get()
                    .filter(l -> l.source() == now.source() && l.document().isLater())
                    .isPresent();
            if (same && automatic) {
                refresh(() -> {});
            } else if (same) {
                reload();
            }
            return;
        }
        last = Optional.of(LocalTime.now(clock));
        lastMillis = runner.millis();
        shell.readable();
        if (automatic && sameFacts(shown.snapshot(), now.document().snapshot())) {
            say();
        } else {
            baseline = Optional.of(earlier);
            shell.replace(now);
        }
    }

    private static boolean sameFacts(HostSnapshot a, HostSnapshot b) {
        return a.functions().equals(b.functions())
                && a.rootBuses().equals(b.rootBuses())
                && a.slots().equals(b.slots())
                && a.numaNodes().equals(b.numaNodes())
                && a.diagnostics().equals(b.diagnostics());
    }

    private void say() {
        text.set(last.map(time -> Messages.text(
                        "live.refreshed",
                        TIME.format(time),
                        document.get().map(d -> words(d.marked())).orElse("")))
                .orElse(""));
    }

    private static String words(TopologyChange change) {
        List<String> words = new ArrayList<>();
        count(words, "live.new", change.added().size());
        count(words, "live.gone", change.removed().size());
        count(words, "live.changed", change.changed().size());
        return words.isEmpty() ? Messages.text("live.nothing") : String.join(", ", words);
    }

    private static void count(List<String> words, String key, int count) {
        if (count > 0) {
            words.add(Messages.text(key, count));
        }
    }
}
