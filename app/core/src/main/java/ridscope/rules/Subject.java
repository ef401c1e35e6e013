package ridscope.rules;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;

/**
 * What a finding is about: a function, a bus, a segment, or with all three empty the host as a whole.
 *
 * @param segment the segment of the function or bus, or the segment itself
 * @param bus the bus, 0 to 255; also of a function
 * @param function the function
 */
public record Subject(Optional<Segment> segment, OptionalInt bus, Optional<FunctionAddress> function)
        implements Comparable<Subject> {

    /** The host as a whole. */
    public static final Subject HOST = new Subject(Optional.empty(), OptionalInt.empty(), Optional.empty());

    private static final Comparator<Subject> ORDER = Comparator.comparing((Subject s) -> s.segment.isPresent())
            .thenComparing(s -> s.segment.orElse(Segment.ZERO))
            .thenComparing(s -> s.bus.orElse(-1))
            .thenComparing(s -> s.function.map(f -> f.rid().value()).orElse(-1));

    /** A function. */
    public static Subject of(FunctionAddress function) {
        return new Subject(Optional.of(function.segment()), OptionalInt.of(function.bus()), Optional.of(function));
    }

    /** A function. */
    public static Subject of(PciFunction function) {
        return of(function.address());
    }

    /** A bus. */
    public static Subject of(Segment segment, int bus) {
        return new Subject(Optional.of(segment), OptionalInt.of(bus), Optional.empty());
    }

    /** What a diagnostic names; the host where that is no address. */
    static Subject named(Optional<String> text) {
        return text.flatMap(FunctionAddress::parse).map(Subject::of).orElse(HOST);
    }

    /** The whole host first, then by segment, bus and function. */
    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    /** {@code 0000:3b:00.1}, {@code 0000:3b}, {@code 0000} or {@code host}. */
    @Override
    public String toString() {
        if (function.isPresent()) {
            return function.get().toString();
        }
        if (segment.isEmpty()) {
            return "host";
        }
        return segment.get() + (bus.isPresent() ? ":" + Numbers.hexText(bus.getAsInt(), 2) : "");
    }
}
