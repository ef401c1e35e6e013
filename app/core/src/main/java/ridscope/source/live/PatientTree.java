package ridscope.source.live;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import ridscope.file.FileTree;

/**
 * Reads attributes that can block while a driver reconfigures its device (they take the device lock) on a thread of their
 * own, and gives up on them after a while. A thread that hangs in the kernel cannot be ended; it is left behind as a daemon.
 */
final class PatientTree implements FileTree, AutoCloseable {

    private static final Set<String> MAY_BLOCK = Set.of("sriov_numvfs", "sriov_vf_total_msix");
    private static final int MOST_HANGING = 8;

    private final FileTree tree;
    private final long patienceMillis;
    private final Consumer<String> gaveUp;
    private final ExecutorService readers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sysfs reader");
        thread.setDaemon(true);
        return thread;
    });
    private int hanging;

    /**
     * @param patienceMillis how long one attribute may take
     * @param gaveUp hears the paths that took longer
     */
    PatientTree(FileTree tree, long patienceMillis, Consumer<String> gaveUp) {
        this.tree = tree;
        this.patienceMillis = patienceMillis;
        this.gaveUp = gaveUp;
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        if (!MAY_BLOCK.contains(path.substring(path.lastIndexOf('/') + 1))) {
            return tree.read(path, limit);
        }
        if (hanging >= MOST_HANGING) {
            gaveUp.accept(path);
            throw new IOException("too many attributes hang already");
        }
        Future<byte[]> answer = readers.submit(() -> tree.read(path, limit));
        try {
            return answer.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            hanging++;
            gaveUp.accept(path);
            throw new IOException("no answer within " + patienceMillis + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public Kind kind(String path) {
        return tree.kind(path);
    }

    @Override
    public List<String> list(String path) throws IOException {
        return tree.list(path);
    }

    @Override
    public long size(String path) {
        return tree.size(path);
    }

    @Override
    public Optional<String> link(String path) {
        return tree.link(path);
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
