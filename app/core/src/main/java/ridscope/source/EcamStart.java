package ridscope.source;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/**
 * Where a raw image of configuration space begins, which the image itself does not tell.
 *
 * @param segment segment of all its functions
 * @param bus bus number of its first 1 MiB, 0 to 255
 */
public record EcamStart(Segment segment, int bus) {

    /** @throws IllegalArgumentException if there is no such bus */
    public EcamStart {
        if (bus < 0 || bus > 0xff) {
            throw new IllegalArgumentException("bus " + bus);
        }
    }

    /** Understands {@code SEGMENT:BUS}, both in hex; empty if the text is anything else. */
    public static Optional<EcamStart> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon > 8 || text.length() - colon - 1 > 2) {
            return Optional.empty();
        }
        return of(text.substring(0, colon), text.substring(colon + 1));
    }

    /** From the hex digits of both; empty if they are none. */
    public static Optional<EcamStart> of(String segment, String bus) {
        OptionalInt first = Numbers.hex(segment);
        OptionalInt second = Numbers.hex(bus);
        return first.isPresent() && second.isPresent() && second.getAsInt() >= 0 && second.getAsInt() <= 0xff
                ? Optional.of(new EcamStart(new Segment(first.getAsInt()), second.getAsInt()))
                : Optional.empty();
    }

    /** {@code 0000:40}. */
    @Override
    public String toString() {
        return segment + ":" + Numbers.hexText(bus, 2);
    }
}
