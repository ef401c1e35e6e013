package ridscope.source.lspci;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Content;
import ridscope.source.Head;
import ridscope.source.LineScanner;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;

/**
 * Reads register dumps made with {@code lspci -x}, {@code -xxx} or {@code -xxxx}, with whatever else was printed between the
 * rows, of one or several hosts.
 */
public final class LspciHexReader implements SnapshotReader {

    private static final String KIND = "lspci-hex";

    /** Stateless. */
    public LspciHexReader() {}

    @Override
    public String kind() {
        return KIND;
    }

    /** A header line followed, somewhere, by a whole row 00; header lines alone are claimed only to say what they lack. */
    @Override
    public Recognition recognise(Head head) {
        if (head.directory() || head.binary()) {
            return Recognition.NO;
        }
        LineScanner lines = new LineScanner(new ByteArrayInputStream(head.bytes()));
        HexRow row = new HexRow();
        boolean header = false;
        try {
            while (lines.next()) {
                if (header && row.read(lines.bytes(), lines.start(), lines.end())) {
                    return row.offset() == 0 && row.count() == HexRow.WIDTH
                            ? new Recognition(90, "lspci output with register bytes")
                            : new Recognition(40, "lspci output with incomplete register bytes");
                }
                header |= HeaderLine.looksLikeOne(lines.bytes(), lines.start(), lines.end());
            }
        } catch (IOException e) {
            return Recognition.NO;
        }
        return header ? new Recognition(10, "lspci output") : Recognition.NO;
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        try (InputStream in = Content.open(source, feedback)) {
            List<HostSnapshot> hosts = LspciHexParser.parse(in, source.named(), KIND);
            if (hosts.isEmpty()) {
                throw new SnapshotException(source.named() + " is lspci text without register bytes;"
                        + " this version needs the output of `sudo lspci -xxxx` (or -xxx).");
            }
            return hosts;
        } catch (IOException e) {
            throw Content.unreadable(source.named(), e);
        }
    }
}
