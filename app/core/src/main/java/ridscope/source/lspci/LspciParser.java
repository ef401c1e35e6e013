package ridscope.source.lspci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import ridscope.host.HostSnapshot;
import ridscope.rid.FunctionAddress;
import ridscope.source.Limits;
import ridscope.source.LineScanner;
import ridscope.source.SnapshotException;

/**
 * Reads output of lspci with whatever stands around it, line by line. Of a register dump only header lines and a few texts
 * become Strings.
 */
final class LspciParser {

    /** How lines below a header start: a word with a colon, flags, or an address range. */
    private static final Pattern LISTING_LINE = Pattern.compile(
            "(?:[A-Z][\\w/. -]{0,30}:(?:[ \\t].*)?"
                    + "|(?:Region \\d|Memory at|I/O ports at|Expansion ROM at|\\[virtual\\]|!!!|<[a-z]).*|(?:.*[ \\t])?\\w+[+-](?:[ ,].*)?)");

    /** How the first of them starts, which tells a listing that lost its indentation from words below a list. */
    private static final Pattern FIRST_LINE =
            Pattern.compile("(?:Subsystem|DeviceName|Device tree node|Physical Slot|Control"
                    + "|Flags|Capabilities|Kernel (?:driver in use|modules)):.*|!!!.*");

    private final LineScanner lines;
    private final String title;
    private final HostRuns runs = new HostRuns();
    private final LinePrefix prefix = new LinePrefix();
    private final ScriptGroups groups = new ScriptGroups();
    private final WrappedLines wrapped = new WrappedLines();
    private final HexRow row = new HexRow();
    private final byte[] space = new byte[4096];
    private final TextBlock block = new TextBlock();
    private Optional<TreeText> tree = Optional.empty();
    private Optional<String> loggedHost = Optional.empty();
    private FunctionDraft current;
    private int functions;

    /** Where the present line starts behind its prefix, with and without white space, and how far it is indented there. */
    private int content;

    private int from;
    private int column;
    private int headerColumn;

    /** Whether the present function's text is over for lines that are no further indented than its header. */
    private boolean closed;

    /** Whether it is over for lines that are, unless they can only be of a listing. */
    private boolean ended;

    /** Whether there is an empty line behind every line, so that it separates nothing. */
    private boolean spaced;

    /** Whether the lines below the header are no further indented than it is. */
    private boolean flat;

    private LspciParser(InputStream in, String title) {
        this.lines = new LineScanner(in);
        this.title = title;
    }

    /**
     * All hosts in the stream; may be none.
     *
     * @param title how messages call the source
     * @throws SnapshotException if there are too many functions
     */
    static List<HostSnapshot> parse(InputStream in, String title) throws IOException, SnapshotException {
        LspciParser parser = new LspciParser(in, title);
        while (parser.lines.next()) {
            parser.line();
        }
        parser.close();
        parser.endTree();
        parser.finish();
        return parser.runs.hosts();
    }

    private void line() throws SnapshotException {
        withoutPrefix();
        byte[] bytes = lines.bytes();
        if (from == lines.end()) {
            blank();
        } else if (tree.isPresent() && tree.get().line(raw())) {
            count(tree.get().functions().size());
        } else if (row.read(bytes, from, lines.end())) {
            row();
        } else if (!HeaderLine.looksLikeOne(bytes, from, lines.end()) || !header()) {
            if (current != null && column > headerColumn && !ended) {
                own();
            } else {
                other(text());
            }
        }
    }

    private void withoutPrefix() {
        from = lines.start();
        content = lines.rawStart();
        column = lines.column();
        int length = prefix.lengthIn(lines.bytes(), from, lines.end());
        if (length > 0) {
            behind(from + length);
        }
    }

    /** Goes on with what stands behind the prefix of the present line. */
    private void behind(int start) {
        content = start;
        from = start;
        column = 0;
        while (from < lines.end() && (lines.bytes()[from] == ' ' || lines.bytes()[from] == '\t')) {
            column = lines.bytes()[from++] == ' ' ? column + 1 : (column / 8 + 1) * 8;
        }
    }

    private void blank() {
        spaced |= block.count() == 0 && !closed;
        boolean goesOn = spaced;
        close();
        ended = !goesOn;
        endTree();
    }

    private void row() {
        settle(true);
        if (current != null) {
            current.row(row);
        }
    }

    private boolean header() throws SnapshotException {
        String line = text();
        Optional<HeaderLine> header = HeaderLine.parse(line);
        if (header.isEmpty()) {
            return false;
        }
        Optional<MachineRecord> machine =
                MachineRecord.isLine(line) ? Optional.of(MachineRecord.ofLine(line)) : Optional.empty();
        start(header.get(), line, machine);
        current.group(group());
        return true;
    }

