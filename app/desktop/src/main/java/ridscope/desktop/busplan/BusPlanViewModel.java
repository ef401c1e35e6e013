package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Related;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.Reservation;
import ridscope.plan.SdiWish;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** The wishes for the host that is open, with the way back, and the plan that answers them. Computes only while it is looked at. */
public final class BusPlanViewModel {

    /** SDIs of a card that was just given SIOV. */
    static final int GIFT = 64;

    private final DocumentModel document;
    private final SelectionModel selection;
    private final Latest planning;
    private final Latest advising;
    private final Latest drawing;
    private final WishHistory history = new WishHistory();
    private final ReadOnlyObjectWrapper<Wishes> wishes = new ReadOnlyObjectWrapper<>(this, "wishes", Wishes.none());
    private final ReadOnlyObjectWrapper<List<PlanDevice>> devices =
            new ReadOnlyObjectWrapper<>(this, "devices", List.of());
    private final ReadOnlyObjectWrapper<Optional<Planned>> planned =
            new ReadOnlyObjectWrapper<>(this, "planned", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Advice>> advice =
            new ReadOnlyObjectWrapper<>(this, "advice", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PlanMaps>> maps =
            new ReadOnlyObjectWrapper<>(this, "maps", Optional.empty());
    private final ReadOnlyObjectWrapper<Segment> segment = new ReadOnlyObjectWrapper<>(this, "segment", Segment.ZERO);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private Wishes start = Wishes.none();
    private Optional<BusPlan> base = Optional.empty();
    private boolean shown;

    public BusPlanViewModel(DocumentModel document, SelectionModel selection, TaskRunner runner) {
        this.document = document;
        this.selection = selection;
        planning = new Latest(runner, "bus-plan");
        advising = new Latest(runner, "bus-plan-advice");
        drawing = new Latest(runner, "bus-plan-maps");
        document.follow(now -> now.ifPresent(this::open));
        selection.follow(now -> now.ifPresent(target -> {
            choose(Related.segment(target));
            replan();
        }));
    }

    /** A later reading of the same host keeps the wishes. */
    private void open(Document now) {
        planning.cancel();
        advising.cancel();
        drawing.cancel();
        base = Optional.empty();
        start = start(now.topology());
        if (!now.isLater()) {
            planned.set(Optional.empty());
            advice.set(Optional.empty());
            maps.set(Optional.empty());
            history.start(start);
        }
        if (!now.isLater() || !segments().contains(segment.get())) {
            segment.set(segments().stream().findFirst().orElse(Segment.ZERO));
        }
        devices.set(PlanDevice.of(now));
        publish();
    }

    /** What is enabled now is wished for to begin with, so that an untouched plan shows the host as it is; VFs that nobody can place are left out. */
    private static Wishes start(Topology topology) {
        Wishes wishes = Wishes.none();
        for (PciFunction f : topology.functions()) {
            int enabled = f.sriov()
                    .filter(s -> s.possible().isPresent())
                    .map(s -> s.enabledVfs())
                    .orElse(0);
            wishes = enabled > 0 ? wishes.withVfs(f.address(), enabled) : wishes;
        }
        return wishes;
    }

    /** Whether somebody looks at it. */
    void setShown(boolean now) {
        if (shown != now) {
            shown = now;
            replan();
        }
    }

    /** What is wished for. */
    ReadOnlyObjectProperty<Wishes> wishesProperty() {
        return wishes.getReadOnlyProperty();
    }

    /** Functions that can be asked for something; owners of VFs or SDIs are among them. */
    ReadOnlyObjectProperty<List<PlanDevice>> devicesProperty() {
        return devices.getReadOnlyProperty();
    }

    /** The answer to the wishes; that to earlier ones until it is ready. */
    ReadOnlyObjectProperty<Optional<Planned>> plannedProperty() {
        return planned.getReadOnlyProperty();
    }

    /**
     * What would make it fit; computed behind the answer, so that a slider does not wait for it. Until it is ready that to an
     * earlier answer which did not fit either, else nothing.
     */
    ReadOnlyObjectProperty<Optional<Advice>> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** The maps of the answer. */
    ReadOnlyObjectProperty<Optional<PlanMaps>> mapsProperty() {
        return maps.getReadOnlyProperty();
    }

    /** The segment whose maps are shown. */
    ReadOnlyObjectProperty<Segment> segmentProperty() {
        return segment.getReadOnlyProperty();
    }

    /** Whether there is a step to go back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Whether a step back can be taken back. */
    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** Whether anything is wished for that is not so now. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    SelectionModel selection() {
        return selection;
    }

    Optional<Document> document() {
        return document.get();
    }

    /** Segments that have somebody to ask; all of them where nobody has. */
    List<Segment> segments() {
        List<Segment> all = document.get().map(d -> d.topology().segments()).orElse(List.of());
        TreeSet<Segment> some = new TreeSet<>();
        document.get()
                .ifPresent(d -> d.topology().functions().stream()
                        .filter(f -> f.physicalFunction() || asked(f.address()))
                        .forEach(f -> some.add(f.address().segment())));
        return some.isEmpty() ? all : List.copyOf(some);
    }

    private boolean asked(FunctionAddress address) {
        Wishes now = wishes.get();
        return now.vfs().containsKey(address) || now.sdis().containsKey(address);
    }

    /** Shows the maps of another segment; one without interest is left alone. */
    void choose(Segment next) {
        if (!next.equals(segment.get()) && segments().contains(next)) {
            segment.set(next);
            draw();
        }
    }

    /** The device that the selection is or belongs to. */
    Optional<FunctionAddress> selectedDevice() {
        return document.get()
                .flatMap(d ->
                        selection.get().flatMap(t -> Related.function(d, t)).flatMap(d::function))
                .map(f -> f.virtual().map(v -> v.physicalFunction()).orElse(f.address()));
    }

    /** Wishes for VFs. */
    void setVfs(FunctionAddress pf, int count) {
        change(w -> w.withVfs(pf, count), List.of("vfs", pf));
    }

    /** Wishes for SDIs of a device that has them. */
    void setSdis(FunctionAddress pf, int count) {
        change(w -> w.withSdis(pf, SdiWish.of(count)), List.of("sdis", pf));
    }

    /** Thinks of a device as one with a SIOV capability. */
    void giveSiov(FunctionAddress device, SdiWish registers) {
        change(w -> w.withSdis(device, registers), List.of("siov", device));
    }

    /** Thinks so no more. */
    void takeSiov(FunctionAddress device) {
        settle();
        change(
                w -> {
                    Wishes less = w.without(device);
                    Integer vfs = w.vfs().get(device);
                    return vfs == null ? less : less.withVfs(device, vfs);
                },
                List.of("take", device));
        settle();
    }

    /** What a device was given, if anything. */
    Optional<SdiWish> given(PlanDevice device) {
        return device.siov()
                ? Optional.empty()
                : Optional.ofNullable(wishes.get().sdis().get(device.address()));
    }

    /** VFs wished for. */
    int vfs(FunctionAddress pf) {
        return wishes.get().vfs().getOrDefault(pf, 0);
    }

    /** SDIs wished for. */
    int sdis(FunctionAddress pf) {
        return Optional.ofNullable(wishes.get().sdis().get(pf))
                .map(SdiWish::total)
                .orElse(0);
    }

    /** Registers of a gift. */
    static SdiWish gift(int total, int offset, int stride) {
        return new SdiWish(total, OptionalInt.of(offset), OptionalInt.of(stride));
    }

    void setReservation(Reservation rule) {
        change(w -> w.withReservation(rule), "reservation");
        settle();
    }

    void setAssignBusses(boolean on) {
        change(w -> w.withAssignBusses(on), "assign-busses");
        settle();
    }

    void setHpbussize(int numbers) {
        change(w -> w.withHpbussize(numbers), "hpbussize");
    }

    /** The thing that was changed is left; the next change is another step. */
    void settle() {
        history.settle();
    }

    /** What is wished for now. */
    public Wishes wishes() {
        return wishes.get();
    }

    /** Wishes for what was wished for elsewhere; a step like any other. */
    public void take(Wishes other) {
        settle();
        change(w -> other, "take");
        settle();
    }

    /** Goes a step back. */
    public void undo() {
        history.undo();
        publish();
    }

    /** Takes a step back back. */
    public void redo() {
        history.redo();
        publish();
    }

    /** Wishes for nothing but what is so now; a step like any other. */
    public void reset() {
        history.settle();
        change(w -> start, "reset");
        history.settle();
    }

    private void change(UnaryOperator<Wishes> how, Object what) {
        history.change(how.apply(history.now()), what);
        publish();
    }

    private void publish() {
        wishes.set(history.now());
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
        changed.set(!history.now().equals(start));
        replan();
    }

    private void replan() {
        if (shown) {
            document.get().ifPresent(this::replan);
        }
    }

    private void replan(Document d) {
        Wishes from = start;
        Optional<BusPlan> known = base;
        Wishes now = wishes.get();
        Optional<FunctionAddress> pf = selectedDevice();
        planning.run(
                feedback -> {
                    BusPlan untouched = known.orElseGet(() -> BusPlanner.plan(d.topology(), from));
                    return Planned.of(d.topology(), untouched, now, pf);
                },
                result -> answered(d, result));
    }

    private void answered(Document d, Planned result) {
        boolean same = planned.get().map(Planned::plan).equals(Optional.of(result.plan()));
        boolean drawn = maps.get().map(PlanMaps::before).equals(Optional.of(d));
        boolean failedBefore = planned.get().filter(p -> !p.plan().fits()).isPresent();
        base = Optional.of(result.base());
        if (result.plan().fits()) {
            advice.set(Optional.of(Advice.of(d.topology(), result.plan())));
        } else if (!failedBefore) {
            advice.set(Optional.empty());
        }
        planned.set(Optional.of(result));
        if (!same || advice.get().isEmpty()) {
            advise(d, result.plan());
        }
        if (!same || !drawn) {
            draw();
        }
    }

    private void advise(Document d, BusPlan plan) {
        if (!plan.fits()) {
            advising.run(feedback -> Advice.of(d.topology(), plan), found -> {
                Optional<Wishes> shownNow = planned.get().map(p -> p.plan().wishes());
                if (shownNow.equals(Optional.of(plan.wishes()))) {
                    advice.set(Optional.of(found));
                }
            });
        }
    }

    private void draw() {
        if (shown && document.get().isPresent() && planned.get().isPresent()) {
            Document d = document.get().get();
            Planned answer = planned.get().get();
            Segment of = segment.get();
            drawing.run(feedback -> PlanMaps.of(d, answer.plan(), of, feedback), m -> maps.set(Optional.of(m)));
        }
    }

    /** Selects a target of today. */
    void select(Target target) {
        selection.select(target);
    }
}
