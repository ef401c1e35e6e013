package ridscope.enumerate;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.LinkSpeed;
import ridscope.config.PciExpress;
import ridscope.host.OsFacts;
import ridscope.text.Numbers;
import ridscope.topology.LinkEnd;

/** A function's own view of its link: registers, or sysfs attributes where those could not be read. */
final class LinkEnds {

    /** What {@code max_link_width} shows for a function without link registers. */
    private static final int NO_LINK = 255;

    private static final int[][] CODE_BY_RATE = {{2, 1}, {5, 2}, {8, 3}, {16, 4}, {32, 5}, {64, 6}, {128, 8}};

    private LinkEnds() {}

    static Optional<LinkEnd> of(Draft draft) {
        return draft.express.isPresent() ? draft.express.get().link().flatMap(LinkEnds::ofRegisters) : fromSysfs(draft);
    }

    /**
     * All zeros in Link Capabilities and in Link Status mean that the function has no link, as integrated devices do. Emulated
     * ports leave the capabilities 0 and still report a link.
     */
    private static Optional<LinkEnd> ofRegisters(PciExpress.LinkRegisters link) {
        boolean capable = link.maxSpeed().code() != 0 || link.maxWidth() != 0;
        if (!capable && (link.speed().code() == 0 || link.width() == 0)) {
            return Optional.empty();
        }
        return Optional.of(new LinkEnd(
                Optional.of(link.maxSpeed()).filter(s -> s.code() != 0),
                link.maxWidth() == 0 ? OptionalInt.empty() : OptionalInt.of(link.maxWidth()),
                Optional.of(link.speed()).filter(s -> s.code() != 0),
                OptionalInt.of(link.width())));
    }

    /** From the attributes alone; empty when they are missing or say that there is no link. */
    static Optional<LinkEnd> fromSysfs(Draft draft) {
        return draft.record.os().link().flatMap(LinkEnds::fromAttributes);
    }

    static Optional<LinkEnd> fromAttributes(OsFacts.LinkAttributes a) {
        OptionalInt maxWidth = width(a.maxWidth());
        OptionalInt now = width(a.currentWidth());
        Optional<LinkSpeed> maxSpeed = speed(a.maxSpeed());
        boolean capable = maxWidth.orElse(0) > 0 || maxSpeed.isPresent();
        if (!capable && now.orElse(0) == 0) {
            return Optional.empty();
        }
        OptionalInt known = maxWidth.orElse(0) > 0 ? maxWidth : OptionalInt.empty();
        return Optional.of(new LinkEnd(maxSpeed, known, speed(a.currentSpeed()), now));
    }

    private static OptionalInt width(Optional<String> text) {
        OptionalInt lanes = text.map(t -> Numbers.leadingDecimal(t.startsWith("x") ? t.substring(1) : t))
                .orElse(OptionalInt.empty());
        return lanes.isPresent() && lanes.getAsInt() != NO_LINK ? lanes : OptionalInt.empty();
    }

    private static Optional<LinkSpeed> speed(Optional<String> text) {
        OptionalInt rate = text.map(Numbers::leadingDecimal).orElse(OptionalInt.empty());
        for (int[] row : CODE_BY_RATE) {
            if (rate.equals(OptionalInt.of(row[0]))) {
                return Optional.of(new LinkSpeed(row[1]));
            }
        }
        return Optional.empty();
    }
}
