package ridscope.source.lspci;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines that may be the rest of the line before, which a mail program broke because it was long. Whether they are shows
 * only behind them: where the listing goes on they were part of it.
 */
final class WrappedLines {

    /** The narrowest width at which programs break lines. */
    private static final int NARROWEST = 60;

    private static final int MOST = 3;
    private static final String NO_TEXT = "`~#-=*$+{|";
    private static final Pattern END_OF_HEADER =
            Pattern.compile(".*(?:\\[[0-9a-f]{4}:[0-9a-f]{4}\\]|\\(rev [0-9a-f]{2}\\)|\\(prog-if .*\\))");

    private final List<String> pieces = new ArrayList<>();
    private int lastLength;

    /** Whether a line is no mark of what stands around a text, such as a prompt, a fence or the end of an HTML element. */
    static boolean mayBeText(String line) {
        return NO_TEXT.indexOf(line.charAt(0)) < 0 && !line.startsWith("</");
    }

    /** A line that stands for itself. */
    void own(int length) {
        pieces.clear();
        lastLength = length;
    }

    /** What follows belongs to nothing before it. */
    void close() {
        own(0);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /**
     * Keeps a line that may be the rest of the one before; false if that was not too long for the first word of this one.
     *
     * @param length of the line with everything before the part from {@code start} on
     */
    boolean hold(byte[] line, int start, int end, int length) {
        int word = start;
        while (word < end && line[word] != ' ') {
            word++;
        }
        boolean broken = lastLength + 1 + word - start >= NARROWEST;
        if (!broken || pieces.size() == MOST) {
            return false;
        }
        String piece = new String(line, start, end - start, StandardCharsets.UTF_8);
        if (!mayBeText(piece)) {
            return false;
        }
        pieces.add(piece);
        lastLength = length;
        return true;
    }

    /** The lines held back, as one. */
    String text() {
        return String.join(" ", pieces);
    }

    /** Whether the lines held back end as only a header does. */
    boolean endsHeader() {
        return END_OF_HEADER.matcher(text()).matches();
    }
}
