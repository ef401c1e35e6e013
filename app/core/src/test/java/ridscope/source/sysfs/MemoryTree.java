package ridscope.source.sysfs;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.source.Fixtures;

/** A tree of files in memory, built by hand or from an archive. */
public final class MemoryTree implements FileTree {

    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, TreeSet<String>> directories = new HashMap<>(Map.of("", new TreeSet<>()));

    public static MemoryTree of(Path archive) throws IOException {
        MemoryTree tree = new MemoryTree();
        Fixtures.eachEntry(archive, (entry, content) -> {
            String path = SysPath.resolve("", entry.getName()).orElseThrow();
            if (entry.isDirectory()) {
                tree.directory(path);
            } else if (entry.isSymbolicLink()) {
                tree.link(path, entry.getLinkName());
            } else if (entry.isFile()) {
                tree.file(path, content.readAllBytes());
            }
        });
        return tree;
    }

    public MemoryTree file(String path, String text) {
        return file(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public MemoryTree file(String path, byte[] content) {
        add(path);
        files.put(path, content);
        return this;
    }

    public MemoryTree link(String path, String target) {
        add(path);
        links.put(path, target);
        return this;
    }

    public MemoryTree directory(String path) {
        if (!path.isEmpty()) {
            add(path);
            directories.computeIfAbsent(path, p -> new TreeSet<>());
        }
        return this;
    }

    private void add(String path) {
        directory(TreePath.parent(path));
        directories.get(TreePath.parent(path)).add(TreePath.name(path));
    }

    @Override
    public Kind kind(String path) {
        if (files.containsKey(path)) {
            return Kind.FILE;
        }
        if (links.containsKey(path)) {
            return Kind.LINK;
        }
        return directories.containsKey(path) ? Kind.DIRECTORY : Kind.ABSENT;
    }

    @Override
    public List<String> list(String path) {
        return List.copyOf(directories.getOrDefault(path, new TreeSet<>()));
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        if (!files.containsKey(path)) {
            throw new NoSuchFileException(path);
        }
        byte[] content = files.get(path);
        return java.util.Arrays.copyOf(content, Math.min(limit, content.length));
    }

    @Override
    public long size(String path) {
        return files.containsKey(path) ? files.get(path).length : 0;
    }

    @Override
    public Optional<String> link(String path) {
        return Optional.ofNullable(links.get(path));
    }
}
