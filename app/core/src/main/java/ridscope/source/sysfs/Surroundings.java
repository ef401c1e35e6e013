package ridscope.source.sysfs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.file.FileTree;
import ridscope.host.RootBus;
import ridscope.source.Limits;
import ridscope.text.Numbers;

/** What stands beside a sysfs tree in the captures people make: host name, kernel, boot log. */
final class Surroundings {

    private static final int LOG_LIMIT = 16 << 20;
    private static final int SMALL = 4096;
    private static final List<String> LOGS =
            List.of("dmesg.txt", "dmesg", "var/log/dmesg", "sos_commands/kernel/dmesg");
    private static final List<String> HOST_NAMES = List.of("proc/sys/kernel/hostname", "etc/hostname", "hostname");
    private static final String HWLOC = "proc/hwloc-nofile-info";
    private static final Pattern OURS =
            Pattern.compile("(?i)pci|iommu|dmar|amd-vi|sr-iov|[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]");
    private static final Pattern RANGE = Pattern.compile(
            "pci_bus ([0-9a-f]{4,8}:[0-9a-f]{2}): root bus resource \\[bus ([0-9a-f]{2})(?:-([0-9a-f]{2}))?]");
    private static final Pattern NODE = Pattern.compile("pci_bus ([0-9a-f]{4,8}:[0-9a-f]{2}): on NUMA node (\\d+)");

    private final FileTree beside;

    /** @param beside the directory that holds the sysfs tree */
    Surroundings(FileTree beside) {
        this.beside = beside;
    }

    Optional<String> host() {
        for (String file : HOST_NAMES) {
            Optional<String> name =
                    small(file).map(text -> text.lines().findFirst().orElse("").strip());
            if (name.isPresent() && !name.get().isEmpty()) {
                return name;
            }
        }
        return hwloc("HostName: ");
    }

    Optional<String> kernel() {
        Optional<String> release = small("proc/sys/kernel/osrelease").map(String::strip);
        Optional<String> version = small("proc/version")
                .filter(text -> text.startsWith("Linux version "))
                .map(text -> text.split("\\s+", 4))
                .filter(words -> words.length > 2)
                .map(words -> words[2]);
        return release.filter(text -> !text.isEmpty()).or(() -> version).or(() -> hwloc("OSRelease: "));
    }

    private Optional<String> hwloc(String key) {
        return small(HWLOC)
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith(key))
                        .map(line -> line.substring(key.length()).strip())
                        .findFirst());
    }

    /** Lines about PCI, in order. */
    List<String> bootLog() {
        for (String file : LOGS) {
            Optional<String> log = read(file, LOG_LIMIT);
            if (log.isPresent()) {
                return log.get()
                        .lines()
                        .filter(line ->
                                line.length() < SMALL && OURS.matcher(line).find())
                        .limit(Limits.LIST)
                        .toList();
            }
        }
        return List.of();
    }

    /** Completes root buses with the end of their window and their NUMA node, where the boot log tells. */
    static RootBus complete(RootBus root, List<String> bootLog) {
        String name = root.segment() + ":" + String.format("%02x", root.bus());
        OptionalInt end = root.end();
        OptionalInt node = root.numaNode();
        for (String line : bootLog) {
            Matcher range = RANGE.matcher(line);
            if (range.find() && range.group(1).equals(name)) {
                end = hex(range.group(3) == null ? range.group(2) : range.group(3));
            }
            Matcher on = NODE.matcher(line);
            if (on.find() && on.group(1).equals(name)) {
                node = Numbers.decimal(on.group(2));
            }
        }
        return new RootBus(root.segment(), root.bus(), end, node);
    }

    private static OptionalInt hex(String digits) {
        return Numbers.hex(digits);
    }

    private Optional<String> small(String file) {
        return read(file, SMALL);
    }

    private Optional<String> read(String file, int limit) {
        if (beside.kind(file) != FileTree.Kind.FILE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(beside.read(file, limit), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
