package ridscope.source.lspci;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log puts before each line of a listing: {@code Nov 24 13:00:00 db7 root: }, {@code [   12.345678] }, a time of
 * ISO 8601. It is learned from a line with a function's header behind it and then taken off every line that starts with the
 * same signs, whatever digits are among them.
 */
final class LinePrefix {

    private static final int LONGEST = 120;
    private static final Pattern LOG = Pattern.compile(
            "(?:.*\\d\\d:\\d\\d:\\d\\d.*|\\[ *\\d+\\.\\d+\\].*|.*[:\\]>]|\\d+[:.)]|IOMMU [Gg]roup .*) ");
    private static final Pattern SYSLOG_HOST = Pattern.compile(
            "(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d|\\d{4}-\\d\\d-\\d\\dT\\S+) ([A-Za-z0-9][\\w.-]*) .*");
    private static final Pattern TAG = Pattern.compile("(?:<[^<>]*>)+");

    private byte[] shape = {};

    /** How many bytes of the line are the prefix, 0 if it has none that is known. */
    int lengthIn(byte[] line, int start, int end) {
        int length = Math.min(shape.length, end - start);
        // White space at the end of a line is gone already, so an empty line may lack the end of the prefix.
        if (length == 0 || length < shape.length - 1) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            if (sign(line[start + i]) != shape[i]) {
                return 0;
            }
        }
        return length;
    }

    private static byte sign(byte b) {
        return b >= '0' && b <= '9' || b == ' ' ? (byte) '0' : b;
    }

    /** Looks for a header further inside the line; where it starts, or −1. */
    int learn(byte[] line, int start, int end) {
        int last = Math.min(end, start + LONGEST);
        for (int at = start + 1; at < last; at++) {
            boolean free = line[at - 1] == ' ' || line[at - 1] == '>' || line[at - 1] == '\t';
            if (free && HeaderLine.looksLikeOne(line, at, end) && plausible(line, start, at, end)) {
                return at;
            }
        }
        return -1;
    }

    private boolean plausible(byte[] line, int start, int at, int end) {
        if (!HeaderLine.says(new String(line, at, end - at, StandardCharsets.UTF_8))) {
            return false;
        }
        String before = new String(line, start, at - start, StandardCharsets.ISO_8859_1);
        if (TAG.matcher(before).matches()) {
            return true;
        }
        if (!LOG.matcher(before).matches()) {
            return false;
        }
        shape = Arrays.copyOfRange(line, start, at);
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sign(shape[i]);
        }
        return true;
    }

    /** The host that a log names in the prefix of this line. */
    static Optional<String> host(byte[] line, int start, int length) {
        Matcher m = SYSLOG_HOST.matcher(new String(line, start, length, StandardCharsets.ISO_8859_1));
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }
}
