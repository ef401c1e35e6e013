package ridscope.source;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.file.TreePath;

/**
 * Which files of a container or folder may say something about a host: by rules rather than by lists of names, so that a
 * reader that asks for one attribute more finds it.
 */
final class HostFiles implements Selection {

    /** Small files with the name and the kernel of a host, by the places where captures have them. */
    static final List<String> HOST_NAMES = List.of(
            "proc/sys/kernel/hostname",
            "etc/hostname",
            "sos_commands/host/hostname",
            "sos_commands/general/hostname",
            "hostname");

    static final List<String> KERNELS =
            List.of("proc/sys/kernel/osrelease", "proc/version", "sos_commands/kernel/uname_-a", "uname");

    /** Written by hwloc-gather-topology. */
    static final String HWLOC = "proc/hwloc-nofile-info";

    /** Text with sections of supportconfig that name host and kernel. */
    static final String ENVIRONMENT = "basic-environment.txt";

    /** Directories that only occur in what the kernel shows of PCI. */
    private static final Pattern SYSFS = Pattern.compile("(?:^|/)(?:pci[0-9a-f]{4,8}:[0-9a-f]{2}"
            + "|[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]|bus/pci|iommu_groups|devices/system/node)(?=/|$)");

    private static final Pattern ELSEWHERE_IN_SYSTEM = Pattern.compile("(?:^|/)(?:sys|proc|dev|run/udev)/");
    private static final Pattern LOG =
            Pattern.compile("(?:dmesg|journalctl|messages|kern\\.log|syslog|boot\\.(?:msg|log|txt))[^/]*");
    private static final Pattern PROMISING =
            Pattern.compile("(?i)pci|hardware|topology|ridscope|snapshot|nodedev|hwloc|\\.json|\\.xml");
    private static final Pattern NOT_CONTENT = Pattern.compile("(?:^|/)(?:\\._|__MACOSX/|PaxHeaders)");

    /** Attributes lie at most so far below the directory of their device. */
    private static final int DEEPEST_ATTRIBUTE = 3;

    /** So many files are looked into whose names promise nothing. */
    private static final int MOST_LOOKS = 1_000;

    /** And so many whose names promise something. */
    private static final int MOST_PROMISES = 4_000;

    private final Predicate<Head> readable;
    private int looks;
    private int promises;

    /** @param readable whether a reader knows what to do with content that begins like this */
    HostFiles(Predicate<Head> readable) {
        this.readable = readable;
    }

    /** Whether a file may be a boot log, by the last component of its path. */
    static boolean isLog(String name) {
        return LOG.matcher(name).matches();
    }

    @Override
    public Worth of(String path) {
        if (NOT_CONTENT.matcher(path).find()) {
            return Worth.NOTHING;
        }
        int below = levelsBelowDevice(path);
        if (below >= 0) {
            return below <= DEEPEST_ATTRIBUTE ? Worth.BEGINNING : Worth.FOLDER;
        }
        if (isFact(path)) {
            return Worth.BEGINNING;
        }
        if (isLog(TreePath.name(path))) {
            return Worth.LOG;
        }
        return ELSEWHERE_IN_SYSTEM.matcher(path).find() ? Worth.NOTHING : Worth.LOOK;
    }

    /** Levels below the last directory of a device or of the PCI bus on a path; −1 if there is none. */
    private static int levelsBelowDevice(String path) {
        Matcher m = SYSFS.matcher(path);
        int end = -1;
        while (m.find()) {
            end = m.end();
        }
        return end < 0
                ? -1
                : (int) path.substring(end).chars().filter(c -> c == '/').count();
    }

    private static boolean isFact(String path) {
        return HOST_NAMES.stream().anyMatch(name -> endsWith(path, name))
                || KERNELS.stream().anyMatch(name -> endsWith(path, name))
                || endsWith(path, HWLOC)
                || endsWith(path, ENVIRONMENT);
    }

    private static boolean endsWith(String path, String name) {
        int start = path.length() - name.length();
        return path.endsWith(name) && (start == 0 || path.charAt(start - 1) == '/');
    }

    @Override
    public boolean wants(String path, byte[] start) {
        boolean promising = PROMISING.matcher(TreePath.name(path)).find();
        if (promising ? promises++ >= MOST_PROMISES : looks++ >= MOST_LOOKS) {
            return false;
        }
        byte[] unpacked = Content.start(start);
        return CommandSections.mayHoldListings(TreePath.name(path), unpacked)
                || readable.test(new Head(new Source.Bytes(path, start), false, unpacked));
    }
}
