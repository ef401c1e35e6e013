package ridscope.topology;

import java.util.Optional;
import ridscope.rid.FunctionAddress;

/**
 * A PCIe link: a downstream-type port and function 0 of what hangs below it.
 *
 * @param port the root or downstream port
 * @param device the function at the other end
 * @param atPort the port's view, if readable
 * @param atDevice the device's view, if readable
 * @param state the verdict, at the time of the snapshot
 */
public record Link(
        FunctionAddress port,
        FunctionAddress device,
        Optional<LinkEnd> atPort,
        Optional<LinkEnd> atDevice,
        State state) {

    /** How the present link compares with what its ends can do. */
    public enum State {
        /** As fast and wide as the device can. */
        FULL,
        /** Below the device's capability, but as good as both ends together can. */
        LIMITED_BY_PARTNER,
        /** Slower or narrower than both ends can. */
        BELOW_CAPABILITY,
        /** Better than one end claims to be able to: bad data. */
        CONTRADICTORY,
        /** No link, or not enough known. */
        UNKNOWN
    }

    /** The present state as either end reports it, the device first. */
    public Optional<LinkEnd> present() {
        return atDevice.filter(LinkEnd::up).or(() -> atPort.filter(LinkEnd::up));
    }
}
