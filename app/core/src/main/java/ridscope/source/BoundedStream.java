package ridscope.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Fails after so many bytes, or at a bomb, instead of unpacking for ever. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private final LongSupplier packed;
    private long done;

    /** @param packed how many bytes were read so far of what is being unpacked */
    BoundedStream(InputStream in, long limit, LongSupplier packed) {
        super(in);
        this.limit = limit;
        this.packed = packed;
    }

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
        long count = super.skip(Math.min(bytes, Limits.ATTRIBUTE << 8));
        count(count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        done += bytes;
        if (done > limit) {
            throw new IOException("it unpacks to more than " + limit + " bytes");
        }
        if (done > Limits.BOMB && done / Limits.BOMB_RATIO > packed.getAsLong()) {
            throw new IOException(
                    "it unpacks to more than " + Limits.BOMB_RATIO + " times its size, as only a bomb does");
        }
    }
}
