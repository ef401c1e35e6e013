package ridscope.source.lspci;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ridscope.source.Limits;
import ridscope.text.Numbers;

/**
 * The lines of one function that are no register bytes, kept as bytes until it is clear whether anybody needs them: in a
 * dump with all registers most of them say what the bytes say too.
 */
final class TextBlock {

    private static final int MOST_BYTES = 1 << 18;
    private static final int INDENT = 8;
    private static final String CAPABILITY = "Capabilities: [";

    private byte[] bytes = new byte[1 << 13];
    private int[] ends = new int[64];
    private int[] columns = new int[64];
    private int count;

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    private int startOf(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    /** Adds a line; what goes beyond all measure is dropped. */
    void add(byte[] from, int start, int end, int column) {
        int at = startOf(count);
        int size = end - start;
        if (count >= Limits.LISTING_LINES || at + size > MOST_BYTES) {
            return;
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
            columns = Arrays.copyOf(columns, 2 * count);
        }
        reserve(at + size);
        System.arraycopy(from, start, bytes, at, size);
        columns[count] = column;
        ends[count++] = at + size;
    }

    /** Puts a piece that a mail program broke off back behind the last line. */
    void append(byte[] from, int start, int end) {
        int at = startOf(count);
        int size = end - start + 1;
        if (count == 0 || at + size > MOST_BYTES) {
            return;
        }
        reserve(at + size);
        bytes[at] = ' ';
        System.arraycopy(from, start, bytes, at + 1, size - 1);
        ends[count - 1] = at + size;
    }

    private void reserve(int size) {
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
    }

    /** Whether a line starts with these ASCII letters. */
    boolean startsWith(int line, String word) {
        int start = startOf(line);
        if (ends[line] - start < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a capability is printed that does not start within so many bytes. */
    boolean printsBeyond(int length) {
        for (int line = 0; line < count; line++) {
            if (startsWith(line, CAPABILITY)) {
                int at = startOf(line) + CAPABILITY.length();
                int offset = 0;
                while (at < ends[line] && Numbers.hexDigit(bytes[at]) >= 0 && offset < length) {
                    offset = offset << 4 | Numbers.hexDigit(bytes[at++]);
                }
                if (offset >= length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first byte of a line, or 0 for an empty one. */
    int first(int line) {
        return startOf(line) == ends[line] ? 0 : bytes[startOf(line)];
    }

    /** A line without its indentation. */
    String text(int line) {
        int start = startOf(line);
        String text = new String(bytes, start, ends[line] - start, StandardCharsets.UTF_8);
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
    }

    /** All lines, indented as they are among each other, with tabs. */
    List<String> lines() {
        int least = Arrays.stream(columns, 0, count).min().orElse(0);
        List<String> lines = new ArrayList<>(count);
        for (int line = 0; line < count; line++) {
            int indent = columns[line] - least;
            lines.add("\t".repeat(indent / INDENT) + " ".repeat(indent % INDENT) + text(line));
        }
        return lines;
    }
}
