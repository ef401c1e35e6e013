package ridscope.desktop.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Matches;
import ridscope.desktop.document.Related;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.ChangeMarks;
import ridscope.draw.layout.FindingMarks;
import ridscope.draw.layout.MarksLegend;
import ridscope.draw.layout.Overlay;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.TopologyOptions;
import ridscope.draw.layout.TopologyPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.draw.paint.Dimming;
import ridscope.isolation.DevicePath;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** The topology's picture, what is folded in it and what is selected on it. */
public final class TopologyViewModel {

    private static final String LANE = "topology-layout";
    private static final ViewOptions FIRST =
            ViewOptions.DEFAULT.withLegend(true).withTopology(TopologyOptions.INTERACTIVE);

    /** A picture with all its marks, and where things stand in it. */
    private record Made(TopologyPicture picture, MarkIndex marks) {}

    private final DocumentModel document;
    private final SelectionModel selection;
    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<Optional<MarkIndex>> diagram =
            new ReadOnlyObjectWrapper<>(this, "diagram", Optional.empty());
    private Optional<TopologyPicture> picture = Optional.empty();
    private final Overlays overlays = new Overlays(FIRST.topology().overlays(), this::overlay);
    private ViewOptions options = FIRST;
    /** What should stay where it is while the picture changes around it. */
    private Optional<Target> anchor = Optional.empty();

    private boolean sameHost;
    private boolean refolded;
    private final ReadOnlyObjectWrapper<Optional<DevicePath>> way =
            new ReadOnlyObjectWrapper<>(this, "way", Optional.empty());
    private Optional<PciFunction> wayFrom = Optional.empty();

    public TopologyViewModel(DocumentModel document, SelectionModel selection, TaskRunner runner) {
        this.document = document;
        this.selection = selection;
        this.runner = runner;
        document.documentProperty().addListener((observable, before, now) -> {
            sameHost = now.filter(Document::isLater).isPresent();
            options = sameHost ? options : withOverlays(FIRST);
            anchor = Optional.empty();
            refolded = false;
            endWay();
            layOut();
        });
        selection.follow(this::selected);
        layOut();
    }

    /** What is laid over the picture. */
    public Overlays overlays() {
        return overlays;
    }

    private void overlay() {
        change(selection.get(), this::withOverlays);
    }

    private ViewOptions withOverlays(ViewOptions plain) {
        return plain.withTopology(plain.topology().withOverlays(overlays.shown()));
    }

    /** The picture; empty until a document is laid out. */
    public ReadOnlyObjectProperty<Optional<MarkIndex>> diagramProperty() {
        return diagram.getReadOnlyProperty();
    }

    /** Whether the picture shows what it showed before, a later reading of it or folded otherwise. */
    boolean isSameHost() {
        return sameHost;
    }

    /** Whether the user folded it otherwise; a later reading of a live host must not move what is looked at. */
    boolean isRefolded() {
        return refolded;
    }

