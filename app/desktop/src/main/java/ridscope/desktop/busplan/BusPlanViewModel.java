package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Related;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.Latest;
import ridscope.desktop.task.Slices;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.job.Job;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.PluggedCard;
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
    private final TaskRunner runner;
    private final Latest planning;
    private final Latest advising;
    private final Latest listing;
    private final WishHistory history = new WishHistory();
    private final Failures failures = new Failures();
    private final ReadOnlyObjectWrapper<Wishes> wishes = new ReadOnlyObjectWrapper<>(this, "wishes", Wishes.none());
    private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>(this, "asked", Asked.NOBODY);
    private final ReadOnlyObjectWrapper<Optional<Planned>> planned =
            new ReadOnlyObjectWrapper<>(this, "planned", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Advice>> advice =
            new ReadOnlyObjectWrapper<>(this, "advice", Optional.empty());
    private final ReadOnlyObjectWrapper<Segment> segment = new ReadOnlyObjectWrapper<>(this, "segment", Segment.ZERO);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    /** What was wished for, and who asked for the wishes, before the host was looked through. */
    private final List<Runnable> early = new ArrayList<>();

    private double widening = 1;
    private boolean shown;
    private boolean listed;
    private boolean known;

    public BusPlanViewModel(DocumentModel document, SelectionModel selection, TaskRunner runner) {
        this.document = document;
        this.selection = selection;
        this.runner = runner;
        planning = new Latest(runner, "bus-plan");
        advising = new Latest(runner, "bus-plan-advice");
        listing = new Latest(runner, "bus-plan-list");
        document.follow(now -> now.ifPresent(this::open));
        selection.follow(now -> now.ifPresent(target -> {
            choose(Related.segment(target));
            replan();
        }));
    }

    /** A later reading of the same host keeps the wishes. Nothing is looked at before somebody looks. */
    private void open(Document now) {
        planning.cancel();
        advising.cancel();
        listing.cancel();
        listed = false;
        if (!now.isLater()) {
            known = false;
            early.clear();
            asked.set(Asked.NOBODY);
            show(Optional.empty());
            advice.set(Optional.empty());
            history.start(Wishes.none());
            segment.set(firstSegment());
        }
        publish();
        list();
    }

    /** Whether somebody looks at it. */
    void setShown(boolean now) {
        if (shown != now) {
            shown = now;
            list();
            replan();
        }
    }

    /** Looks the host through, once. */
    private void list() {
        if ((shown || !early.isEmpty()) && !listed && document.get().isPresent()) {
            listed = true;
            Document d = document.get().get();
            listing.run(() -> feedback -> Asked.of(d), this::know);
        }
    }

    private void know(Asked now) {
        asked.set(now);
        if (!known) {
            history.start(now.start());
            known = true;
            early.forEach(Runnable::run);
            early.clear();
            segment.set(selection
                    .get()
                    .map(Related::segment)
                    .filter(segments()::contains)
                    .orElseGet(this::firstSegment));
        } else if (!segments().contains(segment.get())) {
            segment.set(firstSegment());
        }
        publish();
    }

    private Segment firstSegment() {
        return segments().stream().findFirst().orElse(Segment.ZERO);
    }

    /** Things for a view to do one in each pulse. */
    Slices slices() {
        return runner.slices();
    }

    /** What is wished for. */
    ReadOnlyObjectProperty<Wishes> wishesProperty() {
        return wishes.getReadOnlyProperty();
    }

    /** Who can be asked for something; nobody before the host was looked through. */
    ReadOnlyObjectProperty<Asked> askedProperty() {
        return asked.getReadOnlyProperty();
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

    /** Why the answer is no. */
    Failures failures() {
        return failures;
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
        Wishes now = history.now();
        TreeSet<Segment> some = new TreeSet<>(asked.get().owners());
        Stream.of(now.vfs(), now.sdis(), now.cards())
                .flatMap(wanted -> wanted.keySet().stream())
                .map(FunctionAddress::segment)
                .filter(all::contains)
                .forEach(some::add);
        return some.isEmpty() ? all : List.copyOf(some);
    }

    /** Shows the maps of another segment; one without interest is left alone. */
    void choose(Segment next) {
        if (!next.equals(segment.get()) && segments().contains(next)) {
            segment.set(next);
            replan();
        }
    }

    /** The device that the selection is or belongs to. */
    Optional<FunctionAddress> selectedDevice() {
        return selectedFunction()
                .map(f -> f.virtual().map(v -> v.physicalFunction()).orElse(f.address()));
    }

    /** The port that is selected, or the one above the selection. */
    Optional<FunctionAddress> selectedPort() {
        return selectedFunction().flatMap(f -> f.role().bridge() ? Optional.of(f.address()) : f.parent());
    }

    private Optional<PciFunction> selectedFunction() {
        return document.get()
                .flatMap(d ->
                        selection.get().flatMap(t -> Related.function(d, t)).flatMap(d::function));
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
        step(w -> w.withoutSdis(device));
    }

    /** Thinks of a card below a port that is empty. */
    void plug(FunctionAddress port, PluggedCard card) {
        change(w -> w.withCard(port, card), List.of("card", port));
    }

    /** Thinks of the port as empty again. */
    void unplug(FunctionAddress port) {
        step(w -> w.withoutCard(port));
    }

    /** What is thought to be below a port. */
    Optional<PluggedCard> card(FunctionAddress port) {
        return Optional.ofNullable(wishes.get().cards().get(port));
    }

    /** Wishes for ARI forwarding of a port, or leaves it to Linux. */
    void setAri(FunctionAddress port, Optional<Boolean> on) {
        step(w -> on.map(yes -> w.withAri(port, yes)).orElseGet(() -> w.withoutAri(port)));
    }

    /** ARI forwarding as wished for; empty where it is left to Linux. */
    Optional<Boolean> ari(FunctionAddress port) {
        return Optional.ofNullable(wishes.get().ari().get(port));
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
        step(w -> w.withReservation(rule));
    }

    void setAssignBusses(boolean on) {
        step(w -> w.withAssignBusses(on));
    }

    void setHpbussize(int numbers) {
        change(w -> w.withHpbussize(numbers), "hpbussize");
    }

    /** The thing that was changed is left; the next change is another step. */
    void settle() {
        history.settle();
    }

    /** What is wished for now; where nobody has looked at the plan yet, what it would start from. Any thread may ask for it. */
    public Supplier<Wishes> wishesNow() {
        Wishes now = history.now();
        if (known || document.get().isEmpty()) {
            return () -> now;
        }
        Topology topology = document.get().get().topology();
        return () -> Asked.start(topology);
    }

    /** Hands over what is wished for now, as soon as it is known what is so already. */
    public void wishes(Consumer<Wishes> receiver) {
        if (known) {
            receiver.accept(history.now());
        } else {
            early.add(() -> receiver.accept(history.now()));
            list();
        }
    }

    /** Wishes for what was wished for elsewhere; a step like any other. */
    public void take(Wishes other) {
        step(w -> other);
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
        step(w -> asked.get().start());
    }

    /** A change that is a step of its own, whatever comes before and after. */
    private void step(UnaryOperator<Wishes> how) {
        settle();
        change(how, "step");
        settle();
    }

    private void change(UnaryOperator<Wishes> how, Object what) {
        if (!known) {
            early.add(() -> {
                history.settle();
                history.change(how.apply(history.now()), what);
                history.settle();
            });
            list();
            return;
        }
        history.change(how.apply(history.now()), what);
        publish();
    }

    private void publish() {
        wishes.set(history.now());
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
        changed.set(!history.now().equals(asked.get().start()));
        replan();
    }

    private void replan() {
        if (shown && known) {
            document.get().ifPresent(d -> planning.run(() -> answer(request(d)), now -> answered(d, now)));
        }
    }

    /** How far apart columns of the maps stand: the next ones are made like that. */
    void setWidening(double times) {
        widening = times;
    }

    private PlanRequest request(Document d) {
        return new PlanRequest(d, asked.get().start(), wishes.get(), segment.get(), selectedDevice(), selectedPort());
    }

    private Job<Planned> answer(PlanRequest request) {
        Optional<Planned> earlier = planned.get();
        double apart = widening;
        return feedback -> Planned.of(request, earlier, apart, feedback);
    }

    private void answered(Document d, Planned result) {
        boolean same = planned.get().map(Planned::result).equals(Optional.of(result.result()));
        boolean failedBefore = planned.get().filter(p -> !p.plan().fits()).isPresent();
        if (result.plan().fits()) {
            advice.set(Optional.of(Advice.of(d.topology(), result.plan())));
        } else if (!failedBefore) {
            advice.set(Optional.empty());
        }
        show(Optional.of(result));
        if (!same || advice.get().isEmpty()) {
            advise(d, result.plan());
        }
    }

    private void advise(Document d, BusPlan plan) {
        if (!plan.fits()) {
            advising.run(() -> feedback -> Advice.of(d.topology(), plan), found -> {
                Optional<Wishes> shownNow = planned.get().map(p -> p.plan().wishes());
                if (shownNow.equals(Optional.of(plan.wishes()))) {
                    advice.set(Optional.of(found));
                }
            });
        }
    }

    private void show(Optional<Planned> answer) {
        failures.set(answer.map(p -> p.plan().failures()).orElse(List.of()));
        planned.set(answer);
    }

    /** Selects a target of today. */
    void select(Target target) {
        selection.select(target);
    }
}
