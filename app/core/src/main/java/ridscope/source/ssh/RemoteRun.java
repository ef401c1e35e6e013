package ridscope.source.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;

/**
 * Runs one program: gives it its input, collects what it prints, and ends it, with the programs it has started, when it takes
 * too long, prints too much, or the caller no longer wants the result.
 */
final class RemoteRun {

    private static final int POLL_MILLIS = 50;
    /** How long to wait for the rest of what an ended program printed: a helper it left behind may keep the pipe open. */
    private static final int REST_MILLIS = 1_000;

    private static final int MOST_ERRORS = 64 * 1024;

    /** How it ended. */
    enum End {
        /** By itself. */
        EXITED,
        /** It took too long. */
        TOO_SLOW,
        /** It printed more than was allowed. */
        TOO_MUCH
    }

    /**
     * What came of it.
     *
     * @param end how it ended
     * @param exitCode its exit code, if it ended by itself
     * @param out what it printed
     * @param err the beginning of what it said on its error stream
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Outcome(End end, int exitCode, byte[] out, String err) {}

    private final List<String> command;
    private final Duration limit;
    private final int mostBytes;

    RemoteRun(List<String> command, Duration limit, int mostBytes) {
        this.command = List.copyOf(command);
        this.limit = limit;
        this.mostBytes = mostBytes;
    }

    /**
     * Runs it. Progress is told in bytes; {@code firstByte} is run when the first ones have come.
     *
     * @throws IOException if the program cannot be started
     * @throws CancelledException if the caller no longer wants the result
     */
    Outcome run(byte[] input, Runnable firstByte, Feedback feedback) throws IOException {
        Process process = new ProcessBuilder(command).start();
        Collector out = new Collector(process.getInputStream(), mostBytes);
        Collector err = new Collector(process.getErrorStream(), MOST_ERRORS);
        try {
            Thread writer = daemon(() -> write(process.getOutputStream(), input));
            Thread outReader = daemon(out);
            Thread errReader = daemon(err);
            End end = watch(process, out, firstByte, feedback);
            if (end != End.EXITED) {
                stop(process);
            }
            long start = System.nanoTime();
            for (Thread thread : List.of(outReader, errReader, writer)) {
                thread.join(Math.max(1, REST_MILLIS - (System.nanoTime() - start) / 1_000_000));
            }
            int exitCode = end == End.EXITED ? process.exitValue() : -1;
            return new Outcome(
                    out.full() ? End.TOO_MUCH : end,
                    exitCode,
                    out.bytes(),
                    new String(err.bytes(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            stop(process);
        }
    }

    private End watch(Process process, Collector out, Runnable firstByte, Feedback feedback)
            throws InterruptedException {
        long start = System.nanoTime();
        boolean begun = false;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            feedback.checkCancelled();
            if (out.full()) {
                return End.TOO_MUCH;
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                return End.TOO_SLOW;
            }
            if (out.size() > 0) {
                if (!begun) {
                    firstByte.run();
                }
                begun = true;
                feedback.progress(out.size(), -1);
            }
        }
        return End.EXITED;
    }

    /**
     * Closes the streams too, so what an ended program said last must have been read before. The programs it has started come
     * first: once it is gone, nobody knows any more that they were its own.
     */
    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void write(OutputStream to, byte[] input) {
        try (to) {
            to.write(input);
        } catch (IOException e) {
            // It has ended without reading everything; its exit code and its words say why.
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ssh");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Reads a stream to its end, or until there is too much of it. */
    private static final class Collector implements Runnable {
        private final InputStream in;
        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Collector(InputStream in, int most) {
            this.in = in;
            this.most = most;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[1 << 16];
            try {
                int count = in.read(buffer);
                while (count >= 0) {
                    add(buffer, count);
                    count = in.read(buffer);
                }
            } catch (IOException e) {
                // The program was ended; what came before counts.
            }
        }

        /** What is beyond the limit is read, so that the program does not wait for ever, and dropped. */
        private synchronized void add(byte[] buffer, int count) {
            bytes.write(buffer, 0, Math.min(count, most - bytes.size()));
        }

        synchronized int size() {
            return bytes.size();
        }

        synchronized boolean full() {
            return bytes.size() == most;
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
