package ridscope.source.sysfs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.file.DirectoryTree;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.source.Head;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;

/** Reads folders with copies of sysfs trees in them. Several trees are several hosts. */
public final class SysfsReader implements SnapshotReader {

    private static final String KIND = "sysfs";

    /** How far above a part of a tree the tree itself may begin: {@code bus/pci/devices}. */
    private static final int LEVELS_ABOVE = 3;

    /** Stateless. */
    public SysfsReader() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Recognition recognise(Head head) {
        if (!head.directory() || !(head.source() instanceof Source.OnDisk disk)) {
            return Recognition.NO;
        }
        int trees = TreeFinder.find(new DirectoryTree(start(disk.path()))).size();
        return switch (trees) {
            case 0 -> Recognition.NO;
            case 1 -> new Recognition(90, "folder with a sysfs tree");
            default -> new Recognition(90, "folder with " + trees + " sysfs trees");
        };
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        if (!(source instanceof Source.OnDisk disk)) {
            throw new SnapshotException(source.named() + " is no folder.");
        }
        Path start = start(disk.path());
        List<HostSnapshot> hosts = readAll(
                new DirectoryTree(start), Optional.ofNullable(start.getParent()).map(DirectoryTree::new), feedback);
        if (hosts.isEmpty()) {
            throw new SnapshotException(source.named() + " has a sysfs tree in it, but no PCI functions in that.");
        }
        return hosts;
    }

    /** If the folder is a part of a tree, the tree is what is meant: the bus list alone has only links. */
    private static Path start(Path folder) {
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

    /**
     * All hosts in a tree of files.
     *
     * @param above what holds the tree of files itself, for what stands beside it
     */
    static List<HostSnapshot> readAll(FileTree tree, Optional<? extends FileTree> above, Feedback feedback) {
        List<String> trees = TreeFinder.find(tree);
        List<HostSnapshot> hosts = new ArrayList<>();
        for (String path : trees) {
            FileTree beside =
                    path.isEmpty() ? above.<FileTree>map(t -> t).orElse(tree) : tree.at(TreePath.parent(path));
            Surroundings surroundings = new Surroundings(beside);
            Optional<String> label = trees.size() > 1 ? label(path) : Optional.empty();
            Provenance provenance = new Provenance(
                    KIND,
                    surroundings.host().or(() -> label),
                    surroundings.kernel(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
            HostSnapshot host = new SysfsHost(tree.at(path), surroundings.bootLog()).read(provenance, feedback);
            if (!host.functions().isEmpty()) {
                hosts.add(host);
            }
        }
        return hosts;
    }

    /** What a user would call one of several trees: the folder it lies in. */
    private static Optional<String> label(String path) {
        String folder = path.endsWith("/sys") ? TreePath.parent(path) : path;
        return Optional.of(folder).filter(name -> !name.isEmpty());
    }
}
