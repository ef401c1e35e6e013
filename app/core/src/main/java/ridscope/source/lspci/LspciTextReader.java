package ridscope.source.lspci;

import java.util.List;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Head;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;

/**
 * Reads output of lspci without register bytes: lists and trees at any verbosity, of any version from 3.0 on, of one or
 * several hosts, with other text around. Of a host with bytes further back in the file these are read too.
 */
public final class LspciTextReader implements SnapshotReader {

    /** Stateless. */
    public LspciTextReader() {}

    @Override
    public String kind() {
        return HostRuns.TEXT;
    }

    /** A line that says what a function is, or a drawn tree. */
    @Override
    public Recognition recognise(Head head) {
        return switch (Sniffer.look(head)) {
            case TEXT -> new Recognition(50, "lspci output without register bytes");
            case BYTES, SOME_BYTES, NOTHING -> Recognition.NO;
        };
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        return Sniffer.read(source, feedback);
    }
}
