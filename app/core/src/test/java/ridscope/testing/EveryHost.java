package ridscope.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.topology.Topology;

/** The samples and, where they are there, all real dumps, for tests of what every host must bear. */
public final class EveryHost {

    private EveryHost() {}

    /** Captures of all samples. */
    public static List<Path> samples() {
        return SampleCorpus.names().stream().map(SampleCorpus::capture).toList();
    }

    /** Captures of all samples and all files of real dumps; only the samples where the shared fixtures are absent. */
    public static List<Path> files() {
        List<Path> files = new ArrayList<>(samples());
        Path real = Path.of(System.getProperty("ridscope.shared", "none"), "fixtures", "real");
        if (Files.isDirectory(real)) {
            try (Stream<Path> found = Files.walk(real)) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** The models of all hosts in a file; none where it is no snapshot. */
    public static List<Topology> topologies(Path file) {
        List<Topology> topologies = new ArrayList<>();
        try {
            for (HostSnapshot host : new SnapshotOpener()
                    .open(new Source.OnDisk(file), Feedback.NONE)
                    .hosts()) {
                topologies.add(Enumerator.enumerate(host, Feedback.NONE));
            }
        } catch (SnapshotException e) {
            return List.of();
        }
        return topologies;
    }
}
