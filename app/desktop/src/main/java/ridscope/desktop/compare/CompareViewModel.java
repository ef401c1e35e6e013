package ridscope.desktop.compare;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ridscope.config.layout.RegisterLayouts;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Related;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.diff.Fate;
import ridscope.draw.diagram.Target;
import ridscope.host.HostSnapshot;
import ridscope.job.Job;
import ridscope.report.DiffRow;
import ridscope.report.Difference;
import ridscope.rid.FunctionAddress;
import ridscope.source.SnapshotException;
import ridscope.source.Source;

/**
 * The host that is open held against another one: which rows are listed, which one is read, and how that goes with the
 * selection. Works only while it is looked at. To be used from one thread only.
 */
public final class CompareViewModel {

    private static final String READING = "compare-reading";
    private static final String COMPARING = "comparing";
    private static final String LISTING = "compare-list";
    private static final String SINCE = "compare-since";

    private final DocumentModel documents;
    private final SelectionModel selection;
    private final TaskRunner runner;
    private final DocumentLoader loader;
    private final RegisterLayouts layouts;
    private final Consumer<String> onProblem;
    private final ReadOnlyObjectWrapper<Optional<Document>> other =
            new ReadOnlyObjectWrapper<>(this, "other", Optional.empty());
    private final BooleanProperty swapped = new SimpleBooleanProperty(this, "swapped", false);
    private final BooleanProperty registers = new SimpleBooleanProperty(this, "registers", false);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final Map<Fate, BooleanProperty> listed = new EnumMap<>(Fate.class);
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
            new ReadOnlyObjectWrapper<>(this, "compared", Optional.empty());
    private final ReadOnlyObjectWrapper<List<DiffRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<Optional<DiffRow>> read =
            new ReadOnlyObjectWrapper<>(this, "read", Optional.empty());
    private final ReadOnlyBooleanWrapper changedSince = new ReadOnlyBooleanWrapper(this, "changedSince", false);
    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    /** What is open as it was when it was opened. */
    private Optional<Document> opened = Optional.empty();

    private boolean shown;
    private boolean stale;

    /** @param onProblem hears why a host could not be read, a sentence */
    public CompareViewModel(
            DocumentModel documents,
            SelectionModel selection,
            TaskRunner runner,
            DocumentLoader loader,
            RegisterLayouts layouts,
            Consumer<String> onProblem) {
        this.documents = documents;
        this.selection = selection;
        this.runner = runner;
        this.loader = loader;
        this.layouts = layouts;
        this.onProblem = onProblem;
        for (Fate fate : Fate.values()) {
            BooleanProperty on = new SimpleBooleanProperty(fate != Fate.SAME);
            on.addListener((observable, before, now) -> list());
            listed.put(fate, on);
        }
        filter.addListener((observable, before, now) -> list());
        swapped.addListener((observable, before, now) -> compare());
        registers.addListener((observable, before, now) -> recount());
        documents.follow(this::show);
        selection.follow(this::follow);
    }

    /** Compares with whatever can be opened; what is compared stays until it is read, and also when that fails. */
    public void with(Source source) {
        read(source.title(), feedback -> loader.load(source, feedback).document());
    }

    /** Compares with a host that comes with the program. */
    public void with(Offer offer) {
        read(
                offer.title(),
                feedback -> loader.load(offer.source().run(feedback), feedback).document());
    }

    /** Compares with what was read when the host was opened; nothing happens if nothing has changed since. */
    public void withOpened() {
        if (changedSince.get()) {
            take(opened.orElseThrow());
        }
    }

    /** Stops what is being read or compared. */
    public void cancel() {
        runner.cancel(READING);
        runner.cancel(COMPARING);
    }

    /** Compares with nothing any more. */
    void forget() {
        cancel();
        other.set(Optional.empty());
        accept(Optional.empty());
    }

    private void read(String title, Job<Document> job) {
        runner.work(job)
                .lane(READING)
                .title(Messages.text("status.opening", title))
                .onDone(this::take)
                .onExpected(SnapshotException.class, e -> onProblem.accept(e.getMessage()))
                .start();
    }

    private void take(Document document) {
        other.set(Optional.of(document));
        compare();
    }

    private void show(Optional<Document> now) {
        if (now.filter(Document::isLater).isEmpty()) {
            opened = now;
        }
        lookSince(now.filter(Document::isLater));
        if (!shown && now.filter(Document::isLater).isEmpty()) {
            leave();
        }
        compare();
    }

    /** Whether two readings hold the same takes longer to find out than a picture may. */
    private void lookSince(Optional<Document> later) {
        runner.cancel(SINCE);
        if (later.isEmpty()) {
            changedSince.set(false);
            return;
        }
        Optional<HostSnapshot> first = opened.map(Document::snapshot);
        Optional<HostSnapshot> now = later.map(Document::snapshot);
        runner.work(feedback -> !now.equals(first))
                .lane(SINCE)
                .onDone(changedSince::set)
                .start();
    }

    /** What the comparison with a host that is gone said would keep that host in memory until somebody looks again. */
    private void leave() {
        runner.cancel(COMPARING);
        if (compared.get().isPresent()) {
            accept(Optional.empty());
        }
    }

