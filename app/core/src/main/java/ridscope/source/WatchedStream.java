package ridscope.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import ridscope.job.Feedback;

/** Reports how far reading got, and stops it when the caller cancels. */
final class WatchedStream extends FilterInputStream {

    private final long total;
    private final Feedback feedback;
    private long done;

    WatchedStream(InputStream in, long total, Feedback feedback) {
        super(in);
        this.total = total;
        this.feedback = feedback;
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
        long count = super.skip(bytes);
        count(count);
        return count;
    }

    /** How many bytes were read. */
    long done() {
        return done;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        feedback.checkCancelled();
        done += bytes;
        feedback.progress(done, total);
    }
}
