package ridscope.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** With which characters trees and sentences are written. */
public enum Glyphs {
    /** Box-drawing lines, dashes and multiplication signs as they should be. */
    UNICODE,
    /** For outputs that cannot show them. */
    ASCII;

    private static final String FANCY = "├└─│·–—−×→…“”’";
    private static final String[] PLAIN = {"|", "`", "-", "|", "-", "-", "-", "-", "x", "->", "...", "\"", "\"", "'"};

    /** What an output with this charset can show. */
    public static Glyphs of(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? UNICODE : ASCII;
    }

    /** The same text in characters that the output can show; what we do not write ourselves becomes {@code ?}. */
    public String render(CharSequence text) {
        if (this == UNICODE) {
            return text.toString();
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                plain.append(c);
            } else {
                int known = FANCY.indexOf(c);
                plain.append(known < 0 ? "?" : PLAIN[known]);
            }
        }
        return plain.toString();
    }
}
