package ridscope.enumerate;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.LinkSpeed;
import ridscope.topology.Link;
import ridscope.topology.Link.State;
import ridscope.topology.LinkEnd;

/** The link below a downstream-type port and the verdict on it. */
final class Links {

    private Links() {}

    /** The link below a port; empty when nothing answered there. */
    static Optional<Link> below(Draft port) {
        return port.children.stream()
                .filter(c -> c.virtual.isEmpty())
                .min(Comparator.comparing(c -> c.address))
                .map(device -> new Link(port.address, device.address, port.link, device.link, judge(port, device)));
    }

    private static State judge(Draft port, Draft device) {
        boolean down =
                port.express.flatMap(e -> e.link()).flatMap(l -> l.active()).equals(Optional.of(false));
        if (down && device.link.filter(LinkEnd::up).isPresent() && device.express.isPresent()) {
            return State.INACTIVE_BUT_ANSWERING;
        }
        return down ? State.UNKNOWN : judge(port.link, device.link);
    }

    /**
     * Speed and width separately: the present state, as the device reports it or else the port, against the capabilities of
     * both ends. Nothing is said where a figure that matters is missing.
     */
    static State judge(Optional<LinkEnd> port, Optional<LinkEnd> device) {
        Optional<LinkEnd> now = device.filter(LinkEnd::up).or(() -> port.filter(LinkEnd::up));
        if (now.isEmpty() || device.isEmpty()) {
            return State.UNKNOWN;
        }
        OptionalInt none = OptionalInt.empty();
        OptionalInt speed = code(now.get().speed());
        State bySpeed = judge(
                speed,
                port.map(p -> code(p.maxSpeed())).orElse(none),
                code(device.get().maxSpeed()));
        State byWidth = judge(
                now.get().width(),
                port.map(LinkEnd::maxWidth).orElse(none),
                device.get().maxWidth());
        return worse(bySpeed, byWidth);
    }

    private static State judge(OptionalInt now, OptionalInt port, OptionalInt device) {
        if (now.isEmpty() || device.isEmpty()) {
            return State.UNKNOWN;
        }
        int is = now.getAsInt();
        if (is > device.getAsInt() || port.isPresent() && is > port.getAsInt()) {
            return State.CONTRADICTORY;
        }
        if (is == device.getAsInt()) {
            return State.FULL;
        }
        if (port.isEmpty()) {
            return State.UNKNOWN;
        }
        return is == Math.min(port.getAsInt(), device.getAsInt()) ? State.LIMITED_BY_PARTNER : State.BELOW_CAPABILITY;
    }

    private static State worse(State a, State b) {
        for (State state :
                new State[] {State.CONTRADICTORY, State.BELOW_CAPABILITY, State.UNKNOWN, State.LIMITED_BY_PARTNER}) {
            if (a == state || b == state) {
                return state;
            }
        }
        return State.FULL;
    }

    private static OptionalInt code(Optional<LinkSpeed> speed) {
        return speed.filter(LinkSpeed::known).map(s -> OptionalInt.of(s.code())).orElse(OptionalInt.empty());
    }
}
