package ridscope.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder on disk, or the kernel's own. */
public final class DirectoryTree implements FileTree {

    /** More names than any directory of a sysfs tree has. */
    private static final int MOST_NAMES = 200_000;

    private final Path root;

    /** @param root may itself be a link */
    public DirectoryTree(Path root) {
        this.root = root;
    }

    @Override
    public Kind kind(String path) {
        try {
            BasicFileAttributes attributes = attributes(path);
            if (attributes.isSymbolicLink()) {
                return Kind.LINK;
            }
            if (attributes.isDirectory()) {
                return Kind.DIRECTORY;
            }
            return attributes.isRegularFile() ? Kind.FILE : Kind.ABSENT;
        } catch (IOException e) {
            return Kind.ABSENT;
        }
    }

    @Override
    public List<String> list(String path) throws IOException {
        List<String> names = new ArrayList<>();
        if (kind(path) != Kind.DIRECTORY) {
            return names;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolve(path))) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
                if (names.size() >= MOST_NAMES) {
                    break;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(null);
        return names;
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        try (InputStream in = open(path)) {
            return in.readNBytes(limit);
        }
    }

    @Override
    public InputStream open(String path) throws IOException {
        // A pipe or device in a hostile folder would block for ever.
        if (kind(path) != Kind.FILE) {
            throw new NoSuchFileException(path);
        }
        return Files.newInputStream(resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public long size(String path) {
        try {
            return attributes(path).size();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public Optional<String> link(String path) {
        try {
            return kind(path) == Kind.LINK
                    ? Optional.of(Files.readSymbolicLink(resolve(path)).toString())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private BasicFileAttributes attributes(String path) throws IOException {
        return path.isEmpty()
                ? Files.readAttributes(root, BasicFileAttributes.class)
                : Files.readAttributes(resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private Path resolve(String path) throws IOException {
        try {
            return root.resolve(path);
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(path);
        }
    }
}
