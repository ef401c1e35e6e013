package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import ridscope.draw.layout.Overlay;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What overlays tell of a function in words; what the source does not tell of anybody is called unknown, never none. */
final class OverlayWords {

    private final Set<Overlay> overlays;
    private final boolean driversTold;
    private final boolean groupsTold;
    private final boolean nodesTold;

    OverlayWords(Topology topology, Set<Overlay> overlays) {
        this.overlays = overlays;
        Collection<PciFunction> all = topology.functions();
        driversTold = all.stream().anyMatch(f -> f.driver().isPresent());
        groupsTold = all.stream().anyMatch(f -> f.iommuGroup().isPresent());
        nodesTold = all.stream().anyMatch(f -> f.place().numaNode().isPresent());
    }

    /** Whether drivers are told here, and need not be elsewhere. */
    boolean drivers() {
        return overlays.contains(Overlay.DRIVERS);
    }

    /** Whether IOMMU groups are told here, and need not be elsewhere. */
    boolean groups() {
        return overlays.contains(Overlay.IOMMU_GROUPS);
    }

    /** One each for what is asked for. */
    List<String> of(PciFunction f) {
        List<String> parts = new ArrayList<>();
        if (drivers()) {
            parts.add(f.driver().orElse(driversTold ? "no driver" : "driver unknown"));
        }
        if (groups()) {
            parts.add(
                    f.iommuGroup().isPresent()
                            ? "group " + f.iommuGroup().getAsInt()
                            : groupsTold ? "no group" : "group unknown");
        }
        if (overlays.contains(Overlay.NUMA)) {
            parts.add(
                    f.place().numaNode().isPresent()
                            ? "node " + f.place().numaNode().getAsInt()
                            : nodesTold ? "no node" : "node unknown");
        }
        return parts;
    }
}
