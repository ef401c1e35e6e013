package ridscope.draw.layout.topology;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.LinkSpeed;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Role;
import ridscope.topology.Link;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;

/** Links in words. */
final class LinkWords {

    private static final double THIN = 1.2;

    /** Where no lane is up. */
    static final double NOTHING = 0.8;

    private LinkWords() {}

    /** The wire of a link that says how it fares, also where nothing is wrong. */
    static Tree.Wiring health(Link link) {
        Tree.Wiring wiring = of(link);
        return switch (link.state()) {
            case FULL -> wiring.as(Role.GOOD).withRemark("full");
            case UNKNOWN ->
                wiring.ink() == Ink.DASHED ? wiring : wiring.as(Role.MUTED).withRemark("health unknown");
            case INACTIVE_BUT_ANSWERING -> wiring.as(Role.MUTED);
            case BELOW_CAPABILITY, LIMITED_BY_PARTNER, CONTRADICTORY -> wiring;
        };
    }

    /** The wire of a link. */
    static Tree.Wiring of(Link link) {
        String now = link.present().map(LinkWords::now).orElse("");
        String title = title(link);
        double thickness = thickness(link.present());
        return switch (link.state()) {
            case BELOW_CAPABILITY ->
                new Tree.Wiring(
                        now,
                        "below capability: " + can(Optional.of(link.common())),
                        Role.CONFLICT,
                        Ink.FILLED,
                        thickness,
                        title);
            case LIMITED_BY_PARTNER -> new Tree.Wiring(now, limitedBy(link), Role.LINK, Ink.FILLED, thickness, title);
            case CONTRADICTORY ->
                new Tree.Wiring(now, "beyond what an end can do", Role.WARNING, Ink.FILLED, thickness, title);
            case INACTIVE_BUT_ANSWERING ->
                new Tree.Wiring(now, "port says: not active", Role.LINK, Ink.FILLED, thickness, title);
            case FULL -> new Tree.Wiring(now, "", Role.LINK, Ink.FILLED, thickness, title);
            case UNKNOWN -> unknown(link, now, title);
        };
    }

    private static Tree.Wiring unknown(Link link, String now, String title) {
        if (now.isEmpty() && down(link.atPort())) {
            return new Tree.Wiring("no link", "", Role.LINK, Ink.DASHED, NOTHING, title);
        }
        return new Tree.Wiring(now, "", Role.LINK, Ink.FILLED, thickness(link.present()), title);
    }

    /** The wire below a port that has nothing below: thinner than any live link, and dashed. */
    static Tree.Wiring empty(PciFunction port) {
        boolean down = down(port.express().link());
        return new Tree.Wiring(down ? "no link" : "empty", "", Role.LINK, Ink.DASHED, NOTHING, "");
    }

    private static boolean down(Optional<LinkEnd> end) {
        return end.filter(e -> e.width().isPresent() && e.width().getAsInt() == 0)
                .isPresent();
    }

    /** {@code 16 GT/s x4}; what is unknown is left out. */
    static String now(LinkEnd end) {
        return rate(end.speed(), end.width());
    }

    static String rate(Optional<LinkSpeed> speed, OptionalInt width) {
        String lanes = width.isPresent() ? "x" + width.getAsInt() : "";
        String rate = speed.map(LinkSpeed::toString).orElse("");
        return rate.isEmpty() || lanes.isEmpty() ? rate + lanes : rate + " " + lanes;
    }

    /** Whose maximum is the lower one; the port's where only one is known, since the device could do more. */
    private static String limitedBy(Link link) {
        Optional<LinkSpeed> port = link.atPort().flatMap(LinkEnd::maxSpeed);
        Optional<LinkSpeed> device = link.atDevice().flatMap(LinkEnd::maxSpeed);
        boolean slowDevice =
                port.isPresent() && device.isPresent() && device.get().compareTo(port.get()) < 0;
        int lanes = link.atDevice().map(e -> e.maxWidth().orElse(0)).orElse(0);
        boolean widerDevice =
                lanes > link.atPort().map(e -> e.maxWidth().orElse(lanes)).orElse(lanes);
        return slowDevice && !widerDevice ? "limited by device" : "limited by port";
    }

    /** Line thickness by width: 1.2 for x1 to 4 for x16 and wider. */
    static double thickness(Optional<LinkEnd> end) {
        int width = end.map(e -> e.width().orElse(0)).orElse(0);
        if (width >= 16) {
            return 4;
        }
        if (width >= 8) {
            return 3;
        }
        return width >= 4 ? 2 : width == 2 ? 1.6 : THIN;
    }

    /** Both ends with what they can and what they run at. */
    static String title(Link link) {
        return "link " + Hex.bdf(link.port()) + " – " + Hex.bdf(link.device()) + ": now "
                + link.present().map(LinkWords::now).filter(s -> !s.isEmpty()).orElse("unknown") + "; port can "
                + can(link.atPort()) + ", device can " + can(link.atDevice());
    }

    /** What either end can do. */
    static String detail(Link link) {
        return "port can " + can(link.atPort()) + " · device can " + can(link.atDevice());
    }

    private static String can(Optional<LinkEnd> end) {
        return end.map(e -> rate(e.maxSpeed(), e.maxWidth()))
                .filter(s -> !s.isEmpty())
                .orElse("unknown");
    }
}
