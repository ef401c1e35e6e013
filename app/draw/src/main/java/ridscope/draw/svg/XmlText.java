package ridscope.draw.svg;

import java.util.Locale;

/** Text inside XML 1.0: escapes what has a meaning and replaces what may not occur at all. */
public final class XmlText {

    private XmlText() {}

    /** Appends a text so that it is right in element content and between double quotes. */
    public static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append("&#").append((int) c).append(';');
                default -> i += character(out, text, i);
            }
        }
    }

    /** Appends one character, or U+FFFD for a control character, half a pair or a non-character. Returns how many more to skip. */
    private static int character(StringBuilder out, String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(i + 1));
            return 1;
        }
        boolean allowed = c >= 0x20 && c < 0x7f || c >= 0xa0 && c < 0xd800 || c >= 0xe000 && c < 0xfffe;
        out.append(allowed ? c : '\ufffd');
        return 0;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
