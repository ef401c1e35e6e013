package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import ridscope.config.CapabilityList.Walked;

/**
 * Up to sixteen bytes, or what stands where bytes are missing.
 *
 * @param offset of its first column, a multiple of 16
 * @param from first byte of the row that is shown
 * @param to first byte that is not
 * @param words why the bytes from here on are not there; empty for a row of bytes
 * @param tone of the words
 */
record HexRow(int offset, int from, int to, String words, Tone tone) {

    static final int WIDTH = 16;

    boolean gap() {
        return !words.isEmpty();
    }

    /** All rows that hold bytes of a span; bytes that are not real become one line that says why. */
    static List<HexRow> rows(Subject subject, ByteSpan span) {
        List<HexRow> rows = new ArrayList<>();
        int real = Math.min(span.end(), subject.config().length());
        for (int at = span.offset() / WIDTH * WIDTH; at < real; at += WIDTH) {
            rows.add(new HexRow(at, Math.max(at, span.offset()), Math.min(at + WIDTH, real), "", Tone.PLAIN));
        }
        if (real < span.end()) {
            int missing = Math.max(real, span.offset());
            Value why = subject.missing(missing);
            rows.add(new HexRow(missing, missing, span.end(), why.text(), why.tone()));
        }
        return rows;
    }

    /** The whole configuration space as far as it is known to exist. */
    static List<HexRow> rows(Subject subject) {
        int size = Math.max(
                subject.function().record().configSize(), subject.config().length());
        boolean more = subject.function().capabilities().extended() == Walked.UNKNOWN;
        return rows(subject, new ByteSpan(0, more ? 0x1000 : Math.max(size, 1)));
    }
}
