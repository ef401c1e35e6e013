package ridscope.source.sysfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.RootBus;
import ridscope.rid.FunctionAddress;
import ridscope.source.Limits;
import ridscope.text.Diagnostic;

/**
 * Finds function directories: those the bus list names, and those below {@code devices}, where a function may stand that the
 * list lacks. Links are read, never walked: in sysfs they run in circles.
 */
final class FunctionFinder {

    /** Where the kernel lists all functions. */
    static final String BUS_LIST = "bus/pci/devices";

    /** Where the devices themselves stand. */
    static final String DEVICES = "devices";

    private static final int DEEPEST = 64;
    private static final int DEEPEST_HOST_BRIDGE = 8;
    private static final int MOST_DIRECTORIES = 400_000;
    private static final Set<String> WITHOUT_HOST_BRIDGES =
            Set.of("virtual", "system", "breakpoint", "tracepoint", "software", "cpu", "msr", "uprobe", "kprobe");

    private final FileTree tree;
    private final SortedMap<FunctionAddress, String> paths = new TreeMap<>();
    private final SortedSet<String> roots = new TreeSet<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int visited;

    FunctionFinder(FileTree tree) {
        this.tree = tree;
    }

    /** Finds what there is; later calls of the getters tell it. */
    FunctionFinder find() {
        readBusList();
        if (tree.kind(DEVICES) == FileTree.Kind.DIRECTORY) {
            walk(DEVICES, 0, false);
        }
        if (paths.isEmpty()) {
            walk("", DEEPEST_HOST_BRIDGE, false);
        }
        return this;
    }

    /** Directory of each function, by address; the directory may be missing where only the bus list knows it. */
    SortedMap<FunctionAddress, String> paths() {
        return paths;
    }

    /** Root buses by the directories of their host bridges, ascending. */
    List<RootBus> roots() {
        return roots.stream()
                .map(SysPath::rootBus)
                .flatMap(Optional::stream)
                .sorted((a, b) -> a.segment().equals(b.segment())
                        ? Integer.compare(a.bus(), b.bus())
                        : a.segment().compareTo(b.segment()))
                .toList();
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private void readBusList() {
        for (String name : names(BUS_LIST)) {
            Optional<FunctionAddress> address = SysPath.function(name);
            if (address.isPresent() && paths.size() < Limits.FUNCTIONS) {
                String entry = TreePath.join(BUS_LIST, name);
                String path = tree.link(entry)
                        .flatMap(link -> SysPath.resolve(BUS_LIST, link))
                        .filter(target -> tree.kind(target) == FileTree.Kind.DIRECTORY)
                        .orElse(entry);
                paths.put(address.get(), path);
            }
        }
    }

    /** Below a host bridge only functions and host bridges matter; above it anything may hold one. */
    private void walk(String directory, int depth, boolean below) {
        if (depth > DEEPEST || visited++ > MOST_DIRECTORIES) {
            return;
        }
        for (String name : names(directory)) {
            Optional<FunctionAddress> function = SysPath.function(name);
            boolean root = function.isEmpty() && SysPath.rootBus(name).isPresent();
            boolean maybe = !below && depth < DEEPEST_HOST_BRIDGE && !WITHOUT_HOST_BRIDGES.contains(name);
            String path = TreePath.join(directory, name);
            if ((function.isPresent() || root || maybe) && tree.kind(path) == FileTree.Kind.DIRECTORY) {
                if (root) {
                    roots.add(name);
                }
                function.ifPresent(address -> found(address, path));
                walk(path, depth + 1, below || root || function.isPresent());
            }
        }
    }

    private void found(FunctionAddress address, String path) {
        String known = paths.get(address);
        boolean better = known == null || known.startsWith(BUS_LIST) && tree.kind(known) != FileTree.Kind.DIRECTORY;
        if (better && paths.size() < Limits.FUNCTIONS) {
            paths.put(address, path);
        } else if (!path.equals(known) && !known.startsWith(BUS_LIST)) {
            diagnostics.add(Diagnostic.of(
                    "DUPLICATE_RID",
                    address,
                    address + " stands at " + known + " and at " + path + "; the second one was passed over."));
        }
    }

    private List<String> names(String directory) {
        try {
            return tree.list(directory);
        } catch (IOException e) {
            return List.of();
        }
    }
}
