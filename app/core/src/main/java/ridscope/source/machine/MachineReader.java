package ridscope.source.machine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalInt;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Content;
import ridscope.source.Head;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;

/** Reads the description of a machine that does not exist yet, and makes the registers it would have. */
public final class MachineReader implements SnapshotReader {

    private static final String KIND = "machine";
    private static final int VERSION = 1;

    /** Stateless. */
    public MachineReader() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Recognition recognise(Head head) {
        if (head.directory() || head.binary()) {
            return Recognition.NO;
        }
        try {
            OptionalInt version = MachineParser.version(new ByteArrayInputStream(head.bytes()));
            return version.isPresent() ? new Recognition(100, "description of a machine") : Recognition.NO;
        } catch (IOException e) {
            return Recognition.NO;
        }
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        Mistakes mistakes = new Mistakes();
        HostSnapshot host =
                MachineBuilder.build(KIND, source.named(), description(source, mistakes, feedback), mistakes);
        if (host.functions().isEmpty()) {
            throw new SnapshotException(source.named() + " describes no function"
                    + mistakes.first()
                            .map(d -> ": in " + d.subject().orElse("it") + " " + d.text() + ".")
                            .orElse("; it needs a line such as `host-bridge 0000:00-3f` with a root-port below it."));
        }
        return List.of(host);
    }

    private static Description description(Source source, Mistakes mistakes, Feedback feedback)
            throws SnapshotException {
        try (InputStream in = Content.open(source, feedback)) {
            MachineParser parser = new MachineParser(in, mistakes);
            OptionalInt version = parser.version();
            if (version.orElse(0) != VERSION) {
                throw new SnapshotException(source.named() + " is a description of a machine in version "
                        + version.orElse(0) + "; this RIDscope reads version " + VERSION + ".");
            }
            return parser.rest(feedback);
        } catch (IOException e) {
            throw Content.unreadable(source.named(), e);
        }
    }
}
