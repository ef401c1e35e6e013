package ridscope.source.hwloc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/**
 * The buses below a bridge, attribute {@code bridge_pci}: {@code 0000:[01-04]}. Of a host bridge the last one is merely the
 * highest in use, not the end of its window.
 *
 * @param segment segment
 * @param secondary first bus, 0 to 255
 * @param subordinate last bus, 0 to 255; may be below the first in a bad file
 */
record BusSpan(Segment segment, int secondary, int subordinate) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-fA-F]{4,8}):\\[([0-9a-fA-F]{2})-([0-9a-fA-F]{2})]");

    static Optional<BusSpan> parse(String text) {
        Matcher m = TEXT.matcher(text);
        return m.matches()
                ? Optional.of(new BusSpan(
                        new Segment(Numbers.hex(m.group(1)).orElseThrow()),
                        Numbers.hex(m.group(2)).orElseThrow(),
                        Numbers.hex(m.group(3)).orElseThrow()))
                : Optional.empty();
    }

    /** Whether a function sits on the first of these buses, that is directly below. */
    boolean leadsTo(FunctionAddress function) {
        return segment.equals(function.segment()) && secondary == function.bus();
    }
}
