package ridscope.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.topology.Topology;

/** The samples as tests see them: by folder, with their expectations. */
public final class SampleCorpus {

    /** The capture in a sample's folder. */
    public static final String CAPTURE = "host.ridscope.json";

    /** What is there instead for a planned machine. */
    private static final String DESCRIPTION = "host.machine.txt";

    private SampleCorpus() {}

    /** The samples folder of this build. */
    public static Path folder() {
        return Path.of(System.getProperty("ridscope.samples"));
    }

    /** Names in the order of the index. */
    public static List<String> names() {
        return lines(folder().resolve("index.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The capture of a sample, or its description where the machine does not exist. */
    public static Path capture(String name) {
        Path folder = folder().resolve(name);
        Path description = folder.resolve(DESCRIPTION);
        return Files.exists(description) ? description : folder.resolve(CAPTURE);
    }

    /** Opens a sample as a user would. */
    public static HostSnapshot open(String name) throws SnapshotException {
        return new SnapshotOpener()
                .open(new Source.OnDisk(capture(name)), Feedback.NONE)
                .hosts()
                .get(0);
    }

    /** The model of a sample. */
    public static Topology topology(String name) throws SnapshotException {
        return Enumerator.enumerate(open(name), Feedback.NONE);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
