package ridscope.topology;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.FunctionAddress;

/**
 * Where a function sits.
 *
 * @param parent the bridge above; empty on a root bus and on a bus nobody decodes
 * @param rootBus number of the root bus above; the function's own bus when nobody decodes it
 * @param slot the slot it is plugged into
 * @param numaNode NUMA node, where known
 * @param iommuGroup IOMMU group, where known
 */
public record Place(
        Optional<FunctionAddress> parent,
        int rootBus,
        Optional<Slot> slot,
        OptionalInt numaNode,
        OptionalInt iommuGroup) {}
