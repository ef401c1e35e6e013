package ridscope.desktop.topology;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Figures;
import ridscope.desktop.document.Related;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.ChangeMarks;
import ridscope.draw.layout.FindingMarks;
import ridscope.draw.layout.MarksLegend;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.TopologyPicture;
import ridscope.draw.layout.ViewOptions;

/** The topology's picture and what is selected on it. */
public final class TopologyViewModel {

    private static final String LANE = "topology-layout";

    private static final ViewOptions WITH_LEGEND = new ViewOptions(
            ViewOptions.DEFAULT.labels(), ViewOptions.DEFAULT.opened(), ViewOptions.DEFAULT.foldEmptyBuses(), true);

    private final DocumentModel document;
    private final SelectionModel selection;
    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<Optional<Diagram>> diagram =
            new ReadOnlyObjectWrapper<>(this, "diagram", Optional.empty());
    private ViewOptions options = WITH_LEGEND;

    public TopologyViewModel(DocumentModel document, SelectionModel selection, TaskRunner runner) {
        this.document = document;
        this.selection = selection;
        this.runner = runner;
        document.documentProperty().addListener((observable, before, now) -> {
            options = isLater() ? options : WITH_LEGEND;
            layOut();
        });
        layOut();
    }

    /** The picture; empty until a document is laid out. */
    public ReadOnlyObjectProperty<Optional<Diagram>> diagramProperty() {
        return diagram.getReadOnlyProperty();
    }

    /** Whether the picture shows a later reading of what it showed before. */
    boolean isLater() {
        return document.get().filter(Document::isLater).isPresent();
    }

    SelectionModel selection() {
        return selection;
    }

    /** What is lit: the selection, and the PF whose VF or SDI it is. */
    Set<Target> lit() {
        return document.get()
                .flatMap(d -> selection.get().map(target -> Related.lit(d, target)))
                .orElse(Set.of());
    }

    /** What the picture has in place of a target that it does not show itself. */
    Target shown(Target target) {
        return document.get()
                .filter(d -> target instanceof Target.OfRid)
                .flatMap(d -> Related.function(d, target))
                .<Target>map(Target.OfFunction::new)
                .orElse(target);
    }

    /** {@code segment 0000 · 23 functions · 2 host bridges}. */
    String subtitle() {
        return document.get()
                .map(d -> String.join(
                        " · ",
                        segments(d),
                        Messages.count("status.functions", Figures.of(d).functions()),
                        Messages.count("topology.host-bridges", Figures.of(d).hostBridges())))
                .orElse("");
    }

    private static String segments(Document d) {
        int count = d.topology().segments().size();
        return count == 1
                ? Messages.text("topology.segment", d.topology().segments().get(0))
                : Messages.text("topology.segments", count);
    }

    /** Shows a stack of VFs or SDIs one by one, or folds it again. Anything else stays as it is. */
    void toggle(Target target) {
        if (target instanceof Target.OfVfs || target instanceof Target.OfSdis) {
            Set<Target> opened = new HashSet<>(options.opened());
            if (!opened.remove(target)) {
                opened.add(target);
            }
            options = new ViewOptions(options.labels(), opened, options.foldEmptyBuses(), options.legend());
            layOut();
        }
    }

    /** Makes what is shown, with a legend and without the marks of findings, as {@code export} does; any thread may ask. */
    public Supplier<Diagram> exported() {
        Document d = document.get().orElseThrow();
        ViewOptions now = options;
        return () -> changes(d, plain(d, now));
    }

    private static TopologyPicture plain(Document d, ViewOptions options) {
        return new TopologyLayout(FontMetricsTable.bundled(), d.names()).picture(d.topology(), d.ridMaps(), options);
    }

    private static Diagram changes(Document d, TopologyPicture picture) {
        return new ChangeMarks(FontMetricsTable.bundled()).on(picture, d.marked());
    }

    private static Diagram picture(Document d, ViewOptions options) {
        FindingMarks marks = new FindingMarks(FontMetricsTable.bundled(), d.topology());
        Diagram marked = changes(d, marks.on(plain(d, options), d.findings().all()));
        return new MarksLegend(FontMetricsTable.bundled()).below(marked);
    }

    private void layOut() {
        document.get()
                .ifPresent(d -> runner.work(feedback -> picture(d, options))
                        .lane(LANE)
                        .onDone(picture -> diagram.set(Optional.of(picture)))
                        .start());
    }
}
