package ridscope.source.kernel;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.host.RootBus;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/** The names of directories below {@code /sys/devices} that belong to PCI. */
public final class PciNames {

    private static final Pattern ROOT = Pattern.compile("pci([0-9a-f]{4,8}):([0-9a-f]{2})");

    private PciNames() {}

    /** A function's directory has its full address as name. */
    public static Optional<FunctionAddress> function(String name) {
        boolean full = name.length() >= 12 && name.charAt(name.length() - 2) == '.';
        return full ? FunctionAddress.parse(name) : Optional.empty();
    }

    /** A host bridge's directory, {@code pci0000:3a}; nothing but its numbers is known from it. */
    public static Optional<RootBus> rootBus(String name) {
        Matcher m = ROOT.matcher(name);
        if (!m.matches()) {
            return Optional.empty();
        }
        Segment segment = new Segment(Numbers.hex(m.group(1)).orElseThrow());
        int bus = Numbers.hex(m.group(2)).orElseThrow();
        return Optional.of(new RootBus(segment, bus, OptionalInt.empty(), OptionalInt.empty()));
    }
}
