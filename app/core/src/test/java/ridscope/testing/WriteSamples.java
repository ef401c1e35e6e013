package ridscope.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.SnapshotNames;
import ridscope.names.StandardDeviceNames;
import ridscope.source.Opened;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.json.SnapshotWriter;

/**
 * Writes sample captures; run by hand, never by a test. With one argument, the samples folder, it writes the synthetic ones.
 * With three, it also turns a capture of any format into a sample: folder, sample name, what to open.
 */
public final class WriteSamples {

    private WriteSamples() {}

    public static void main(String[] args) throws IOException, SnapshotException {
        Path folder = Path.of(args[0]);
        if (args.length == 3) {
            Opened opened = new SnapshotOpener().open(new Source.OnDisk(Path.of(args[2])), Feedback.NONE);
            write(folder, args[1], named(opened.hosts().get(0)));
            return;
        }
        for (Map.Entry<String, HostSnapshot> host : SampleHosts.all().entrySet()) {
            write(folder, host.getKey(), host.getValue());
        }
    }

    private static HostSnapshot named(HostSnapshot snapshot) {
        return SnapshotNames.fill(
                snapshot, Enumerator.enumerate(snapshot, Feedback.NONE), new StandardDeviceNames(PciIds.installed()));
    }

    private static void write(Path folder, String name, HostSnapshot snapshot) throws IOException, SnapshotException {
        Path sample = Files.createDirectories(folder.resolve(name));
        SnapshotWriter.save(snapshot, sample.resolve(SampleCorpus.CAPTURE));
    }
}
