package ridscope.source;

import java.nio.file.Path;
import java.util.List;
import ridscope.file.FileTree;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;

/** Knows hosts that are many files. Implementations are found with {@link java.util.ServiceLoader} and are stateless. */
public interface TreeReader {

    /** The source kind; goes into {@link Provenance#kind()}. */
    String kind();

    /** What it looks for, in words such as {@code sysfs tree}. */
    String what();

    /** The folder that is meant when a folder is opened that is only a part of what it reads. */
    default Path whole(Path folder) {
        return folder;
    }

    /** Paths of the directories that each hold one host, in an order that does not change. Must not throw. */
    List<String> find(FileTree files);

    /**
     * Reads one host; it may turn out to have no functions.
     *
     * @param host the tree below one of the directories found
     * @param provenance where it comes from, as far as that is known
     */
    HostSnapshot read(FileTree host, Provenance provenance, Feedback feedback);
}
