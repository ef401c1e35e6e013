package ridscope.source;

import java.io.InputStream;
import ridscope.job.Feedback;

/** Reports how far reading got, and stops it when the caller cancels. */
final class WatchedStream extends CountedStream {

    private final long total;
    private final Feedback feedback;
    private long done;

    WatchedStream(InputStream in, long total, Feedback feedback) {
        super(in);
        this.total = total;
        this.feedback = feedback;
    }

    /** How many bytes were read. */
    long done() {
        return done;
    }

    @Override
    void count(long bytes) {
        feedback.checkCancelled();
        done += bytes;
        feedback.progress(done, total);
    }
}
