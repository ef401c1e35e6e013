package ridscope.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A tree of files: a folder, an archive, or the running kernel's. Paths are relative, separated by {@code /}; {@code ""} is
 * the root. Symbolic links are never followed: they are asked for and resolved by whoever walks, who thus stays inside.
 */
public interface FileTree {

    /** What a path names. */
    enum Kind {
        DIRECTORY,
        FILE,
        LINK,
        /** Nothing, or something that is none of the others. */
        ABSENT
    }

    /** What the path names; the links on the way to it are not followed either. */
    Kind kind(String path);

    /**
     * Names in a directory, in natural order; empty if the path is no directory.
     *
     * @throws IOException if it cannot be read
     */
    List<String> list(String path) throws IOException;

    /**
     * The beginning of a file, at most {@code limit} bytes.
     *
     * @throws IOException if it is no file or cannot be read
     */
    byte[] read(String path, int limit) throws IOException;

    /**
     * A file from its start.
     *
     * @throws IOException if it is no file or cannot be read
     */
    default InputStream open(String path) throws IOException {
        return new ByteArrayInputStream(read(path, Integer.MAX_VALUE));
    }

    /** The size a file claims to have, which may be more than can be read; 0 if unknown. */
    long size(String path);

    /** The text of a link; empty if the path is none. */
    Optional<String> link(String path);

    /** The tree below one of the directories. */
    default FileTree at(String directory) {
        return directory.isEmpty() ? this : new SubTree(this, directory);
    }
}
