package ridscope.source.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Finds elements of one name in text that may be anything else besides: prologs, document types, prompts, further documents.
 * What is outside of them is never parsed, so a document type declares nothing and loads nothing. UTF-8. Forgets what it has
 * passed.
 */
public final class XmlFragments {

    /** Characters from one {@code <} to the next; what has more is no XML that anybody wrote for us. */
    static final int LONGEST = 1 << 20;

    private enum At {
        TEXT,
        NAME,
        TAG
    }

    private final Reader in;
    private final String element;
    private final char[] buffer = new char[1 << 14];
    private int filled;
    private int next;
    private boolean ended;

    private final StringBuilder name = new StringBuilder();
    private At at = At.TEXT;
    private int quote;
    private int previous;
    private int line = 1;

    private boolean inside;
    private int startLine;
    private int depth;
    private int sinceOpening;
    private boolean oversized;
    /** What was read of the element before it was recognised, and how much of that was delivered. */
    private String opening = "";

    private int delivered;

    /** @param element the name of the elements looked for; those of the same name inside one belong to it */
    public XmlFragments(InputStream in, String element) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
        this.element = element;
    }

    /**
     * Moves to the next such element, past the rest of the present one.
     *
     * @return false if there is none
     */
    public boolean next() throws IOException {
        int c = 0;
        while (inside && c >= 0) {
            c = step();
        }
        while (!inside && c >= 0) {
            c = step();
        }
        return inside && c >= 0;
    }

    /** The line on which the present element begins, from 1. */
    public int startLine() {
        return startLine;
    }

    /** Whether the input ended before the present element did. */
    boolean cut() {
        return inside && ended && !oversized;
    }

    /** Whether a tag or text was so long that reading stopped there. */
    boolean oversized() {
        return oversized;
    }

    /** The present element from its {@code <} to its last {@code >}, or to where the input ends. */
    Reader reader() {
        return new Reader() {
            @Override
            public int read(char[] target, int from, int length) throws IOException {
                int count = 0;
                int c = 0;
                while (count < length && (c = deliver()) >= 0) {
                    target[from + count++] = (char) c;
                }
                return count == 0 && c < 0 ? -1 : count;
            }

            @Override
            public void close() {
                // The stream belongs to whoever opened it.
            }
        };
    }

    private int deliver() throws IOException {
        if (delivered < opening.length()) {
            return opening.charAt(delivered++);
        }
        return inside ? step() : -1;
    }

    /** One character further; −1 at the end. */
    private int step() throws IOException {
        int c = take();
        if (c < 0) {
            return c;
        }
        if (c == '<') {
            at = At.NAME;
            name.setLength(0);
            sinceOpening = 0;
        } else if (at == At.NAME) {
            inName((char) c);
        } else if (at == At.TAG) {
            inTag((char) c);
        }
        if (inside && ++sinceOpening > LONGEST) {
            oversized = true;
            ended = true;
        }
        previous = c;
        return c;
    }

    private void inName(char c) {
        boolean delimiter = c == '>' || c <= ' ' || c == '/' && name.length() > 0;
        if (!delimiter && name.length() <= element.length() + 1) {
            name.append(c);
            return;
        }
        at = At.TAG;
        quote = 0;
        if (!inside && delimiter && name.toString().equals(element)) {
            inside = true;
            startLine = line - (c == '\n' ? 1 : 0);
            depth = 0;
            opening = '<' + element + c;
            delivered = 0;
        }
        inTag(c);
    }

    private void inTag(char c) {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            at = At.TEXT;
            close();
        }
    }

    private void close() {
        String tag = name.toString();
        if (tag.equals(element) && previous != '/') {
            depth++;
        } else if (tag.equals('/' + element)) {
            depth--;
        }
        inside &= depth > 0;
    }

    private int take() throws IOException {
        if (next == filled && !ended) {
            filled = in.read(buffer);
            next = 0;
            ended = filled < 0;
        }
        if (ended) {
            return -1;
        }
        char c = buffer[next++];
        line += c == '\n' ? 1 : 0;
        return c;
    }
}
