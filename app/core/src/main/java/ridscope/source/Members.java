package ridscope.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.job.Feedback;

/** Finds among many files those that a reader may know what to do with. */
final class Members {

    private static final int DEEPEST = 8;
    private static final int MOST_DIRECTORIES = 4_000;
    private static final int MOST = 64;

    private Members() {}

    /**
     * Paths of such files, those nearest to the root first, then in order of name.
     *
     * @param without directories that are not searched
     */
    static List<String> find(FileTree files, HostFiles selection, Set<String> without, Feedback feedback) {
        List<String> found = new ArrayList<>();
        Deque<String> directories = new ArrayDeque<>(List.of(""));
        for (int visited = 0; !directories.isEmpty() && visited < MOST_DIRECTORIES && found.size() < MOST; visited++) {
            feedback.checkCancelled();
            String directory = directories.poll();
            for (String name : names(files, directory)) {
                String path = TreePath.join(directory, name);
                switch (files.kind(path)) {
                    case FILE -> {
                        if (found.size() < MOST && wanted(files, path, selection)) {
                            found.add(path);
                        }
                    }
                    case DIRECTORY -> {
                        if (!without.contains(path) && path.split("/").length <= DEEPEST) {
                            directories.add(path);
                        }
                    }
                    default -> {
                        // A link leads to what is found elsewhere, or out of here.
                    }
                }
            }
        }
        return found;
    }

    private static boolean wanted(FileTree files, String path, HostFiles selection) {
        Selection.Worth worth = selection.of(path);
        if (worth != Selection.Worth.LOOK && worth != Selection.Worth.LOG) {
            return false;
        }
        try {
            return selection.wants(path, files.read(path, Limits.LOOK));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> names(FileTree files, String directory) {
        try {
            return files.list(directory);
        } catch (IOException e) {
            return List.of();
        }
    }
}
