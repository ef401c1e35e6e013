package ridscope.report;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import ridscope.config.LinkSpeed;
import ridscope.topology.Link;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** A link in words: {@code 16 GT/s x4, below capability: 32 GT/s x4}. */
final class LinkWords {

    private LinkWords() {}

    /** The link above a function; of a function without such an edge, its own view. Empty where nothing is known. */
    static Optional<String> above(Topology topology, PciFunction function) {
        Optional<Link> link = topology.linkAbove(function.address());
        if (link.isPresent()) {
            return link.flatMap(LinkWords::words);
        }
        boolean portAbove =
                !function.role().downstreamPort() && function.virtual().isEmpty();
        boolean first = function.address().rid().function() == 0;
        return function.express().link().filter(end -> portAbove && first).flatMap(LinkWords::ownView);
    }

    private static Optional<String> words(Link link) {
        Optional<LinkEnd> present = link.present();
        if (present.isEmpty()) {
            return Stream.concat(link.atPort().stream(), link.atDevice().stream())
                            .anyMatch(end -> end.width().isPresent())
                    ? Optional.of("link down")
                    : Optional.empty();
        }
        return rate(present.get().speed(), present.get().width()).map(now -> now + verdict(link));
    }

    private static String verdict(Link link) {
        return switch (link.state()) {
            case LIMITED_BY_PARTNER ->
                link.atDevice()
                        .flatMap(end -> rate(end.maxSpeed(), end.maxWidth()))
                        .map(can -> ", limited by the port; the device is capable of " + can)
                        .orElse(", limited by the port");
            case BELOW_CAPABILITY ->
                rate(link.common().maxSpeed(), link.common().maxWidth())
                        .map(can -> ", below capability: " + can)
                        .orElse(", below capability");
            case CONTRADICTORY -> ", above what one end claims to be capable of";
            case INACTIVE_BUT_ANSWERING -> ", though the port says that no link is active";
            case FULL, UNKNOWN -> "";
        };
    }

    private static Optional<String> ownView(LinkEnd end) {
        Optional<String> can = rate(end.maxSpeed(), end.maxWidth());
        Optional<String> now = end.up() ? rate(end.speed(), end.width()) : Optional.empty();
        if (now.isEmpty() || now.equals(can)) {
            return now;
        }
        return Optional.of(now.get() + can.map(c -> " (capability " + c + ")").orElse(""));
    }

    private static Optional<String> rate(Optional<LinkSpeed> speed, OptionalInt width) {
        if (speed.isEmpty() && width.isEmpty()) {
            return Optional.empty();
        }
        String lanes = width.isPresent() ? "x" + width.getAsInt() : "width unknown";
        return Optional.of(speed.map(LinkSpeed::toString).orElse("speed unknown") + " " + lanes);
    }
}
