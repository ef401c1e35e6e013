package ridscope.source.live;

import java.io.IOException;
import java.util.HashSet;
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
import ridscope.text.Diagnostic;

/**
 * Reads attributes that can block on a thread of their own, and gives up on them after a while. They block because they take
 * the device lock, which a driver holds while it starts, stops or reconfigures its device, or because they wake a suspended
 * device that does not come back. Where one attribute hangs, the others of its directory are not tried any more. A thread
 * that hangs in the kernel cannot be ended; it is left behind as a daemon.
 */
final class PatientTree implements FileTree, AutoCloseable {

    private static final Set<String> MAY_BLOCK = Set.of(
            "config",
            "current_link_speed",
            "current_link_width",
            "max_link_speed",
            "max_link_width",
            "secondary_bus_number",
            "sriov_numvfs",
            "sriov_vf_total_msix",
            "subordinate_bus_number",
            "uevent");
    /** A directory of this name stands in every device; in a slot's directory it is an attribute. */
    private static final Set<String> MAY_BLOCK_IN_A_SLOT = Set.of("power", "adapter");

    private static final String SLOTS = "bus/pci/slots/";
    private static final int MOST_HANGING = 16;

    private final FileTree tree;
    private final long patienceMillis;
    private final Consumer<Diagnostic> gaveUp;
    private final Set<String> hanging = new HashSet<>();
    private final ExecutorService readers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sysfs reader");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param patienceMillis how long one attribute may take
     * @param gaveUp hears what took longer, or was not tried because too much hangs already
     */
    PatientTree(FileTree tree, long patienceMillis, Consumer<Diagnostic> gaveUp) {
        this.tree = tree;
        this.patienceMillis = patienceMillis;
        this.gaveUp = gaveUp;
    }

    private static boolean mayBlock(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return MAY_BLOCK.contains(name) || path.startsWith(SLOTS) && MAY_BLOCK_IN_A_SLOT.contains(name);
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
        if (!mayBlock(path)) {
            return tree.read(path, limit);
        }
        String directory = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        if (hanging.contains(directory)) {
            throw new IOException("another attribute beside it hangs already");
        }
        if (hanging.size() >= MOST_HANGING) {
            hanging.add(directory);
            gaveUp.accept(diagnostic(path, "was not read: too many attributes hang already."));
            throw new IOException("too many attributes hang already");
        }
        Future<byte[]> answer = readers.submit(() -> tree.read(path, limit));
        try {
            return answer.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            hanging.add(directory);
            gaveUp.accept(diagnostic(path, "gave no answer within " + patienceMillis + " ms; its driver may be busy."));
            throw new IOException("no answer within " + patienceMillis + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Diagnostic diagnostic(String path, String what) {
        String[] parts = path.split("/");
        String device = parts[Math.max(0, parts.length - 2)];
        String subject = path.startsWith(SLOTS) ? "slot " + device : device;
        return Diagnostic.of("ATTRIBUTE_TIMEOUT", subject, parts[parts.length - 1] + " of " + subject + " " + what);
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
