package ridscope.source.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import ridscope.source.DamagedException;

/**
 * Lets the failures of a library be told apart: content that was cut ends with {@link EOFException}, damaged content with
 * {@link DamagedException}, whatever the library throws.
 */
final class ToldStream extends FilterInputStream {

    private final String what;

    private ToldStream(String what, InputStream in) {
        super(in);
        this.what = what;
    }

    /** Makes a stream of the library. */
    interface Maker {
        InputStream make() throws IOException;
    }

    static InputStream of(String what, Maker maker) throws IOException {
        try {
            return new ToldStream(what, maker.make());
        } catch (IOException | IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw told(what, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException | IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw told(what, e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 1 << 16)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** What a library's failure means. */
    static IOException told(String what, Exception e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean cut = message.contains("unexpected end") || message.contains("truncated");
        if (e instanceof EOFException || e instanceof IOException && cut) {
            return e instanceof EOFException eof ? eof : new EOFException(e.getMessage());
        }
        return e instanceof DamagedException damaged ? damaged : new DamagedException(what, e);
    }
}
