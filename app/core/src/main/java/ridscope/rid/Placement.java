package ridscope.rid;

import java.util.Optional;

/**
 * Where RID arithmetic arrives, before anybody cuts it to 16 bits. An overflow stays visible: only {@link #routingId()}
 * turns it into an address, and only where it fits.
 *
 * @param unwrapped the mathematical result, at least 0; may exceed 0xFFFF
 */
public record Placement(long unwrapped) {

    /** @throws IllegalArgumentException if negative */
    public Placement {
        if (unwrapped < 0) {
            throw new IllegalArgumentException("negative RID: " + unwrapped);
        }
    }

    /** Whether it is at most 0xFFFF. */
    public boolean fits() {
        return unwrapped < RoutingId.COUNT;
    }

    /** The Routing ID, if it fits. */
    public Optional<RoutingId> routingId() {
        return fits() ? Optional.of(wrapped()) : Optional.empty();
    }

    /** What hardware would put on the wire: the low 16 bits. */
    public RoutingId wrapped() {
        return new RoutingId((int) (unwrapped & 0xffff));
    }

    /** The unwrapped bus number; above 255 when it does not fit. */
    public long bus() {
        return unwrapped >> 8;
    }

    /** {@code 3b:00.1}, or {@code 0x100fc (beyond ffff)} when it does not fit. */
    @Override
    public String toString() {
        return fits() ? wrapped().toString() : String.format("0x%x (beyond ffff)", unwrapped);
    }
}
