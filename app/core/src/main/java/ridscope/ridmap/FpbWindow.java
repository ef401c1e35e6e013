package ridscope.ridmap;

import java.util.Optional;
import ridscope.config.FpbCapability;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;

/**
 * The Routing IDs that the RID vector of a port with an enabled Flattening Portal Bridge is about. Within it the port forwards
 * what the vector says, whatever its bus range is (PCIe Base Specification 6.26).
 *
 * @param port the port
 * @param first first RID of the window, 0 to 65,535
 * @param last last RID, {@code first} to 65,535; what the vector would cover beyond is cut off
 * @param granularity RIDs per bit: 8, 64 or 256
 * @param visible the part of the vector that configuration space shows, 32 bits at most
 */
public record FpbWindow(
        FunctionAddress port, int first, int last, int granularity, Optional<FpbCapability.VectorDword> visible) {

    /** Empty where the mechanism is off, or its granularity or size is a reserved code. */
    static Optional<FpbWindow> of(FunctionAddress port, FpbCapability fpb) {
        if (!fpb.enabled() || fpb.granularity().isEmpty() || fpb.vectorBits().isEmpty()) {
            return Optional.empty();
        }
        int granularity = fpb.granularity().getAsInt();
        long end = fpb.vectorStart() + (long) granularity * fpb.vectorBits().getAsInt() - 1;
        int last = (int) Math.min(end, RoutingId.COUNT - 1);
        return Optional.of(new FpbWindow(port, fpb.vectorStart(), last, granularity, fpb.visible()));
    }

    /** Whether the vector has a bit for it. */
    public boolean covers(RoutingId rid) {
        return rid.value() >= first && rid.value() <= last;
    }

    /**
     * The bit that decides about an ID, counted from 0.
     *
     * @throws IllegalArgumentException if the window does not cover it
     */
    public int bit(RoutingId rid) {
        if (!covers(rid)) {
            throw new IllegalArgumentException(rid + " is outside the window");
        }
        return (rid.value() - first) / granularity;
    }

    /** Whether the port forwards an ID of the window; empty when its bit is not in the snapshot. */
    public Optional<Boolean> forwards(RoutingId rid) {
        int bit = bit(rid);
        return visible.filter(dword -> dword.index() == bit / 32).map(dword -> (dword.bits() >>> bit % 32 & 1) != 0);
    }
}
