package ridscope.source.lspci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import ridscope.host.HostSnapshot;
import ridscope.source.Limits;
import ridscope.source.LineScanner;
import ridscope.source.SnapshotException;

/** Reads register dumps of lspci, line by line; only header lines and a few texts become Strings. */
final class LspciHexParser {

    private final LineScanner lines;
    private final String title;
    private final HostRuns runs;
    private final HexRow row = new HexRow();
    private final byte[] space = new byte[4096];
    private FunctionDraft current;
    private int functions;

    private LspciHexParser(InputStream in, String title, String kind) {
        this.lines = new LineScanner(in);
        this.title = title;
        this.runs = new HostRuns(kind);
    }

    /**
     * All hosts in the stream that have bytes; may be none.
     *
     * @throws SnapshotException if there are too many functions
     */
    static List<HostSnapshot> parse(InputStream in, String title, String kind) throws IOException, SnapshotException {
        LspciHexParser parser = new LspciHexParser(in, title, kind);
        while (parser.lines.next()) {
            parser.line();
        }
        parser.finish();
        return parser.runs.hosts();
    }

    private void line() throws SnapshotException {
        byte[] bytes = lines.bytes();
        int start = lines.start();
        int end = lines.end();
        if (start == end) {
            return;
        }
        if (row.read(bytes, start, end)) {
            if (current != null) {
                current.row(row);
            }
        } else if (HeaderLine.looksLikeOne(bytes, start, end)) {
            header(text(start));
        } else if (bytes[start] == '\t') {
            indented(bytes, start, end);
        } else {
            HostNames.inLine(text(start)).ifPresent(this::host);
            indented(bytes, start, end);
        }
    }

    private void header(String line) throws SnapshotException {
        Optional<HeaderLine> header = HeaderLine.parse(line);
        if (header.isEmpty()) {
            return;
        }
        finish();
        if (++functions > Limits.FUNCTIONS) {
            throw new SnapshotException(title + " has more than " + Limits.FUNCTIONS + " functions.");
        }
        current = new FunctionDraft(header.get(), space);
    }

    private void host(String name) {
        finish();
        runs.host(name);
    }

    /** Most lines of {@code -vvv} say what the bytes say too; only those that start like ours are looked at. */
    private void indented(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && (bytes[at] == '\t' || bytes[at] == ' ')) {
            at++;
        }
        if (current != null && at < end && "SKPNIFC".indexOf(bytes[at]) >= 0) {
            current.text(text(at));
        }
    }

    private void finish() {
        if (current != null) {
            runs.add(current);
            current = null;
        }
    }

    private String text(int from) {
        return new String(lines.bytes(), from, lines.end() - from, StandardCharsets.UTF_8);
    }
}
