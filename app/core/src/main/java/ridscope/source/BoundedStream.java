package ridscope.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails after so many bytes instead of unpacking for ever. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private long done;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) throws IOException {
        done += bytes;
        if (done > limit) {
            throw new IOException("it unpacks to more than " + limit + " bytes");
        }
    }
}
