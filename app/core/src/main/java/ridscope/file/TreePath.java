package ridscope.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths inside a {@link FileTree}: relative, separated by {@code /}, {@code ""} for the root. */
public final class TreePath {

    private TreePath() {}

    /** A name in a directory. */
    public static String join(String directory, String name) {
        if (directory.isEmpty()) {
            return name;
        }
        return name.isEmpty() ? directory : directory + '/' + name;
    }

    /** The last component. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** All but the last component. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /**
     * A path without {@code .}, {@code ..} and empty components, beginning at the root even if it is absolute.
     *
     * @return empty if it leads out of the tree
     */
    public static Optional<String> normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
