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
 * Reads register dumps made with {@code lspci -x}, {@code -xxx} or {@code -xxxx}, with whatever else was printed between the
 * rows, of one or several hosts.
 */
public final class LspciHexReader implements SnapshotReader {

    /** Stateless. */
    public LspciHexReader() {}

    @Override
    public String kind() {
        return HostRuns.HEX;
    }

    /** A header line followed, somewhere, by a whole row 00. */
    @Override
    public Recognition recognise(Head head) {
        return switch (Sniffer.look(head)) {
            case BYTES -> new Recognition(90, "lspci output with register bytes");
            case SOME_BYTES -> new Recognition(40, "lspci output with incomplete register bytes");
            case TEXT, NOTHING -> Recognition.NO;
        };
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        return Sniffer.read(source, feedback);
    }
}
