package ridscope.source.sysfs;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.file.TreePath;
import ridscope.host.RootBus;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/** The names that matter in the paths of a sysfs tree, and where its links lead. */
final class SysPath {

    private static final Pattern ROOT = Pattern.compile("pci([0-9a-f]{4,8}):([0-9a-f]{2})");

    private SysPath() {}

    /**
     * Where a link that stands in {@code directory} leads. An absolute one is taken from {@code devices} on, since the tree
     * was moved; one that leaves the tree leads nowhere.
     */
    static Optional<String> resolve(String directory, String link) {
        String target = link;
        String from = directory;
        if (link.startsWith("/")) {
            int devices = link.indexOf("/devices/");
            if (devices < 0) {
                return Optional.empty();
            }
            target = link.substring(devices + 1);
            from = "";
        }
        return TreePath.normal(TreePath.join(from, target));
    }

    /** A function's directory has its full address as name. */
    static Optional<FunctionAddress> function(String name) {
        boolean full = name.length() >= 12 && name.charAt(name.length() - 2) == '.';
        return full ? FunctionAddress.parse(name) : Optional.empty();
    }

    /** A host bridge's directory, {@code pci0000:3a}; nothing but its numbers is known from it. */
    static Optional<RootBus> rootBus(String name) {
        Matcher m = ROOT.matcher(name);
        if (!m.matches()) {
            return Optional.empty();
        }
        Segment segment = new Segment(Numbers.hex(m.group(1)).orElseThrow());
        int bus = Numbers.hex(m.group(2)).orElseThrow();
        return Optional.of(new RootBus(segment, bus, OptionalInt.empty(), OptionalInt.empty()));
    }
}
