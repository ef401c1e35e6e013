package ridscope.text;

/** Text from devices and files, made fit for a file that is read as text. */
public final class Plain {

    private static final char UNPRINTABLE = '\ufffd';

    private Plain() {}

    /**
     * Without control characters and halves of surrogate pairs: tabs and ends of lines are kept, others become the replacement
     * character.
     */
    public static String visible(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            clean = !unprintable(text, i);
        }
        if (clean) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            visible.append(unprintable(text, i) ? UNPRINTABLE : text.charAt(i));
        }
        return visible.toString();
    }

    private static boolean unprintable(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    /** The same in one line. */
    public static String line(String text) {
        String visible = visible(text);
        boolean one = visible.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029);
        return one ? visible : visible.replaceAll("[\\r\\n\\t\\x{2028}\\x{2029}]+", " ");
    }

    /**
     * The same in one line of at most so many characters; what is longer ends in an ellipsis.
     *
     * @param most at least 1
     */
    public static String line(String text, int most) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
