package ridscope.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A part of another tree. */
record SubTree(FileTree tree, String directory) implements FileTree {

    private String path(String below) {
        return TreePath.join(directory, below);
    }

    @Override
    public Kind kind(String path) {
        return tree.kind(path(path));
    }

    @Override
    public List<String> list(String path) throws IOException {
        return tree.list(path(path));
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        return tree.read(path(path), limit);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return tree.open(path(path));
    }

    @Override
    public long size(String path) {
        return tree.size(path(path));
    }

    @Override
    public Optional<String> link(String path) {
        return tree.link(path(path));
    }
}