    private OptionalInt group() {
        if (from == lines.start()) {
            return groups.at(column);
        }
        String before = new String(lines.bytes(), lines.start(), from - lines.start(), StandardCharsets.UTF_8);
        return ScriptGroups.in(before);
    }

    private void start(HeaderLine header, String line, Optional<MachineRecord> machine) throws SnapshotException {
        settle(true);
        finish();
        endTree();
        logged();
        count(1);
        functions++;
        current = new FunctionDraft(header, line, machine, space, block);
        headerColumn = column;
        closed = false;
        ended = false;
        spaced = false;
        flat = false;
        wrapped.own(lines.end() - lines.rawStart());
    }

    /** The host that a log names before the header. */
    private void logged() {
        Optional<String> host = LinePrefix.host(lines.bytes(), lines.start(), from - lines.start());
        if (host.isPresent() && !host.equals(loggedHost)) {
            loggedHost = host;
            runs.host(host.get());
        }
    }

    private void count(int more) throws SnapshotException {
        if (functions + more > Limits.FUNCTIONS) {
            throw new SnapshotException(title + " has more than " + Limits.FUNCTIONS + " functions.");
        }
    }

    /** A line below the header. */
    private void own() {
        settle(true);
        block.add(lines.bytes(), from, lines.end(), column);
        wrapped.own(lines.end() - lines.rawStart());
    }

    /** A line that is not indented: the start of something else, the rest of a long line, or a text around the listing. */
    private void other(String line) throws SnapshotException {
        if (current != null && current.machine().filter(m -> m.add(line)).isPresent()) {
            return;
        }
        Optional<FunctionAddress> record = MachineRecord.start(line);
        if (record.isPresent()) {
            start(HeaderLine.bare(record.get()), line, Optional.of(new MachineRecord()));
        } else if (TreeText.starts(line)) {
            drawing();
        } else if (groups.line(line, column)) {
            close();
        } else if (!named(line) && !behindPrefix()) {
            around(line);
        }
    }

    private void drawing() throws SnapshotException {
        close();
        finish();
        TreeText drawn = tree.orElseGet(TreeText::new);
        tree = Optional.of(drawn);
        drawn.line(raw());
        count(drawn.functions().size());
    }

    /** Whether the line names the host that the functions behind it belong to. */
    private boolean named(String line) {
        Optional<String> host = HostNames.inLine(line);
        Optional<String> heading = host.isPresent() ? Optional.empty() : HostNames.inHeading(line);
        if (host.isEmpty() && heading.isEmpty()) {
            return false;
        }
        close();
        finish();
        host.ifPresent(runs::host);
        heading.ifPresent(runs::heading);
        return true;
    }

    /** Looks for a header behind a prefix that is not known yet. */
    private boolean behindPrefix() throws SnapshotException {
        int start = prefix.learn(lines.bytes(), from, lines.end());
        if (start < 0) {
            return false;
        }
        behind(start);
        return header();
    }

    private void around(String line) {
        if (current == null) {
            return;
        }
        if (belongs(line)) {
            flat |= column <= headerColumn;
            closed = false;
            ended = false;
            own();
        } else if (closed || !wrapped.hold(lines.bytes(), from, lines.end(), lines.end() - lines.rawStart())) {
            close();
        }
    }

    /** Whether a line can only be of the present function's listing. */
    private boolean belongs(String line) {
        if (column > headerColumn) {
            return LISTING_LINE.matcher(line).matches();
        }
        if (closed && !spaced) {
            return false;
        }
        return flat
                ? WrappedLines.mayBeText(line)
                : block.count() == 0 && FIRST_LINE.matcher(line).matches();
    }

    /** The present function's text is over. */
    private void close() {
        settle(false);
        wrapped.close();
        closed = true;
        ended = true;
    }

    /** Joins the pieces of a broken line, if what follows shows that they are some. */
    private void settle(boolean listingGoesOn) {
        if (wrapped.isEmpty() || current == null) {
            return;
        }
        if (block.count() == 0 && (listingGoesOn || wrapped.endsHeader())) {
            current.moreHeader(wrapped.text());
        } else if (listingGoesOn) {
            byte[] piece = wrapped.text().getBytes(StandardCharsets.UTF_8);
            block.append(piece, 0, piece.length);
        }
        wrapped.close();
    }

    private void endTree() {
        tree.filter(drawn -> !drawn.empty()).ifPresent(drawn -> {
            functions += drawn.functions().size();
            runs.add(drawn);
        });
        tree = Optional.empty();
    }

    private void finish() {
        if (current != null && current.said()) {
            runs.add(current);
        }
        current = null;
    }

    private String text() {
        return new String(lines.bytes(), from, lines.end() - from, StandardCharsets.UTF_8);
    }

    private String raw() {
        return new String(lines.bytes(), content, lines.end() - content, StandardCharsets.UTF_8);
    }
}
