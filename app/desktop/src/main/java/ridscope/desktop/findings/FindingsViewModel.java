package ridscope.desktop.findings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Related;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;
import ridscope.rules.Severity;

/**
 * The findings that are listed, which one is read, and how that goes with the selection: reading one selects its subject, and
 * selecting something elsewhere turns to what was found about it. To be used from one thread only.
 */
public final class FindingsViewModel {

    private static final Set<Severity> SHOWN_AT_FIRST = EnumSet.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

    private static final String LANE = "findings-list";

    private final DocumentModel documents;
    private final SelectionModel selection;
    private final TaskRunner runner;
    private final Map<Severity, BooleanProperty> shown = new EnumMap<>(Severity.class);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<List<FindingRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<Optional<FindingRow>> read =
            new ReadOnlyObjectWrapper<>(this, "read", Optional.empty());

    public FindingsViewModel(DocumentModel documents, SelectionModel selection, TaskRunner runner) {
        this.documents = documents;
        this.selection = selection;
        this.runner = runner;
        for (Severity severity : Severity.values()) {
            BooleanProperty on = new SimpleBooleanProperty(SHOWN_AT_FIRST.contains(severity));
            on.addListener((observable, before, now) -> list());
            shown.put(severity, on);
        }
        filter.addListener((observable, before, now) -> list());
        documents.follow(document -> list());
        selection.follow(target -> follow());
    }

    /** Whether findings of a severity are listed. */
    BooleanProperty shownProperty(Severity severity) {
        return shown.get(severity);
    }

    /** Words that a finding must have to be listed: of its sentence, subject or id. */
    StringProperty filterProperty() {
        return filter;
    }

    /** What is listed, the worst first; those that say the same are below one row. */
    ReadOnlyObjectProperty<List<FindingRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    List<FindingRow> rows() {
        return rows.get();
    }

    /** The row whose explanation is shown. */
    ReadOnlyObjectProperty<Optional<FindingRow>> readProperty() {
        return read.getReadOnlyProperty();
    }

    Optional<FindingRow> read() {
        return read.get();
    }

    /** How many findings of a severity there are, whatever is listed. */
    int count(Severity severity) {
        return documents.get().map(d -> d.findings().count(severity)).orElse(0);
    }

    /** Reads a row, and selects what it is about in every view. */
    void choose(FindingRow row) {
        read.set(Optional.of(row));
        row.target().ifPresent(selection::select);
    }

    /** {@code 3 rules could not be checked: } what is missing for how many; empty when all could. */
    String unchecked() {
        int count = count(Severity.NOT_CHECKED);
        return count == 0
                ? ""
                : Messages.text(
                        "findings.unchecked-line",
                        Messages.count("findings.rules", count),
                        documents.get().stream()
                                .flatMap(d -> d.findings().missing().stream())
                                .map(m -> Messages.text(
                                        "findings.unchecked-cause",
                                        m.cause(),
                                        m.rules().size()))
                                .collect(Collectors.joining(", ")));
    }

    /** Why not, a line each. */
    String uncheckedWhy() {
        return notChecked().map(f -> f.id() + ": " + f.title()).collect(Collectors.joining("\n"));
    }

    private Stream<Finding> notChecked() {
        return documents.get().stream()
                .flatMap(d -> d.findings().all().stream())
                .filter(f -> f.severity() == Severity.NOT_CHECKED);
    }

    /** What stands in place of rows when there are none. */
    String nothing() {
        if (documents.get().isEmpty()) {
            return "";
        }
        boolean any = !documents.get().get().findings().all().isEmpty();
        return Messages.text(any ? "findings.nothing-listed" : "findings.nothing");
    }

    private void list() {
        Set<Severity> wanted = EnumSet.noneOf(Severity.class);
        shown.forEach((severity, on) -> {
            if (on.get()) {
                wanted.add(severity);
            }
        });
        List<String> words = Arrays.stream(filter.get().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Optional<Document> document = documents.get();
        runner.work(feedback ->
                        document.map(d -> new FindingRows(d).of(wanted, words)).orElse(List.of()))
                .lane(LANE)
                .onDone(this::show)
                .start();
    }

    private void show(List<FindingRow> now) {
        Optional<FindingRow> before = read.get();
        rows.set(now);
        read.set(before.flatMap(this::again));
        follow();
    }

    private Optional<FindingRow> again(FindingRow before) {
        return rows().stream().flatMap(FindingRow::all).filter(before::same).findFirst();
    }

    /** Turns to the first row about the selection, unless the one that is read is about it already. */
    private void follow() {
        Optional<Target> selected = selection.get();
        if (selected.isEmpty()
                || read.get().filter(r -> r.target().equals(selected)).isPresent()) {
            return;
        }
        Optional<FunctionAddress> function = documents.get().flatMap(d -> Related.function(d, selected.get()));
        read.set(rows().stream()
                .flatMap(FindingRow::all)
                .filter(row -> row.target().isPresent())
                .filter(row -> row.target().equals(selected)
                        || function.isPresent() && row.subject().function().equals(function))
                .findFirst());
    }

    /** Whether the list is a later reading of what it showed before. */
    boolean isLater() {
        return documents.get().filter(Document::isLater).isPresent();
    }
}
