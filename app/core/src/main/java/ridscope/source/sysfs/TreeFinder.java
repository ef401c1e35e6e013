package ridscope.source.sysfs;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the sysfs trees in a folder: the folder itself, or folders somewhere below it. */
final class TreeFinder {

    private static final int DEEPEST = 6;
    private static final int MOST_DIRECTORIES = 4_000;
    private static final int MOST_TREES = 64;
    private static final String SYS = "sys";

    private TreeFinder() {}

    /**
     * Paths of directories that hold {@code bus/pci/devices}, or are a copy of it or of {@code devices}; breadth first, in
     * order of name. Where the tree stands in a folder as {@code sys}, nothing else in that folder is looked at: it may be
     * the root of a whole machine.
     */
    static List<String> find(SysTree tree) {
        List<String> found = new ArrayList<>();
        Deque<String> queue = new ArrayDeque<>();
        queue.add("");
        int visited = 0;
        while (!queue.isEmpty() && visited++ < MOST_DIRECTORIES && found.size() < MOST_TREES) {
            String directory = queue.poll();
            if (isTree(tree, directory)) {
                found.add(directory);
            } else if (holdsBus(tree, SysPath.join(directory, SYS))) {
                found.add(SysPath.join(directory, SYS));
            } else if (depth(directory) < DEEPEST) {
                queue.addAll(directoriesIn(tree, directory));
            }
        }
        return found;
    }

    private static boolean holdsBus(SysTree tree, String directory) {
        return tree.kind(SysPath.join(directory, FunctionFinder.BUS_LIST)) == SysTree.Kind.DIRECTORY;
    }

    private static boolean isTree(SysTree tree, String directory) {
        List<String> names = namesIn(tree, directory);
        return holdsBus(tree, directory)
                || names.contains("devices") && hasHostBridge(namesIn(tree, SysPath.join(directory, "devices")))
                || hasHostBridge(names)
                || names.stream().anyMatch(name -> isFunction(tree, directory, name));
    }

    private static boolean hasHostBridge(List<String> names) {
        return names.stream().anyMatch(name -> SysPath.rootBus(name).isPresent());
    }

    private static boolean isFunction(SysTree tree, String directory, String name) {
        return SysPath.function(name).isPresent() && tree.kind(SysPath.join(directory, name)) == SysTree.Kind.DIRECTORY;
    }

    private static List<String> directoriesIn(SysTree tree, String directory) {
        return namesIn(tree, directory).stream()
                .map(name -> SysPath.join(directory, name))
                .filter(path -> tree.kind(path) == SysTree.Kind.DIRECTORY)
                .toList();
    }

    private static List<String> namesIn(SysTree tree, String directory) {
        try {
            return tree.list(directory);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static int depth(String path) {
        return path.isEmpty() ? 0 : path.split("/").length;
    }
}
