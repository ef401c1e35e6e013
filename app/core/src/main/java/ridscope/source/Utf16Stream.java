package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Text in UTF-16 with a byte-order mark, as Windows programs save it, turned into UTF-8. */
final class Utf16Stream extends InputStream {

    private static final int CHARACTERS = 8192;

    private final Reader in;
    private final char[] characters = new char[CHARACTERS + 1];
    private byte[] bytes = {};
    private int at;

    Utf16Stream(InputStream in) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_16);
    }

    /** Whether two bytes, read as a big-endian number, are a byte-order mark. */
    static boolean marks(int first) {
        return first == 0xfffe || first == 0xfeff;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, to, offset, count);
        at += count;
        return count;
    }

    /** Makes sure that there is a byte to give; false at the end. */
    private boolean fill() throws IOException {
        if (at < bytes.length) {
            return true;
        }
        int count = in.read(characters, 0, CHARACTERS);
        if (count < 0) {
            return false;
        }
        // A pair of surrogates must not be cut.
        if (Character.isHighSurrogate(characters[count - 1])) {
            int low = in.read();
            if (low < 0) {
                characters[count - 1] = '\ufffd';
            } else {
                characters[count++] = (char) low;
            }
        }
        bytes = new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
