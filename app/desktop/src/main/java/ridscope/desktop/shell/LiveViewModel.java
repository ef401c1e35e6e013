package ridscope.desktop.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.task.TaskRunner;
import ridscope.job.Burst;
import ridscope.source.HostWatcher;
import ridscope.source.Source;
import ridscope.source.WatchException;

/**
 * Watches this machine as long as it is what is shown and the user wants it, and refreshes the view when something has
 * happened: once for many events that come together.
 */
public final class LiveViewModel {

    private static final long QUIET_MILLIS = 400;
    private static final long MOST_MILLIS = 2_000;
    private static final String LANE = "watching";

    private final ShellViewModel shell;
    private final Supplier<HostWatcher> watchers;
    private final Refresher refresher;
    private final TaskRunner runner;
    private final BooleanProperty watching = new SimpleBooleanProperty(this, "watching", true);
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", false);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final Burst burst = new Burst(QUIET_MILLIS, MOST_MILLIS);
    private Optional<WatchSession> session = Optional.empty();
    private boolean timer;
    private boolean busy;

    /** @param watchers what to watch with; asked away from the drawing thread, since native code takes long to load */
    public LiveViewModel(ShellViewModel shell, Refresher refresher, TaskRunner runner, Supplier<HostWatcher> watchers) {
        this.shell = shell;
        this.watchers = watchers;
        this.refresher = refresher;
        this.runner = runner;
        shell.loadedProperty().addListener((observable, before, now) -> opened(now));
        opened(shell.loadedProperty().get());
        watching.addListener((observable, before, now) -> settle());
    }

    /** Whether this machine is what is shown. */
    public ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Whether it shall be watched while it is shown. */
    public BooleanProperty watchingProperty() {
        return watching;
    }

    /** What the switch says: how it is watched, or that it is not. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Ends watching for good, when the window closes. */
    public void stop() {
        session.ifPresent(this::end);
        session = Optional.empty();
    }

    private void opened(Optional<DocumentLoader.Loaded> loaded) {
        live.set(loaded.filter(l -> l.source() instanceof Source.Live).isPresent());
        if (loaded.filter(l -> l.document().isLater()).isEmpty()) {
            busy = false;
        }
        settle();
    }

    private void settle() {
        boolean wanted = live.get() && watching.get();
        if (wanted && session.isEmpty()) {
            begin();
        } else if (!wanted && session.isPresent()) {
            session.ifPresent(this::end);
            session = Optional.empty();
            burst.clear();
        }
        if (!wanted) {
            text.set(Messages.text("live.paused"));
        }
    }

    private void begin() {
        WatchSession next = new WatchSession(runner, this::happened, this::broken);
        session = Optional.of(next);
        text.set(Messages.text("live.starting"));
        runner.work(feedback -> next.open(watchers.get()))
                .lane(LANE)
                .onDone(how -> {
                    if (isCurrent(next)) {
                        text.set(Messages.text("live.watching", how));
                    }
                })
                .onExpected(WatchException.class, e -> broken(next, e))
                .start();
    }

    /** Closing may wait for a thread. */
    private void end(WatchSession old) {
        runner.work(feedback -> {
                    old.close();
                    return true;
                })
                .lane("unwatching")
                .start();
    }

    private boolean isCurrent(WatchSession asked) {
        return session.filter(s -> s == asked).isPresent();
    }

    private void broken(WatchSession which, WatchException why) {
        if (isCurrent(which)) {
            text.set(Messages.text("live.paused"));
            shell.show(Message.notice(why.getMessage()));
        }
    }

    private void happened(WatchSession which) {
        if (isCurrent(which)) {
            which.how().ifPresent(how -> text.set(Messages.text("live.watching", how)));
            burst.event(runner.millis());
            await(burst.due().orElseThrow());
        }
    }

    private void await(long due) {
        if (!timer) {
            timer = true;
            runner.later(Math.max(0, due - runner.millis()), this::look);
        }
    }

    /** One refresh at a time: what happens during one leads to another. */
    private void look() {
        timer = false;
        if (busy || session.isEmpty()) {
            return;
        }
        if (burst.take(runner.millis())) {
            busy = true;
            refresher.refresh(() -> {
                busy = false;
                burst.due().ifPresent(this::await);
            });
        } else {
            burst.due().ifPresent(this::await);
        }
    }
}
