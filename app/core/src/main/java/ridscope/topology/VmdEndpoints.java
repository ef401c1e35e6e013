package ridscope.topology;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/** The functions of class RAID whose driver makes segments of its own: Linux {@code drivers/pci/controller/vmd.c}. */
final class VmdEndpoints {

    private static final int INTEL = 0x8086;
    private static final String DRIVER = "vmd";

    /** {@code vmd_ids} of that file. */
    private static final Set<Integer> DEVICES =
            Set.of(0x201d, 0x28c0, 0x467f, 0x4c3d, 0xa77f, 0x7d0b, 0xad0b, 0x9a0b, 0xb60b, 0xb06f);

    private VmdEndpoints() {}

    /** The only one there is; with several nothing tells which of them made a segment. */
    static Optional<FunctionAddress> only(Collection<PciFunction> functions) {
        List<PciFunction> driven = functions.stream()
                .filter(f -> !above(f.address().segment()))
                .filter(f -> f.driver().equals(Optional.of(DRIVER)))
                .toList();
        List<PciFunction> found = driven.isEmpty()
                ? functions.stream()
                        .filter(f -> !above(f.address().segment()))
                        .filter(VmdEndpoints::known)
                        .toList()
                : driven;
        return found.size() == 1 ? Optional.of(found.get(0).address()) : Optional.empty();
    }

    /** Firmware numbers segments up to 0xFFFF. */
    static boolean above(Segment segment) {
        return Integer.compareUnsigned(segment.number(), 0xffff) > 0;
    }

    private static boolean known(PciFunction function) {
        OptionalInt device = function.identity().device();
        return function.identity().vendor().equals(OptionalInt.of(INTEL))
                && device.isPresent()
                && DEVICES.contains(device.getAsInt());
    }
}
