package ridscope.draw.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something the topology can tell besides, for all functions at once. */
public enum Overlay {
    /** Which driver has bound each function. */
    DRIVERS,
    /** Each function's IOMMU group, with a fence round groups of several functions. */
    IOMMU_GROUPS,
    /** Each function's NUMA node. */
    NUMA,
    /** Whether each link runs at what both its ends can do. */
    LINK_HEALTH,
    /** What was found about each function, as a badge; in windows only. */
    FINDINGS;

    /** As the command line spells it: {@code iommu-groups}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that a file can show. */
    public static List<Overlay> ofFiles() {
        return Arrays.stream(values()).filter(o -> o != FINDINGS).toList();
    }

    /** By its {@link #id()}; empty for what no file can show. */
    public static Optional<Overlay> ofFile(String id) {
        return ofFiles().stream().filter(o -> o.id().equals(id)).findFirst();
    }
}
