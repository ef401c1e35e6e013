package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Fails after so many bytes, or at a bomb, instead of unpacking for ever. */
final class BoundedStream extends CountedStream {

    private final long limit;
    private final LongSupplier packed;
    private long done;

    /** @param packed how many bytes were read so far of what is being unpacked */
    BoundedStream(InputStream in, long limit, LongSupplier packed) {
        super(in);
        this.limit = limit;
        this.packed = packed;
    }

    /** In small steps, so that a bomb is noticed in time. */
    @Override
    public long skip(long bytes) throws IOException {
        return super.skip(Math.min(bytes, Limits.ATTRIBUTE << 8));
    }

    @Override
    void count(long bytes) throws IOException {
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
