package ridscope.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A tree of files in memory: filled first, then read. What is put to a path later replaces what was there, as it does when an
 * archive is unpacked; only a directory with something in it stays. Paths are normal ({@link TreePath#normal}).
 */
public final class MemoryTree implements FileTree {

    private sealed interface Node permits Directory, Content, Link {}

    private record Directory(TreeMap<String, Node> children) implements Node {}

    /** @param bytes without the zeros at its end: some archivers fill every attribute up to 4,096 bytes */
    @SuppressWarnings("ArrayRecordComponent")
    private record Content(byte[] bytes, int length, long size) implements Node {}

    private record Link(String target) implements Node {}

    private final Directory root = new Directory(new TreeMap<>());
    private final Map<String, String> names = new HashMap<>();
    private int count;

    /** Empty. */
    public MemoryTree() {}

    /** Puts a directory, and those above it. */
    public MemoryTree directory(String path) {
        made(path);
        return this;
    }

    /** Puts a text. */
    public MemoryTree file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file. */
    public MemoryTree file(String path, byte[] content) {
        return file(path, content, content.length);
    }

    /**
     * Puts a file.
     *
     * @param content what of it can be read
     * @param size the size it claims to have
     */
    public MemoryTree file(String path, byte[] content, long size) {
        int end = content.length;
        while (end > 0 && content[end - 1] == 0) {
            end--;
        }
        byte[] bytes = end == content.length ? content : Arrays.copyOf(content, end);
        put(path, new Content(bytes, content.length, size));
        return this;
    }

    /** Puts a symbolic link. */
    public MemoryTree link(String path, String target) {
        put(path, new Link(target));
        return this;
    }

    /** Lets a path have what another one has now; nothing happens if that is no file. */
    public MemoryTree same(String path, String existing) {
        if (find(existing) instanceof Content content) {
            put(path, content);
        }
        return this;
    }

    /** How many files, links and directories it has. */
    public int count() {
        return count;
    }

    private void put(String path, Node node) {
        if (path.isEmpty()) {
            return;
        }
        Map<String, Node> siblings = made(TreePath.parent(path)).children();
        Node old = siblings.get(TreePath.name(path));
        if (!(old instanceof Directory directory) || directory.children().isEmpty()) {
            count += old == null ? 1 : 0;
            siblings.put(name(TreePath.name(path)), node);
        }
    }

    /** The directory at a path, made where it is missing or something else stands. */
    private Directory made(String path) {
        Directory at = root;
        for (String part : parts(path)) {
            Node next = at.children().get(part);
            if (!(next instanceof Directory)) {
                count += next == null ? 1 : 0;
                next = new Directory(new TreeMap<>());
                at.children().put(name(part), next);
            }
            at = (Directory) next;
        }
        return at;
    }

    /** The same few names come thousands of times. */
    private String name(String name) {
        return names.computeIfAbsent(name, n -> n);
    }

    private static String[] parts(String path) {
        return path.isEmpty() ? new String[0] : path.split("/");
    }

    private Node find(String path) {
        Node at = root;
        for (String part : parts(path)) {
            at = at instanceof Directory directory ? directory.children().get(part) : null;
        }
        return at;
    }

    @Override
    public Kind kind(String path) {
        Node node = find(path);
        if (node instanceof Directory) {
            return Kind.DIRECTORY;
        }
        if (node instanceof Content) {
            return Kind.FILE;
        }
        return node == null ? Kind.ABSENT : Kind.LINK;
    }

    @Override
    public List<String> list(String path) {
        return find(path) instanceof Directory directory
                ? List.copyOf(directory.children().keySet())
                : List.of();
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        if (find(path) instanceof Content content) {
            return Arrays.copyOf(content.bytes(), Math.min(limit, content.length()));
        }
        throw new NoSuchFileException(path);
    }

    @Override
    public long size(String path) {
        return find(path) instanceof Content content ? content.size() : 0;
    }

    @Override
    public Optional<String> link(String path) {
        return find(path) instanceof Link link ? Optional.of(link.target()) : Optional.empty();
    }
}
