package ridscope.source.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets only so many bytes be read until it is told that more are fine: for a library that reads headers into memory. Also
 * knows whether the last that was read were zeros, the end mark of a tar archive, which the library does not ask for.
 */
final class MeteredStream extends FilterInputStream {

    private long left;
    private boolean zeros;

    MeteredStream(InputStream in) {
        super(in);
    }

    /** From now on so many bytes may be read. */
    void allow(long bytes) {
        left = bytes;
    }

    boolean endedInZeros() {
        return zeros;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        zeros = count > 0 ? zeros(bytes, offset, count) : zeros;
        return count;
    }

    private static boolean zeros(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long count = super.skip(bytes);
        zeros = false;
        count(count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("the headers of one of its entries are absurdly long");
        }
    }
}
