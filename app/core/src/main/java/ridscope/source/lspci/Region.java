package ridscope.source.lspci;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.host.OsFacts;
import ridscope.text.Numbers;

/**
 * A line with an address range. At {@code -v} the line of a BAR does not say which one it is, so it is of no use. Of the
 * flags only those that the line prints are set.
 */
final class Region {

    private static final int ROM = 6;
    private static final int VF_BARS = 7;
    private static final int WINDOWS = 13;
    private static final long IO = 0x100;
    private static final long MEMORY = 0x200;
    private static final long PREFETCHABLE = 0x2000;
    private static final long WIDE = 0x10_0000;

    private static final String KIND = "(?:\\[(?:virtual|enhanced)\\] )?(Memory|I/O ports)";
    private static final Pattern BAR = Pattern.compile("Region ([0-5]): " + KIND + " at (\\S+)(.*)");
    private static final Pattern EXPANSION = Pattern.compile("(?:\\[virtual\\] )?Expansion ROM at (\\S+)(.*)");
    private static final Pattern WINDOW =
            Pattern.compile("(I/O|Memory|Prefetchable memory) behind bridge: ([0-9a-f]+)-([0-9a-f]+)(.*)");
    private static final Pattern CARD_WINDOW =
            Pattern.compile("(Memory|I/O) window ([01]): ([0-9a-f]+)-([0-9a-f]+)(.*)");
    private static final Pattern SIZE = Pattern.compile("\\[size=(\\d{1,9})([KkMGT]?)\\]");

    private Region() {}

    /** The range in a line of the function itself. */
    static Optional<OsFacts.Resource> of(String line) {
        Matcher bar = BAR.matcher(line);
        if (bar.matches()) {
            return Optional.of(bar(bar, 0));
        }
        Matcher rom = EXPANSION.matcher(line);
        if (rom.matches()) {
            return Optional.of(new OsFacts.Resource(
                    ROM, Numbers.hexLong(rom.group(1)), size(rom.group(2)), OptionalLong.of(MEMORY)));
        }
        Matcher window = WINDOW.matcher(line);
        if (window.matches()) {
            return window(window);
        }
        Matcher card = CARD_WINDOW.matcher(line);
        return card.matches() ? cardWindow(card) : Optional.empty();
    }

    /** The range of one VF's BAR in a line of the SR-IOV capability: where the first VF's starts, whose size is not told. */
    static Optional<OsFacts.Resource> ofVf(String line) {
        Matcher bar = BAR.matcher(line);
        return bar.matches() ? Optional.of(bar(bar, VF_BARS)) : Optional.empty();
    }

    private static OsFacts.Resource bar(Matcher bar, int first) {
        String rest = bar.group(4);
        long flags = bar.group(2).equals("Memory") ? MEMORY : IO;
        flags |= rest.contains(", prefetchable") ? PREFETCHABLE : 0;
        flags |= rest.contains("(64-bit") ? WIDE : 0;
        int index = first + Numbers.decimal(bar.group(1)).orElse(0);
        return new OsFacts.Resource(index, Numbers.hexLong(bar.group(3)), size(rest), OptionalLong.of(flags));
    }

    private static Optional<OsFacts.Resource> window(Matcher window) {
        String kind = window.group(1);
        int index = WINDOWS + (kind.equals("I/O") ? 0 : kind.equals("Memory") ? 1 : 2);
        long flags = kind.equals("I/O") ? IO : kind.equals("Memory") ? MEMORY : MEMORY | PREFETCHABLE;
        return between(index, flags, window.group(2), window.group(3), window.group(4));
    }

    private static Optional<OsFacts.Resource> cardWindow(Matcher window) {
        boolean memory = window.group(1).equals("Memory");
        OptionalInt number = Numbers.decimal(window.group(2));
        int index = WINDOWS + (memory ? 2 : 0) + number.orElse(0);
        long flags = (memory ? MEMORY : IO) | (window.group(5).contains("(prefetchable)") ? PREFETCHABLE : 0);
        return between(index, flags, window.group(3), window.group(4), window.group(5));
    }

    private static Optional<OsFacts.Resource> between(int index, long flags, String first, String last, String rest) {
        OptionalLong start = Numbers.hexLong(first);
        OptionalLong end = Numbers.hexLong(last);
        boolean closed = rest.contains("[disabled]")
                || start.isEmpty()
                || end.isEmpty()
                || Long.compareUnsigned(start.getAsLong(), end.getAsLong()) > 0;
        if (closed) {
            return Optional.empty();
        }
        long size = end.getAsLong() - start.getAsLong() + 1;
        return Optional.of(new OsFacts.Resource(
                index, start, size == 0 ? OptionalLong.empty() : OptionalLong.of(size), OptionalLong.of(flags)));
    }

    private static OptionalLong size(String text) {
        Matcher m = SIZE.matcher(text);
        if (!m.find()) {
            return OptionalLong.empty();
        }
        long unit = switch (m.group(2)) {
            case "K", "k" -> 1L << 10;
            case "M" -> 1L << 20;
            case "G" -> 1L << 30;
            case "T" -> 1L << 40;
            default -> 1;
        };
        OptionalInt number = Numbers.decimal(m.group(1));
        return number.isPresent() ? OptionalLong.of(number.getAsInt() * unit) : OptionalLong.empty();
    }
}
