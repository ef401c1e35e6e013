package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream into lines without making a String of each. The current line lies in {@link #bytes()} from {@link #start()}
 * to {@link #end()}. Line ends of any kind, a byte-order mark, colour codes, white space at both ends and the {@code >} and
 * {@code |} of quoting mail programs are not part of it, and a space is a plain space. Of an absurdly long line only the
 * beginning is seen.
 */
public final class LineScanner {

    private static final int BUFFER = 1 << 18;
    private static final int LONG_LINE = 1 << 12;
    private static final int TAB = 8;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int next;
    private boolean ended;
    private boolean returned;
    private boolean odd;
    private byte[] line = buffer;
    private int raw;
    private int start;
    private int end;
    private int column;

    /** @param in stays open */
    public LineScanner(InputStream in) {
        this.in = in;
    }

    /** Where the current line lies; changes with {@link #next()}. */
    public byte[] bytes() {
        return line;
    }

    /** Where it starts there. */
    public int start() {
        return start;
    }

    /** Behind its last byte. */
    public int end() {
        return end;
    }

    /** Where the line starts with its quoting and white space. */
    public int rawStart() {
        return raw;
    }

    /** How far it is indented behind its quoting, tabs counting to the next multiple of 8. */
    public int column() {
        return column;
    }

    /** The current line as text. */
    public String text() {
        return new String(line, start, end - start, StandardCharsets.UTF_8);
    }

    /**
     * Moves to the next line; false if there is none.
     *
     * @throws IOException if reading fails
     */
    public boolean next() throws IOException {
        int lineEnd = findLineEnd();
        if (lineEnd < 0 && next == filled) {
            return false;
        }
        line = buffer;
        raw = next;
        if (lineEnd < 0 && !ended) {
            line = Arrays.copyOfRange(buffer, next, next + LONG_LINE);
            raw = 0;
            end = line.length;
            skipRestOfLine();
        } else {
            end = lineEnd < 0 ? filled : lineEnd;
            next = lineEnd < 0 ? filled : lineEnd + 1;
            returned = lineEnd >= 0 && buffer[lineEnd] == '\r';
        }
        if (odd) {
            end = OddBytes.clean(line, raw, end);
        }
        trim();
        return true;
    }

    /** Where the line from {@link #next} on ends, reading as needed; −1 if the input or the buffer ends before. */
    private int findLineEnd() throws IOException {
        odd = false;
        int length = 0;
        while (true) {
            if (returned && next < filled) {
                next += buffer[next] == '\n' ? 1 : 0;
                returned = false;
            }
            for (int at = next + length; at < filled; at++) {
                byte b = buffer[at];
                if (b < ' ') {
                    if (b == '\n' || b == '\r') {
                        return at;
                    }
                    odd |= b != '\t';
                }
            }
            length = filled - next;
            if (ended || length == BUFFER) {
                return -1;
            }
            refill();
        }
    }

    private void refill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        int count = in.read(buffer, filled, BUFFER - filled);
        ended = count < 0;
        filled += Math.max(0, count);
    }

    private void skipRestOfLine() throws IOException {
        boolean wasOdd = odd;
        int lineEnd = -1;
        while (lineEnd < 0 && !ended) {
            next = filled;
            lineEnd = findLineEnd();
        }
        odd = wasOdd;
        next = lineEnd < 0 ? filled : lineEnd + 1;
        returned = lineEnd >= 0 && buffer[lineEnd] == '\r';
    }

    private void trim() {
        start = raw;
        column = 0;
        while (start < end && blankOrQuote(line[start])) {
            start++;
        }
        while (end > start && (line[end - 1] == ' ' || line[end - 1] == '\t')) {
            end--;
        }
    }

    private boolean blankOrQuote(byte b) {
        switch (b) {
            case ' ' -> column++;
            case '\t' -> column = (column / TAB + 1) * TAB;
            // The space behind a quoting sign belongs to the sign.
            case '>', '|' -> column = start + 1 < end && line[start + 1] == ' ' ? -1 : 0;
            default -> {
                return false;
            }
        }
        return true;
    }
}
