package ridscope.topology;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ridscope.config.LinkSpeed;
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
        /** The port says that no link is active, yet the device answers over it: one of them is wrong, nothing is judged. */
        INACTIVE_BUT_ANSWERING,
        /** No link, or not enough known. */
        UNKNOWN
    }

    /** What both ends can do, speed and width each for itself; values only one end tells are taken from that end. */
    public LinkEnd common() {
        return new LinkEnd(
                Stream.of(atPort, atDevice)
                        .flatMap(end -> end.flatMap(LinkEnd::maxSpeed).stream())
                        .min(LinkSpeed::compareTo),
                Stream.of(atPort, atDevice)
                        .flatMapToInt(end -> end.map(e -> e.maxWidth().stream()).orElseGet(IntStream::empty))
                        .min(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** What is known that both ends can do: as {@link #common()}, without values that only one end tells. */
    public LinkEnd commonOfBoth() {
        LinkEnd common = common();
        return new LinkEnd(
                common.maxSpeed().filter(s -> bothTell(end -> end.maxSpeed().isPresent())),
                bothTell(end -> end.maxWidth().isPresent()) ? common.maxWidth() : OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private boolean bothTell(Predicate<LinkEnd> value) {
        return atPort.filter(value).isPresent() && atDevice.filter(value).isPresent();
    }

    /** The present state as either end reports it, the device first. */
    public Optional<LinkEnd> present() {
        return atDevice.filter(LinkEnd::up).or(() -> atPort.filter(LinkEnd::up));
    }
}
