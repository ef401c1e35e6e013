package ridscope.report.table;

/** Text from devices and files, made fit for a file that is read as text. */
final class Plain {

    private static final char UNPRINTABLE = '\ufffd';

    private Plain() {}

    /** Without control characters: tabs and ends of lines are kept, others become the replacement character. */
    static String visible(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            clean = !control(text.charAt(i));
        }
        if (clean) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            visible.append(control(text.charAt(i)) ? UNPRINTABLE : text.charAt(i));
        }
        return visible.toString();
    }

    private static boolean control(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    /** The same in one line. */
    static String line(String text) {
        String visible = visible(text);
        boolean one = visible.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029);
        return one ? visible : visible.replaceAll("[\\r\\n\\t\\x{2028}\\x{2029}]+", " ");
    }
}
