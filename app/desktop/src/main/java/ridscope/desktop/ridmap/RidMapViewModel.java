package ridscope.desktop.ridmap;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import ridscope.desktop.canvas.ReadyMap;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.FreeRids;
import ridscope.desktop.document.Matches;
import ridscope.desktop.document.Related;
import ridscope.desktop.document.RidDescription;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.Slices;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.FreeRidMarks;
import ridscope.draw.layout.RidMapFindingMarks;
import ridscope.draw.layout.RidMapGeometry;
import ridscope.draw.layout.RidMapLayout;
import ridscope.draw.layout.RidMapOptions;
import ridscope.draw.layout.RidMapPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.draw.paint.Dimming;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RidNotation;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.ridmap.SegmentUse;
import ridscope.topology.PciFunction;

/** The map of one segment at a time, what is lit on it, and what it knows of each Routing ID. */
public final class RidMapViewModel {

    private static final String LANE = "rid-map-layout";
    private static final String FREE_LANE = "rid-map-free";

    private final DocumentModel document;
    private final SelectionModel selection;
    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<Segment> segment = new ReadOnlyObjectWrapper<>(this, "segment", Segment.ZERO);
    private final ReadOnlyObjectWrapper<Optional<ReadyMap<RidMapPicture>>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
    /** The picture without what only the selection lights. */
    private Optional<Laid> laid = Optional.empty();
    /** Below which port free IDs are drawn. */
    private Optional<FunctionAddress> free = Optional.empty();

    private final ReadOnlyObjectWrapper<Optional<RoutingId>> cursor =
            new ReadOnlyObjectWrapper<>(this, "cursor", Optional.empty());
    private final BooleanProperty ari = new SimpleBooleanProperty(this, "ari", false);
    /** Empty buses that have rows all the same. */
    private Set<Target> opened = Set.of();
    /** Whether only rows were folded or unfolded, or numbers changed, since the picture before. */
    private boolean refolded;
    /** How far apart columns stand where the map is shown. */
    private double widening = 1;

    /** A map and what it was made from. */
    private record Laid(Document document, Segment segment, ReadyMap<RidMapPicture> picture) {}

    public RidMapViewModel(DocumentModel document, SelectionModel selection, TaskRunner runner) {
        this.document = document;
        this.selection = selection;
        this.runner = runner;
        document.follow(now -> now.ifPresent(d -> {
            refolded = false;
            if (!d.isLater() || !d.topology().segments().contains(segment.get())) {
                opened = Set.of();
                cursor.set(Optional.empty());
                segment.set(d.topology().segments().stream().findFirst().orElse(Segment.ZERO));
            }
            layOut();
        }));
        selection.follow(now -> {
            now.ifPresent(target -> choose(Related.segment(target)));
            cursor.set(cursor.get().filter(rid -> selectedRid().equals(Optional.of(rid))));
            lightFree();
        });
        ari.addListener((observable, before, now) -> {
            refolded = true;
            layOut();
        });
    }

    /** Calls the follower now and whenever other functions are asked for. */
    void followDimming(Consumer<Dimming> follower) {
        document.matchesProperty().addListener((observable, before, now) -> follower.accept(dimming()));
        follower.accept(dimming());
    }

    private Dimming dimming() {
        return document.matches().map(Matches::dimming).orElse(Dimming.NONE);
    }

    /** The picture of the chosen segment; empty until a document is laid out. */
    public ReadOnlyObjectProperty<Optional<ReadyMap<RidMapPicture>>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    private Optional<RidMapPicture> shown() {
        return picture.get().map(ReadyMap::map);
    }

    /** How far apart columns stand where the map is shown: the next one is made like that. */
    void setWidening(double times) {
        widening = times;
    }

    /** The chosen segment. */
    public ReadOnlyObjectProperty<Segment> segmentProperty() {
        return segment.getReadOnlyProperty();
    }

    /** Whether the picture shows a later reading of what it showed before. */
    boolean isLater() {
        return refolded || document.get().filter(Document::isLater).isPresent();
    }

    /** For things that are done one in each pulse. */
    Slices slices() {
        return runner.slices();
    }

    SelectionModel selection() {
        return selection;
    }

    /** All segments of the host. */
    public List<Segment> segments() {
        return document.get().map(d -> d.topology().segments()).orElse(List.of());
    }

    /** The same with what is in use of them. */
    List<SegmentUse> segmentUses() {
        return document.get().map(d -> d.summary().segments()).orElse(List.of());
    }

    /** Shows another segment; one the host does not have is left alone. */
    public void choose(Segment next) {
        if (!next.equals(segment.get()) && segments().contains(next)) {
            refolded = false;
            cursor.set(Optional.empty());
            segment.set(next);
            layOut();
        }
    }

    String subtitle() {
        String key = ari.get() ? "ridmap.subtitle.ari" : "ridmap.subtitle";
        return document.get().isPresent() ? Messages.text(key, segment.get()) : "";
    }

    /** What is lit: the selection, with a PF the comb of all its VFs and SDIs, with one of these its PF. */
    public Set<Target> lit() {
        return document.get()
                .flatMap(d -> selection.get().map(target -> Related.lit(d, target)))
                .orElse(Set.of());
    }

    /** The Routing ID that the selection is, when it is one of the segment shown. */
    Optional<RoutingId> selectedRid() {
        return selection
                .get()
                .flatMap(Related::address)
                .filter(a -> a.segment().equals(segment.get()))
                .map(FunctionAddress::rid);
    }

