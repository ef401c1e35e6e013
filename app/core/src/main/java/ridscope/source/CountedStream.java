package ridscope.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells of every byte that is read or skipped. Cannot go back. */
abstract class CountedStream extends FilterInputStream {

    CountedStream(InputStream in) {
        super(in);
    }

    /**
     * So many bytes more.
     *
     * @throws IOException if that is too many
     */
    abstract void count(long bytes) throws IOException;

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long count = super.skip(bytes);
        count(count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
