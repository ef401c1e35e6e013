package ridscope.source.sysfs;

import java.util.Optional;
import ridscope.file.TreePath;
import ridscope.host.RootBus;
import ridscope.rid.FunctionAddress;
import ridscope.source.kernel.PciNames;

/** The names that matter in the paths of a sysfs tree, and where its links lead. */
final class SysPath {

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

    /** See {@link PciNames#function}. */
    static Optional<FunctionAddress> function(String name) {
        return PciNames.function(name);
    }

    /** See {@link PciNames#rootBus}. */
    static Optional<RootBus> rootBus(String name) {
        return PciNames.rootBus(name);
    }
}
