package ridscope.source.sysfs;

import java.util.Set;
import java.util.regex.Pattern;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.OsFactsBuilder;

/** Finds what the system made of a function: network interfaces, disks and so on, directly or behind a transport. */
final class OsDevices {

    private static final Set<String> CLASSES = Set.of(
            "net",
            "nvme",
            "block",
            "drm",
            "infiniband",
            "sound",
            "accel",
            "dax",
            "cxl",
            "ptp",
            "tpm",
            "fc_host",
            "mei",
            "misc",
            "mmc_host",
            "uio",
            "vfio-dev");
    /** What the kernel puts between a function and the devices on it; the last two are subfunctions and memory cards. */
    private static final Pattern TRANSPORT = Pattern.compile("virtio\\d+|ata\\d+|host\\d+|port-[\\d:]+|expander-[\\d:]+"
            + "|end_device-[\\d:]+|target[\\d:]+|rport-[\\d:-]+|session\\d+|\\d+:\\d+:\\d+:\\d+"
            + "|\\w+\\.sf\\.\\d+|mmc\\d+:[0-9a-f]+");

    private static final Pattern NAMESPACE = Pattern.compile("nvme\\d+(c\\d+)?n\\d+");
    /** A CXL memory device stands in the function's directory itself, not in one named after its class. */
    private static final Pattern CXL_MEMORY = Pattern.compile("mem\\d+");

    private static final Pattern OLD_LINK = Pattern.compile("[a-z]+:.+");
    private static final int DEEPEST = 7;
    private static final int MOST = 4096;

    private final FileTree tree;
    private final OsFactsBuilder os;
    private int found;

    private OsDevices(FileTree tree, OsFactsBuilder os) {
        this.tree = tree;
        this.os = os;
    }

    static void collect(FileTree tree, String function, Attributes attributes, OsFactsBuilder os) {
        new OsDevices(tree, os).collect(function, attributes, 0);
    }

    private void collect(String directory, Attributes attributes, int depth) {
        for (String name : attributes.names()) {
            String path = TreePath.join(directory, name);
            if (CLASSES.contains(name)) {
                devices(name, path);
            } else if (OLD_LINK.matcher(name).matches()) {
                oldLink(name, path);
            } else if (depth == 0 && CXL_MEMORY.matcher(name).matches()) {
                add("cxl", name);
            } else if (depth < DEEPEST && TRANSPORT.matcher(name).matches()) {
                collect(path, new Attributes(tree, path), depth + 1);
            }
        }
    }

    private void devices(String kind, String directory) {
        for (String name : new Attributes(tree, directory).names()) {
            String path = TreePath.join(directory, name);
            if (!name.startsWith(".") && tree.kind(path) == FileTree.Kind.DIRECTORY) {
                add(kind, name);
                if (kind.equals("nvme")) {
                    namespaces(path);
                } else if (kind.equals("mmc_host")) {
                    collect(path, new Attributes(tree, path), DEEPEST - 1);
                }
            }
        }
    }

    private void namespaces(String controller) {
        for (String name : new Attributes(tree, controller).names()) {
            if (NAMESPACE.matcher(name).matches()) {
                add("block", name);
            }
        }
    }

    /** Kernels before 2.6.26 had links named {@code net:eth0} instead of folders. */
    private void oldLink(String name, String path) {
        String kind = name.substring(0, name.indexOf(':'));
        if (CLASSES.contains(kind) && tree.kind(path) == FileTree.Kind.LINK) {
            add(kind, name.substring(kind.length() + 1));
        }
    }

    private void add(String kind, String name) {
        if (found++ < MOST) {
            os.osDevice(kind, name);
        }
    }
}
