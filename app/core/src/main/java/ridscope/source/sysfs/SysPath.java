package ridscope.source.sysfs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.host.RootBus;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/** Paths inside a tree and the names that matter in them. */
final class SysPath {

    private static final Pattern ROOT = Pattern.compile("pci([0-9a-f]{4,8}):([0-9a-f]{2})");

    private SysPath() {}

    static String join(String directory, String name) {
        if (directory.isEmpty()) {
            return name;
        }
        return name.isEmpty() ? directory : directory + '/' + name;
    }

    /** The last component. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** All but the last component. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

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
        Deque<String> parts = new ArrayDeque<>();
        for (String part : join(from, target).split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
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
