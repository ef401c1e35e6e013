package ridscope.report.table;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import ridscope.config.LinkSpeed;
import ridscope.topology.Link;
import ridscope.topology.LinkEnd;
import ridscope.topology.Topology;

/** All links of a host: how they run, what either end can do, and which of them limits the other. */
public final class LinksTable {

    /** Its name. */
    public static final String NAME = "links";

    private LinksTable() {}

    public static Table of(Topology topology) {
        Columns<Link> columns =
                new Columns<Link>().name("port", "port", Link::port).name("device", "device", Link::device);
        end(columns, "", "", link -> link.present(), LinkEnd::speed, LinkEnd::width);
        most(columns, "max", "max", link -> Optional.of(link.commonOfBoth()));
        most(columns, "portMax", "port max", Link::atPort);
        most(columns, "deviceMax", "device max", Link::atDevice);
        columns.text(
                        "state",
                        "state",
                        link -> known(link)
                                .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .text("limit", "limited by", LinksTable::limit);
        return columns.over(NAME, topology.links());
    }

    private static void most(Columns<Link> columns, String key, String title, Function<Link, Optional<LinkEnd>> end) {
        end(columns, key, title + " ", end, LinkEnd::maxSpeed, LinkEnd::maxWidth);
    }

    private static void end(
            Columns<Link> columns,
            String key,
            String title,
            Function<Link, Optional<LinkEnd>> end,
            Function<LinkEnd, Optional<LinkSpeed>> speed,
            Function<LinkEnd, OptionalInt> width) {
        columns.text(
                        key.isEmpty() ? "speed" : key + "Speed",
                        title + "speed",
                        link -> end.apply(link)
                                .flatMap(speed)
                                .filter(LinkSpeed::known)
                                .map(LinkSpeed::lspciText))
                .number(
                        key.isEmpty() ? "width" : key + "Width",
                        title + "width",
                        link -> end.apply(link).map(width).orElse(OptionalInt.empty()));
    }

    private static Optional<Link.State> known(Link link) {
        return Optional.of(link.state()).filter(s -> s != Link.State.UNKNOWN);
    }

    /** The end that can do less; {@code both} where they can do the same, {@code neither} where the link runs below that. */
    private static Optional<String> limit(Link link) {
        return switch (link.state()) {
            case LIMITED_BY_PARTNER -> Optional.of("port");
            case BELOW_CAPABILITY -> Optional.of("neither");
            case FULL -> link.atPort().flatMap(port -> more(port, link) ? Optional.of("device") : equal(link));
            case CONTRADICTORY, INACTIVE_BUT_ANSWERING, UNKNOWN -> Optional.empty();
        };
    }

    /** Nothing where the port does not tell whether it could do more. */
    private static Optional<String> equal(Link link) {
        LinkEnd common = link.commonOfBoth();
        return Optional.of("both")
                .filter(both ->
                        common.maxSpeed().isPresent() && common.maxWidth().isPresent());
    }

    /** Whether the port could do more than both ends together. */
    private static boolean more(LinkEnd port, Link link) {
        LinkEnd common = link.common();
        boolean faster = port.maxSpeed()
                .filter(speed ->
                        common.maxSpeed().filter(c -> speed.compareTo(c) > 0).isPresent())
                .isPresent();
        return faster || port.maxWidth().orElse(0) > common.maxWidth().orElse(Integer.MAX_VALUE);
    }
}
