package ridscope.desktop.inspector;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.LinkSpeed;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.Segment;
import ridscope.rid.StridedRids;

/** Numbers as this field writes them. */
final class Words {

    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Words() {}

    /** Without the segment where that is 0000. */
    static String address(FunctionAddress address) {
        return address.segment().equals(Segment.ZERO) ? address.rid().toString() : address.toString();
    }

    /** {@code 0x0c01 = 3073}. */
    static String rid(FunctionAddress address) {
        int value = address.rid().value();
        return String.format("0x%04x = %d", value, value);
    }

    static String hex(long value, int digits) {
        return String.format("%0" + digits + "x", value);
    }

    /** {@code 1,024}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code [0c-0c]}. */
    static String buses(BusRange buses) {
        return buses.toString();
    }

    /** {@code 0c}, {@code 0c–0e}; three digits where it leaves the segment. */
    static String buses(long first, long last) {
        return first == last ? hex(first, 2) : hex(first, 2) + "–" + hex(last, 2);
    }

    /** From the PF's bus to the last bus any of them lands on, with how many these are. */
    static String busesNeeded(StridedRids rids) {
        return buses(rids.origin().bus(), rids.last().bus()) + " (" + count(rids.extraBuses() + 1) + ")";
    }

    /** {@code 0c:00.1 … 0e:00.0}. */
    static String firstToLast(StridedRids rids) {
        return rids.count() == 1 ? rids.first().toString() : rids.first() + " … " + rids.last();
    }

    /** {@code 03:10.0 + 128 + 3 × 2 = 0x0386}. */
    static String formula(String formula, Placement placement) {
        return formula + " = " + String.format("0x%04x", placement.unwrapped());
    }

    /** {@code 16 GT/s x4}; says which half is unknown. */
    static Optional<String> rate(Optional<LinkSpeed> speed, OptionalInt width) {
        if (speed.isEmpty() && width.isEmpty()) {
            return Optional.empty();
        }
        String rate = speed.map(LinkSpeed::toString).orElseGet(() -> Messages.text("inspector.link.speed-unknown"));
        String lanes = width.isPresent() ? "x" + width.getAsInt() : Messages.text("inspector.link.width-unknown");
        return Optional.of(rate + " " + lanes);
    }

    /** Bytes, unsigned, in the largest unit that leaves a whole number: {@code 16 MiB}. */
    static String size(long bytes) {
        int unit = 0;
        long number = bytes;
        while (unit < UNITS.length - 1 && number != 0 && Long.remainderUnsigned(number, 1024) == 0) {
            number = Long.divideUnsigned(number, 1024);
            unit++;
        }
        return Long.toUnsignedString(number) + " " + UNITS[unit];
    }

    static String yesNo(boolean yes) {
        return yes ? Messages.text("inspector.yes") : Messages.text("inspector.no");
    }
}
