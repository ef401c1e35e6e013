package ridscope.plan;

import java.util.List;
import ridscope.rid.Segment;

/** A bus as the kernel knows it while it scans (Linux {@code struct pci_bus}). Belongs to one planning run. */
final class KernelBus {

    final Segment segment;

    /** 0 to 255. */
    final int number;

    /** The bus above; null for a root bus. */
    final KernelBus parent;

    /** The bridge that led to it first; null for a root bus. */
    final Part self;

    /** What answers on it, by devfn. */
    final List<Part> functions;

    final BusResource range;

    /** How often it was scanned. */
    int scans;

    /** Whether a scan of it is under way. */
    boolean scanning;

    /** What the last scan returned. */
    int lastMax;

    private KernelBus(Segment segment, int number, KernelBus parent, Part self, List<Part> functions, long end) {
        this.segment = segment;
        this.number = number;
        this.parent = parent;
        this.self = self;
        this.functions = functions;
        range = new BusResource(number, end);
        lastMax = number;
    }

    static KernelBus root(Segment segment, int number, long end, List<Part> functions) {
        return new KernelBus(segment, number, null, null, functions, end);
    }

    static KernelBus child(KernelBus parent, Part bridge, int number, long end) {
        return new KernelBus(parent.segment, number, parent, bridge, bridge.below, end);
    }

    /** The root bus above, or itself. */
    KernelBus root() {
        KernelBus at = this;
        while (at.parent != null) {
            at = at.parent;
        }
        return at;
    }

    /** The bridge above, or the root bus. */
    PlanSubject above() {
        return self == null ? PlanSubject.rootBus(segment, number) : self.subject();
    }
}
