package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream into lines without making a String of each. The current line lies in {@link #bytes()} from {@link #start()}
 * to {@link #end()}; the line end, a carriage return before it, a byte-order mark and the {@code >} and spaces of a quoting
 * mail program are not part of it. Of an absurdly long line only the beginning is seen.
 */
public final class LineScanner {

    private static final int BUFFER = 1 << 18;
    private static final int LONG_LINE = 1 << 12;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int next;
    private boolean ended;
    private boolean first = true;
    private byte[] line = buffer;
    private int start;
    private int end;

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

    /**
     * Moves to the next line; false if there is none.
     *
     * @throws IOException if reading fails
     */
    public boolean next() throws IOException {
        int newline = findLineEnd();
        if (newline < 0 && next == filled) {
            return false;
        }
        line = buffer;
        start = next;
        if (newline < 0 && !ended) {
            line = Arrays.copyOfRange(buffer, next, next + LONG_LINE);
            start = 0;
            end = line.length;
            skipRestOfLine();
        } else {
            end = newline < 0 ? filled : newline;
            next = newline < 0 ? filled : newline + 1;
        }
        trim();
        return true;
    }

    /** The current line as text. */
    public String text() {
        return new String(line, start, end - start, StandardCharsets.UTF_8);
    }

    /** Where the line from {@link #next} on ends, reading as needed; −1 if the input or the buffer ends before. */
    private int findLineEnd() throws IOException {
        int length = 0;
        while (true) {
            for (int at = next + length; at < filled; at++) {
                if (buffer[at] == '\n') {
                    return at;
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
        int newline = -1;
        while (newline < 0 && !ended) {
            next = filled;
            newline = findLineEnd();
        }
        next = newline < 0 ? filled : newline + 1;
    }

    private void trim() {
        if (first && end - start >= 3 && line[start] == (byte) 0xef && line[start + 1] == (byte) 0xbb) {
            start += 3;
        }
        first = false;
        while (start < end && (line[start] == '>' || line[start] == ' ')) {
            start++;
        }
        while (end > start && (line[end - 1] == '\r' || line[end - 1] == ' ')) {
            end--;
        }
    }
}