    /** What is known of a Routing ID of the segment shown. */
    Optional<RidDescription> describe(RoutingId rid) {
        return document.get().map(d -> RidDescription.of(d, new FunctionAddress(segment.get(), rid)));
    }

    /** Selects what has a Routing ID: the function there, or else the ID itself. */
    void select(RoutingId rid) {
        FunctionAddress address = new FunctionAddress(segment.get(), rid);
        boolean function = document.get().flatMap(d -> d.function(address)).isPresent();
        selection.select(function ? new Target.OfFunction(address) : new Target.OfRid(address));
    }

    private void layOut() {
        ViewOptions options = options();
        double apart = widening;
        document.get()
                .ifPresent(d -> d.ridMap(segment.get())
                        .ifPresent(map -> runner.work(feedback -> ReadyMap.of(marked(d, map, options), apart))
                                .lane(LANE)
                                .onDone(result -> {
                                    laid = Optional.of(new Laid(d, map.segment(), result));
                                    free = Optional.empty();
                                    runner.cancel(FREE_LANE);
                                    picture.set(Optional.of(result));
                                    lightFree();
                                })
                                .start()));
    }

    /** While a port is selected, what software could hand out below it is drawn. */
    private void lightFree() {
        if (laid.isEmpty() || !laid.get().segment().equals(segment.get())) {
            return;
        }
        Laid on = laid.get();
        Optional<Target> target = selection.get();
        Optional<FunctionAddress> port = target.flatMap(t -> FreeRids.port(on.document(), on.segment(), t))
                .map(PciFunction::address);
        if (!port.equals(free)) {
            free = port;
            double apart = widening;
            runner.work(feedback -> lit(on, target.filter(t -> port.isPresent()), apart))
                    .lane(FREE_LANE)
                    .onDone(result -> picture.set(Optional.of(result)))
                    .start();
        }
    }

    private static ReadyMap<RidMapPicture> lit(Laid on, Optional<Target> target, double apart) {
        return target.flatMap(t -> FreeRids.below(on.document(), on.segment(), t))
                .map(rids -> ReadyMap.of(FreeRidMarks.on(on.picture().map(), rids), apart))
                .orElse(on.picture());
    }

    /** How the map looks now, with axes and legend of its own. */
    public ViewOptions look() {
        return options().withRidMap(RidMapOptions.DEFAULT.withAri(ari.get()));
    }

    private static RidMapPicture plain(Document d, RidMap map, ViewOptions options) {
        return new RidMapLayout(FontMetricsTable.bundled(), d.names()).layout(d.topology(), map, options);
    }

    private static RidMapPicture marked(Document d, RidMap map, ViewOptions options) {
        return new RidMapFindingMarks(FontMetricsTable.bundled())
                .on(plain(d, map, options), map.segment(), d.findings().all());
    }

    private ViewOptions options() {
        return ViewOptions.DEFAULT.withOpened(opened).withRidMap(RidMapOptions.BARE.withAri(ari.get()));
    }

    /** Whether functions are numbered as below a port with ARI forwarding. */
    public BooleanProperty ariProperty() {
        return ari;
    }

    /** Where the keyboard is on the map shown; empty while it has not walked since something was selected. */
    public ReadOnlyObjectProperty<Optional<RoutingId>> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /** Goes to a cell of the map shown. */
    void moveCursor(RoutingId rid) {
        cursor.set(Optional.of(rid));
    }

    /** What can be copied: the cell where the keyboard is, else the function or Routing ID that is selected. */
    public Optional<FunctionAddress> subject() {
        return cursor.get()
                .map(rid -> new FunctionAddress(segment.get(), rid))
                .or(() -> selection.get().flatMap(Related::address));
    }

    /** The same in a notation. */
    public Optional<String> subject(RidNotation notation) {
        boolean several = !segments().equals(List.of(Segment.ZERO));
        return subject().map(address -> notation.of(address, several));
    }

    String foldedWords(BusRange buses) {
        return Messages.text(
                "ridmap.folded", String.format("%02x", buses.first()), String.format("%02x", buses.last()));
    }

    /** Gives the folded buses round a bus rows of their own, or folds the empty ones round it again. */
    void toggle(int bus) {
        shown().flatMap(p -> p.geometry().folded(bus)
                        ? Optional.of(p.geometry().row(bus).buses())
                        : p.axes().openedRun(bus))
                .ifPresent(run -> toggle(new Target.OfBuses(segment.get(), run)));
    }

    /** Gives folded buses rows of their own, or folds such rows again. */
    void toggle(Target.OfBuses buses) {
        boolean folded =
                shown().filter(p -> p.geometry().folded(buses.buses().first())).isPresent();
        Set<Target> next = new HashSet<>(opened);
        if (folded) {
            next.add(buses);
        } else {
            next.removeIf(t -> t instanceof Target.OfBuses b && b.buses().intersects(buses.buses()));
        }
        unfold(next);
    }

    /** Gives every bus a row. */
    public void unfoldAll() {
        Set<Target> next = new HashSet<>(opened);
        shown().stream()
                .flatMap(p -> p.geometry().rows().stream())
                .filter(RidMapGeometry.Row::folded)
                .forEach(row -> next.add(new Target.OfBuses(segment.get(), row.buses())));
        unfold(next);
    }

    /** Folds all runs of empty buses. */
    public void foldAll() {
        unfold(Set.of());
    }

    private void unfold(Set<Target> next) {
        if (!opened.equals(next)) {
            opened = Set.copyOf(next);
            refolded = true;
            layOut();
        }
    }
}
