package ridscope.source.sysfs;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import ridscope.file.FileTree;
import ridscope.file.TreePath;

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
    static List<String> find(FileTree tree) {
        List<String> found = new ArrayList<>();
        Deque<String> queue = new ArrayDeque<>();
        queue.add("");
        int visited = 0;
        while (!queue.isEmpty() && visited++ < MOST_DIRECTORIES && found.size() < MOST_TREES) {
            String directory = queue.poll();
            if (isTree(tree, directory)) {
                found.add(directory);
            } else if (holdsBus(tree, TreePath.join(directory, SYS))) {
                found.add(TreePath.join(directory, SYS));
            } else if (depth(directory) < DEEPEST) {
                queue.addAll(directoriesIn(tree, directory));
            }
        }
        return found;
    }

    private static boolean holdsBus(FileTree tree, String directory) {
        return tree.kind(TreePath.join(directory, FunctionFinder.BUS_LIST)) == FileTree.Kind.DIRECTORY;
    }

    private static boolean isTree(FileTree tree, String directory) {
        List<String> names = namesIn(tree, directory);
        return holdsBus(tree, directory)
                || names.contains("devices") && hasHostBridge(namesIn(tree, TreePath.join(directory, "devices")))
                || hasHostBridge(names)
                || names.stream().anyMatch(name -> isFunction(tree, directory, name));
    }

    private static boolean hasHostBridge(List<String> names) {
        return names.stream().anyMatch(name -> SysPath.rootBus(name).isPresent());
    }

    private static boolean isFunction(FileTree tree, String directory, String name) {
        return SysPath.function(name).isPresent()
                && tree.kind(TreePath.join(directory, name)) == FileTree.Kind.DIRECTORY;
    }

    private static List<String> directoriesIn(FileTree tree, String directory) {
        return namesIn(tree, directory).stream()
                .map(name -> TreePath.join(directory, name))
                .filter(path -> tree.kind(path) == FileTree.Kind.DIRECTORY)
                .toList();
    }

    private static List<String> namesIn(FileTree tree, String directory) {
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
