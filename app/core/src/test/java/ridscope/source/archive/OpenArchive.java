package ridscope.source.archive;

import java.nio.file.Path;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;

/** Opens an archive in a process of its own. */
final class OpenArchive {

    private OpenArchive() {}

    // A test reads what is printed.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws SnapshotException {
        Source source = new Source.OnDisk(Path.of(arguments[0]));
        HostSnapshot host =
                new SnapshotOpener().open(source, Feedback.NONE).hosts().get(0);
        System.out.println(host.functions().size() + " functions");
    }
}
