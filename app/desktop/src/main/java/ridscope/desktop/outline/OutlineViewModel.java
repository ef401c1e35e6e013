package ridscope.desktop.outline;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Matches;
import ridscope.desktop.document.Related;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.Slices;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.job.Feedback;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/** The tree of functions, filtered by words. */
public final class OutlineViewModel {

    private static final String ROWS = "outline-rows";
    private static final String FILTER = "outline-filter";

    /** More functions than this that are asked for start below closed rows. */
    private static final int OPEN_LIMIT = 1500;

    private final DocumentModel document;
    private final SelectionModel selection;
    private final TaskRunner runner;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<List<OutlineNode>> roots =
            new ReadOnlyObjectWrapper<>(this, "roots", List.of());
    private List<OutlineNode> all = List.of();
    private Optional<OutlineBuilder> builder = Optional.empty();
    private boolean later;

    public OutlineViewModel(DocumentModel document, SelectionModel selection, TaskRunner runner) {
        this.document = document;
        this.selection = selection;
        this.runner = runner;
        document.follow(now -> now.ifPresent(this::build));
        filter.addListener((observable, before, now) -> refreshAnew());
        document.matchesProperty().addListener((observable, before, now) -> refreshAnew());
    }

    /** Rows of a host that is gone would select what is not there any more; a later reading takes the place of what is shown. */
    private void build(Document d) {
        runner.cancel(FILTER);
        if (!d.isLater()) {
            all = List.of();
            later = false;
            roots.set(all);
            replace(Optional.empty());
        }
        runner.work(feedback -> {
                    OutlineBuilder next = new OutlineBuilder(d);
                    return new Made(next, next.build());
                })
                .lane(ROWS)
                .onDone(made -> {
                    all = made.roots();
                    later = d.isLater();
                    refresh();
                    replace(Optional.of(made.builder()));
                })
                .start();
    }

    private record Made(OutlineBuilder builder, List<OutlineNode> roots) {}

    private void replace(Optional<OutlineBuilder> next) {
        builder.ifPresent(OutlineBuilder::forget);
        builder = next;
    }

    /** Things for the view to do one in each pulse. */
    Slices slices() {
        return runner.slices();
    }

    private void refreshAnew() {
        later = false;
        refresh();
    }

    /** Beginnings of words that a row must contain, all of them; blank for every row. */
    public StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<List<OutlineNode>> rootsProperty() {
        return roots.getReadOnlyProperty();
    }

    /** Whether the rows are a later reading of those before, with the same filter. */
    boolean isLater() {
        return later;
    }

    /** What the outline says in place of rows when none match. */
    String nothing() {
        if (document.matches().isPresent() && filter.get().isBlank()) {
            return Messages.text("outline.nothing-asked");
        }
        return filter.get().isBlank()
                ? ""
                : Messages.text("outline.nothing", filter.get().strip());
    }

    SelectionModel selection() {
        return selection;
    }

    /** The rows from the top down to the one that stands for the selection; empty when no row does. */
    List<OutlineNode> pathToSelection() {
        Deque<OutlineNode> path = new ArrayDeque<>();
        List<OutlineNode> level = roots.get();
        for (Target step : selection.get().map(this::steps).orElse(List.of())) {
            Optional<OutlineNode> next =
                    level.stream().filter(n -> n.target().equals(step)).findFirst();
            if (next.isEmpty()) {
                return List.of();
            }
            path.add(next.get());
            level = next.get().children();
        }
        return List.copyOf(path);
    }

    private void refresh() {
        List<String> wanted = Arrays.stream(
                        filter.get().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Optional<Matches> asked = document.matches();
        if (wanted.isEmpty() && asked.isEmpty()) {
            runner.cancel(FILTER);
            roots.set(all);
            return;
        }
        List<OutlineNode> nodes = all;
        Predicate<OutlineRow> matches = row -> wanted.stream().allMatch(row::has);
        runner.work(feedback -> {
                    List<OutlineNode> kept =
                            asked.map(m -> only(nodes, m, feedback)).orElse(nodes);
                    List<OutlineNode> rows = wanted.isEmpty() ? kept : OutlineNode.filtered(kept, matches, feedback);
                    rows.forEach(OutlineNode::makeOpen);
                    return rows;
                })
                .lane(FILTER)
                .onDone(roots::set)
                .start();
    }

    private static List<OutlineNode> only(List<OutlineNode> nodes, Matches asked, Feedback feedback) {
        Predicate<Target> matches = target ->
                target instanceof Target.OfFunction f && asked.functions().contains(f.address());
        return OutlineNode.only(nodes, matches, asked.functions().size() <= OPEN_LIMIT, feedback);
    }

    /** Targets of the rows from the segment down to the one that shows a target. */
    private List<Target> steps(Target target) {
        return document.get().map(d -> steps(d, target)).orElse(List.of());
    }

    private static List<Target> steps(Document d, Target target) {
        if (!(target instanceof Target.OfBuses buses)) {
            return Related.function(d, target).map(address -> steps(d, address)).orElse(List.of());
        }
        Target segment = new Target.OfBuses(buses.segment(), BusRange.ALL);
        return segment.equals(target) ? List.of(segment) : List.of(segment, target);
    }

    private static List<Target> steps(Document d, FunctionAddress address) {
        Optional<PciFunction> found = d.function(address);
        if (found.isEmpty()) {
            return List.of();
        }
        Deque<Target> steps = new ArrayDeque<>();
        steps.add(new Target.OfFunction(address));
        PciFunction function = found.get();
        Optional<PciFunction> pf = function.virtual().flatMap(v -> d.function(v.physicalFunction()));
        pf.ifPresent(p -> steps.addFirst(new Target.OfFunction(p.address())));
        d.topology().pathToRoot(pf.orElse(function)).forEach(b -> steps.addFirst(new Target.OfFunction(b.address())));
        d.topology().hostBridgeOf(function).ifPresent(h -> steps.addFirst(new Target.OfBuses(h.segment(), h.buses())));
        steps.addFirst(new Target.OfBuses(address.segment(), BusRange.ALL));
        return List.copyOf(steps);
    }
}
