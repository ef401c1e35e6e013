package ridscope.source.sysfs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ridscope.file.FileTree;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.source.TreeReader;

/** Reads copies of sysfs trees, wherever in a folder or archive they lie. Several trees are several hosts. */
public final class SysfsReader implements TreeReader {

    /** How far above a part of a tree the tree itself may begin: {@code bus/pci/devices}. */
    private static final int LEVELS_ABOVE = 3;

    /** Stateless. */
    public SysfsReader() {}

    @Override
    public String kind() {
        return "sysfs";
    }

    @Override
    public String what() {
        return "sysfs tree";
    }

    @Override
    public List<String> find(FileTree files) {
        return TreeFinder.find(files);
    }

    @Override
    public HostSnapshot read(FileTree host, Provenance provenance, Feedback feedback) {
        return new SysfsHost(host).read(provenance, feedback);
    }

    /** If the folder is a part of a tree, the tree is what is meant: the bus list alone has only links. */
    @Override
    public Path whole(Path folder) {
        Path above = folder.toAbsolutePath().normalize();
        for (int level = 0; level < LEVELS_ABOVE && above != null; level++) {
            above = above.getParent();
            if (above != null && holds(above, folder)) {
                return above;
            }
        }
        return folder;
    }

    private static boolean holds(Path tree, Path folder) {
        Path list = tree.resolve(FunctionFinder.BUS_LIST);
        Path asked = folder.toAbsolutePath().normalize();
        boolean part = list.startsWith(asked) || asked.startsWith(tree.resolve(FunctionFinder.DEVICES));
        return part && Files.isDirectory(list);
    }
}
