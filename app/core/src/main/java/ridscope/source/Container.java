package ridscope.source;

import java.util.List;
import java.util.Optional;
import ridscope.file.FileTree;
import ridscope.job.Feedback;
import ridscope.text.Diagnostic;

/**
 * Opens content that holds files of its own as a tree of them, whatever they are about. Implementations are found with
 * {@link java.util.ServiceLoader} and are stateless.
 */
public interface Container {

    /** Id of the diagnostic about content that breaks off or goes beyond a limit. */
    String INCOMPLETE = "ARCHIVE_INCOMPLETE";

    /**
     * What it holds.
     *
     * @param files those of its files that the selection wants, nothing unpacked to disk
     * @param diagnostics what was odd about it as a whole, and what could not be read
     */
    record Held(FileTree files, List<Diagnostic> diagnostics) {
        public Held {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** What content is, in words such as {@code tar archive}; empty if it is no container this one opens. Must be quick. */
    Optional<String> recognise(Head head);

    /**
     * Reads what is wanted of it. Where it breaks off, what stands before the damage counts.
     *
     * @throws SnapshotException if it cannot be read at all
     */
    Held read(Source source, Selection selection, Feedback feedback) throws SnapshotException;
}
