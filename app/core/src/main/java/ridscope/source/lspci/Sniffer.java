package ridscope.source.lspci;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Content;
import ridscope.source.Head;
import ridscope.source.LineScanner;
import ridscope.source.SnapshotException;
import ridscope.source.Source;

/** What the two readers of lspci output have in common. */
final class Sniffer {

    /** What the beginning of a file shows. */
    enum Found {
        /** A header and a whole first row. */
        BYTES,
        /** A header and a row that is damaged or not the first. */
        SOME_BYTES,
        /** Functions or a tree. */
        TEXT,
        /** No lspci output. */
        NOTHING
    }

    private final LinePrefix prefix = new LinePrefix();
    private final HexRow row = new HexRow();
    private final LineScanner lines;
    private boolean header;
    private boolean text;

    private Sniffer(Head head) {
        lines = new LineScanner(new ByteArrayInputStream(head.bytes()));
    }

    static Found look(Head head) {
        if (head.directory() || head.binary()) {
            return Found.NOTHING;
        }
        try {
            return new Sniffer(head).look();
        } catch (IOException e) {
            return Found.NOTHING;
        }
    }

    private Found look() throws IOException {
        while (lines.next()) {
            byte[] bytes = lines.bytes();
            int start = lines.start() + prefix.lengthIn(bytes, lines.start(), lines.end());
            if (header && row.read(bytes, start, lines.end())) {
                return row.offset() == 0 && row.count() == HexRow.WIDTH ? Found.BYTES : Found.SOME_BYTES;
            }
            if (!HeaderLine.looksLikeOne(bytes, start, lines.end())) {
                int learned = prefix.learn(bytes, start, lines.end());
                start = learned < 0 ? start : learned;
            }
            look(start);
        }
        return text ? Found.TEXT : Found.NOTHING;
    }

    private void look(int start) {
        if (HeaderLine.looksLikeOne(lines.bytes(), start, lines.end())) {
            header = true;
            text |= HeaderLine.says(text(start));
        } else if (!text) {
            String line = text(start);
            text = TreeText.starts(line) || MachineRecord.start(line).isPresent();
        }
    }

    private String text(int start) {
        return new String(lines.bytes(), start, lines.end() - start, StandardCharsets.UTF_8);
    }

    /**
     * All hosts in a source.
     *
     * @throws SnapshotException if it cannot be read, or says of no function what it is
     */
    static List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        try (InputStream in = Content.open(source, feedback)) {
            List<HostSnapshot> hosts = LspciParser.parse(in, source.named());
            if (hosts.isEmpty()) {
                throw new SnapshotException(source.named() + " has no function in it that lspci would list;"
                        + " open the output of `sudo lspci -vvv` or, better, of `sudo lspci -vvv -xxxx`.");
            }
            return hosts;
        } catch (IOException e) {
            throw Content.unreadable(source.named(), e);
        }
    }
}