    /** Whether somebody looks at it; else nothing is worked out. */
    void setShown(boolean now) {
        shown = now;
        if (now && stale) {
            compare();
        }
    }

    private void compare() {
        stale = !shown;
        Optional<Document> open = documents.get();
        if (stale || open.isEmpty() || other.get().isEmpty()) {
            return;
        }
        Document before = swapped.get() ? open.get() : other.get().get();
        Document after = swapped.get() ? other.get().get() : open.get();
        boolean count = registers.get();
        runner.work(feedback -> Compared.of(before, after, layouts, count, feedback))
                .lane(COMPARING)
                .title(Messages.text("compare.status"))
                .onDone(result -> accept(Optional.of(result)))
                .start();
    }

    private void recount() {
        boolean count = registers.get();
        compared.get()
                .ifPresent(c -> runner.work(feedback -> c.counting(count))
                        .lane(COMPARING)
                        .onDone(result -> accept(Optional.of(result)))
                        .start());
    }

    private void accept(Optional<Compared> result) {
        counts.clear();
        result.ifPresent(c -> c.table().rows().forEach(row -> counts.merge(row.fate(), 1, Integer::sum)));
        Optional<DiffRow> before = read.get();
        read.set(Optional.empty());
        compared.set(result);
        read.set(before.flatMap(this::again));
        list();
        follow(selection.get());
    }

    private Optional<DiffRow> again(DiffRow row) {
        return all().filter(r -> r.before().equals(row.before()) && r.after().equals(row.after()))
                .findFirst();
    }

    private Stream<DiffRow> all() {
        return compared.get().stream().flatMap(c -> c.table().rows().stream());
    }

    private void list() {
        Set<Fate> wanted = EnumSet.noneOf(Fate.class);
        listed.forEach((fate, on) -> {
            if (on.get()) {
                wanted.add(fate);
            }
        });
        RowFilter now = RowFilter.of(wanted, filter.get());
        List<DiffRow> all = compared.get().map(c -> c.table().rows()).orElse(List.of());
        runner.work(feedback -> now.of(all)).lane(LISTING).onDone(rows::set).start();
    }

    /** Reads a row and selects its function in every view; one that the open host does not have is selected nowhere else. */
    void choose(DiffRow row) {
        read.set(Optional.of(row));
        selection.set(openAddress(row).map(Target.OfFunction::new));
    }

    /** Reads the row of a new address, or of the old address of a function that is gone. */
    void choose(Target target) {
        rowOf(target).ifPresent(this::choose);
    }

    private Optional<DiffRow> rowOf(Target target) {
        Optional<FunctionAddress> address = Related.address(target);
        boolean old = target instanceof Target.OfRid;
        return all().filter(r -> address.isPresent() && (old ? r.before() : r.after()).equals(address))
                .findFirst();
    }

    private Optional<FunctionAddress> openAddress(DiffRow row) {
        return swapped.get() ? row.before() : row.after();
    }

    private void follow(Optional<Target> selected) {
        Optional<FunctionAddress> function =
                selected.flatMap(target -> documents.get().flatMap(d -> Related.function(d, target)));
        boolean already = read.get().flatMap(this::openAddress).equals(function);
        if (function.isPresent() && !already) {
            read.set(all().filter(r -> openAddress(r).equals(function)).findFirst());
        }
    }

    /** What the open host is compared with; empty until something is chosen. */
    public ReadOnlyObjectProperty<Optional<Document>> otherProperty() {
        return other.getReadOnlyProperty();
    }

    /** Whether the open host is the earlier one. */
    public BooleanProperty swappedProperty() {
        return swapped;
    }

    /** Whether registers that differ count as a change. */
    BooleanProperty registersProperty() {
        return registers;
    }

    /** Words that a row must have to be listed. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Whether rows of a kind are listed. */
    BooleanProperty listedProperty(Fate fate) {
        return listed.get(fate);
    }

    /** How many functions have a fate, whatever is listed. */
    int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }

    /** Whether any function had another fate than to stay as it is. */
    boolean anyDifference() {
        return counts.keySet().stream().anyMatch(fate -> fate != Fate.SAME);
    }

    /** Whether the open host was read again and is not what it was when it was opened. */
    public ReadOnlyBooleanProperty changedSinceProperty() {
        return changedSince.getReadOnlyProperty();
    }

    /** Both hosts and what differs; empty until that is known. */
    ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** What is listed, in order of address. */
    ReadOnlyObjectProperty<List<DiffRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The row whose details are shown. */
    ReadOnlyObjectProperty<Optional<DiffRow>> readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Old and new address of every function that has another, in columns; empty until that is known. */
    public Optional<String> addresses() {
        return compared.get().map(c -> CopyText.addresses(c, CopyText.Form.TEXT));
    }

    /** All that is told of the row that is read; without one, of the hosts. */
    List<Difference> details() {
        return compared.get()
                .map(c -> read.get().map(c.table()::of).orElseGet(c.table()::ofHosts))
                .orElse(List.of());
    }
}
