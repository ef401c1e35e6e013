package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.topology.PciFunction;

/** A function as a scan meets it, with registers that change while Linux works. Belongs to one planning run. */
final class Part {

    /** What a scan does with it. */
    enum Kind {
        DEVICE,
        BRIDGE,
        CARDBUS
    }

    /** What the topology knows of it; empty when it is only thought to be plugged in. */
    final Optional<PciFunction> known;

    final Kind kind;
    final int devfn;

    /** The bridge above; null on a root bus. */
    final Part above;

    /** By devfn. */
    final List<Part> below = new ArrayList<>();

    boolean hotplug;
    Optional<BusRange> fixed = Optional.empty();
    IovRegisters vfs = IovRegisters.NONE;
    IovRegisters sdis = IovRegisters.NONE;
    Optional<BusNumbers> now = Optional.empty();

    int primary;
    int secondary;
    int subordinate;

    /** Whether the primary number could be read; otherwise it counts as right. */
    boolean primaryKnown;

    /** Whether firmware's numbers were left alone. */
    boolean kept;

    /** The bus it was found on; null as long as it was not. */
    KernelBus bus;

    /** The bus behind it; null as long as there is none. */
    KernelBus child;

    final List<BridgePlan.Reserve> reserves = new ArrayList<>(1);

    Part(Optional<PciFunction> known, Kind kind, int devfn, Part above) {
        this.known = known;
        this.kind = kind;
        this.devfn = devfn;
        this.above = above;
    }

    boolean bridge() {
        return kind != Kind.DEVICE;
    }

    boolean cardBus() {
        return kind == Kind.CARDBUS;
    }

    /** Where it is today, or for one thought to be plugged in where it would be, if it was found. */
    Optional<FunctionAddress> address() {
        return known.map(PciFunction::address).or(this::planned);
    }

    /** Where it would be; empty when no scan found it. */
    Optional<FunctionAddress> planned() {
        return bus == null
                ? Optional.empty()
                : Optional.of(new FunctionAddress(bus.segment, RoutingId.of(bus.number, devfn)));
    }

    /** Itself, or the nearest thing above it that has a name. */
    PlanSubject subject() {
        Part at = this;
        Optional<FunctionAddress> address = at.address();
        while (address.isEmpty()) {
            at = at.above;
            address = at.address();
        }
        return PlanSubject.of(address.get());
    }

    /** Its registers as they stand. */
    BusNumbers registers() {
        return new BusNumbers(secondary, subordinate);
    }

    /** Linux writes 0 before it looks for new numbers. */
    void clearRegisters() {
        primary = 0;
        secondary = 0;
        subordinate = 0;
    }
}