    /** What should stay where it is; else what is selected or in the middle. */
    Optional<Target> anchor() {
        return anchor;
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

    /** What leads to the selection from its host bridge, or from one function to the other where a path is shown. */
    List<Mark> path() {
        if (picture.isEmpty()) {
            return List.of();
        }
        Optional<DevicePath> between = way.get();
        List<MarkId> ids = new ArrayList<>();
        if (between.isPresent()) {
            ids.addAll(between(
                    picture.get().pathTo(new Target.OfFunction(between.get().from())),
                    picture.get().pathTo(new Target.OfFunction(between.get().to()))));
        } else {
            selection.get().ifPresent(t -> ids.addAll(picture.get().pathTo(shown(t))));
        }
        Set<MarkId> narrow = new HashSet<>();
        bottleneck().ifPresent(link -> narrow.addAll(picture.get().wiresTo(link.device())));
        return ids.stream()
                .flatMap(id -> picture.get().mark(id).stream())
                .map(mark ->
                        mark instanceof Mark.Wire wire && narrow.contains(wire.id()) ? wire.as(Role.WARNING) : mark)
                .toList();
    }

    /** The link that lets least through to what is selected, where that is not its own. */
    Optional<Bottleneck> bottleneck() {
        return selection.get().flatMap(this::function).flatMap(f -> Bottleneck.above(topology(), f));
    }

    /** Marks of either way that are not on both, and the last that is. */
    private static List<MarkId> between(Set<MarkId> one, Set<MarkId> other) {
        List<MarkId> marks = new ArrayList<>();
        Optional<MarkId> turn = Optional.empty();
        for (MarkId id : one) {
            if (other.contains(id)) {
                turn = Optional.of(id);
            } else {
                marks.add(id);
            }
        }
        turn.ifPresent(marks::add);
        other.stream().filter(id -> !one.contains(id)).forEach(marks::add);
        return marks;
    }

    /** How one function reaches another, while that is shown. */
    ReadOnlyObjectProperty<Optional<DevicePath>> wayProperty() {
        return way.getReadOnlyProperty();
    }

    /** Shows the way from the selected function to another one. */
    void showWayTo(Target target) {
        Optional<PciFunction> from = selection.get().flatMap(this::function);
        Optional<PciFunction> to = function(target);
        if (from.isPresent() && to.isPresent() && !from.equals(to)) {
            way.set(Optional.of(DevicePath.between(topology(), from.get(), to.get())));
        }
    }

    /** Takes the next function that is selected, in whichever view, for the other end of a way from this one. */
    public void beginWay() {
        wayFrom = selection.get().flatMap(this::function);
        way.set(Optional.empty());
    }

    /** Shows no way any more. */
    void endWay() {
        wayFrom = Optional.empty();
        way.set(Optional.empty());
    }

    private void selected(Optional<Target> target) {
        Optional<PciFunction> to = target.flatMap(this::function);
        if (wayFrom.isPresent() && to.isPresent() && !wayFrom.equals(to)) {
            way.set(Optional.of(DevicePath.between(topology(), wayFrom.get(), to.get())));
            wayFrom = Optional.empty();
        } else if (way.get().filter(w -> to.filter(f -> ends(w, f)).isEmpty()).isPresent()) {
            endWay();
        }
        target.ifPresent(this::unfoldTo);
    }

    private static boolean ends(DevicePath way, PciFunction f) {
        return way.from().equals(f.address()) || way.to().equals(f.address());
    }

    /** What the picture has in place of a target that it does not show itself. */
    Target shown(Target target) {
        return document.get()
                .filter(d -> target instanceof Target.OfRid)
                .flatMap(d -> Related.function(d, target))
                .<Target>map(Target.OfFunction::new)
                .orElse(target);
    }

    /** Where a target stands in the picture. */
    Optional<Rect> boundsOf(Target target) {
        return picture.flatMap(p -> p.boundsOf(target));
    }

    /** {@code segment 0000 · 23 functions · 2 host bridges}. */
    String subtitle() {
        return document.get()
                .map(d -> String.join(
                        " · ",
                        segments(d),
                        Messages.count(
                                "status.functions", d.topology().functions().size()),
                        Messages.count(
                                "topology.host-bridges",
                                d.topology().hostBridges().size())))
                .orElse("");
    }

    private static String segments(Document d) {
        int count = d.topology().segments().size();
        return count == 1
                ? Messages.text("topology.segment", d.topology().segments().get(0))
                : Messages.text("topology.segments", count);
    }

    /** Whether a node is folded; empty for what cannot be folded. */
    Optional<Boolean> folded(Target target) {
        Target node = target instanceof Target.OfHandle handle ? handle.node() : target;
        return picture.flatMap(p -> p.folded(node));
    }

    /** Folds or unfolds a node, or a stack of VFs or SDIs. Anything else stays as it is. */
    void toggle(Target target) {
        if (target instanceof Target.OfVfs || target instanceof Target.OfSdis) {
            Set<Target> opened = new HashSet<>(options.opened());
            if (!opened.remove(target)) {
                opened.add(target);
            }
            change(Optional.of(target), o -> o.withOpened(opened));
            return;
        }
        folded(target).ifPresent(folded -> fold(target, !folded));
    }

    /** Folds a node, or unfolds it. What cannot be folded stays as it is. */
    void fold(Target target, boolean fold) {
        Target node = target instanceof Target.OfHandle handle ? handle.node() : target;
        if (folded(node).filter(now -> now != fold).isPresent()) {
            change(Optional.of(node), o -> Folds.set(o, node, fold));
        }
    }

    /** Folds all nodes, down to the host bridges. */
    public void foldAll() {
        change(selection.get(), o -> all(o, TopologyOptions.Folding.ALL));
    }

    /** Unfolds all nodes and runs, however many there are. */
    public void unfoldAll() {
        change(selection.get(), o -> all(o, TopologyOptions.Folding.NONE));
    }

    private static ViewOptions all(ViewOptions options, TopologyOptions.Folding folding) {
        Set<Target> stacks = new HashSet<>(options.opened());
        stacks.removeIf(t -> !(t instanceof Target.OfVfs || t instanceof Target.OfSdis));
        return options.withOpened(stacks).withTopology(options.topology().withFolding(folding));
    }

    /** Unfolds what the selection is folded into, and all that is below it. */
    public void unfoldSelection() {
        selection
                .get()
                .ifPresent(target -> function(target)
                        .ifPresent(f -> change(Optional.of(target), o -> Folds.unfoldedAround(o, topology(), f))));
    }

    /** Something that is folded away was chosen. */
    private void unfoldTo(Target target) {
        if (picture.filter(p -> p.hidden(shown(target))).isPresent()) {
            function(target).ifPresent(f -> change(Optional.empty(), o -> Folds.unfoldedTo(o, topology(), f)));
        }
    }

    private Topology topology() {
        return document.get().orElseThrow().topology();
    }

    private Optional<PciFunction> function(Target target) {
        if (target instanceof Target.OfBuses buses) {
            return document.get().stream()
                    .flatMap(d -> d.topology().functions(buses.segment()).stream())
                    .filter(f -> f.bridge()
                            .flatMap(b -> b.range())
                            .filter(buses.buses()::equals)
                            .isPresent())
                    .findFirst();
        }
        return document.get().flatMap(d -> Related.function(d, target).flatMap(d::function));
    }

    private void change(Optional<Target> stays, UnaryOperator<ViewOptions> next) {
        sameHost = true;
        refolded = true;
        anchor = stays;
        options = next.apply(options);
        layOut();
    }

    /** How the picture looks now, without signs to press. */
    public ViewOptions look() {
        return options.withTopology(options.topology().withHandles(false));
    }

    private static TopologyPicture plain(Document d, ViewOptions options) {
        return new TopologyLayout(FontMetricsTable.bundled(), d.names())
                .picture(d.topology(), d.ridMaps(), options, d.findings().all());
    }

    private static Diagram changes(Document d, TopologyPicture picture) {
        return new ChangeMarks(FontMetricsTable.bundled()).on(picture, d.marked());
    }

    private static Made make(Document d, ViewOptions options) {
        boolean findings = options.topology().overlays().contains(Overlay.FINDINGS);
        FindingMarks marks = new FindingMarks(FontMetricsTable.bundled(), d.topology());
        TopologyPicture plain = plain(d, options);
        TopologyPicture picture = findings ? marks.on(plain, d.findings().all()) : plain;
        Diagram all = new MarksLegend(FontMetricsTable.bundled()).below(changes(d, picture));
        return new Made(picture, new MarkIndex(all));
    }

    /** Calls the follower now and whenever other functions are asked for, or stand elsewhere. */
    void followDimming(Consumer<Dimming> follower) {
        document.matchesProperty().addListener((observable, before, now) -> follower.accept(dimming()));
        diagram.addListener((observable, before, now) -> follower.accept(dimming()));
        follower.accept(dimming());
    }

    private Dimming dimming() {
        return document.matches().map(m -> m.dimming(standing(m))).orElse(Dimming.NONE);
    }

    /** Folds with matches in them. */
    private Set<Target> standing(Matches matches) {
        Set<Target> standing = new HashSet<>();
        picture.ifPresent(p -> matches.functions()
                .forEach(match -> p.markOf(new Target.OfFunction(match))
                        .flatMap(Mark::target)
                        .ifPresent(standing::add)));
        return standing;
    }

    private void layOut() {
        document.get()
                .ifPresent(d -> runner.work(feedback -> make(d, options))
                        .lane(LANE)
                        .onDone(made -> {
                            picture = Optional.of(made.picture());
                            diagram.set(Optional.of(made.marks()));
                        })
                        .start());
    }
}
