package ridscope.source.sysfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ridscope.host.OsFacts;
import ridscope.text.Numbers;

/**
 * The {@code resource} attribute: a line per address range, first and last address and flags. Which range a line is depends
 * on how the kernel was built: with {@code CONFIG_PCI_IOV} lines 7 to 12 are VF BAR apertures and a bridge's windows follow,
 * without it the windows stand in their place (Linux {@code resource_show}, {@code PCI_BRIDGE_RESOURCES}). Some kernels
 * print a line more for a bridge that means nothing.
 */
final class Resources {

    /** The file has a line for each BAR, the ROM and the VF BARs of a function that is no bridge: built with IOV. */
    private static final int LINES_WITH_IOV = 13;

    private static final int FIRST_WINDOW = 13;
    private static final int LAST_WINDOW = 16;
    private static final int FIRST_WINDOW_WITHOUT_IOV = 7;
    private static final long IO = 0x100;
    private static final long UNSET = 0x2000_0000L;

    private Resources() {}

    /** Those ranges that are there, by index. */
    static List<OsFacts.Resource> parse(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int moved = lines.size() < LINES_WITH_IOV ? FIRST_WINDOW - FIRST_WINDOW_WITHOUT_IOV : 0;
        List<OsFacts.Resource> found = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            int index = line < FIRST_WINDOW_WITHOUT_IOV ? line : line + moved;
            if (index <= LAST_WINDOW) {
                range(index, lines.get(line)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<OsFacts.Resource> range(int index, String line) {
        String[] words = line.split("\\s+");
        if (words.length != 3) {
            return Optional.empty();
        }
        OptionalLong first = Numbers.hexLong(words[0]);
        OptionalLong last = Numbers.hexLong(words[1]);
        OptionalLong flags = Numbers.hexLong(words[2]);
        if (first.isEmpty() || last.isEmpty() || flags.isEmpty()) {
            return Optional.empty();
        }
        return range(index, first.getAsLong(), last.getAsLong(), flags.getAsLong());
    }

    private static Optional<OsFacts.Resource> range(int index, long first, long last, long flags) {
        boolean nothing = first == 0 && last == 0 && flags == 0;
        if (nothing || Long.compareUnsigned(last, first) < 0) {
            return Optional.empty();
        }
        // No range begins at memory address 0: the kernel prints that for one it could not place.
        boolean placed = (flags & UNSET) == 0 && (first != 0 || (flags & IO) != 0 && last != 0);
        long size = last - first + 1;
        boolean sized = size != 0 && (first != 0 || last != 0);
        return Optional.of(new OsFacts.Resource(
                index,
                placed ? OptionalLong.of(first) : OptionalLong.empty(),
                sized ? OptionalLong.of(size) : OptionalLong.empty(),
                OptionalLong.of(flags)));
    }
}
