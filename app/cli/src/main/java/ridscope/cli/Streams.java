package ridscope.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import ridscope.report.Glyphs;

/**
 * What a command line talks through.
 *
 * @param out answers
 * @param err notes and errors
 * @param in what the source {@code -} reads
 * @param glyphs what {@code out} and {@code err} can show
 */
public record Streams(PrintWriter out, PrintWriter err, InputStream in, Glyphs glyphs) {

    /** Those of this process, in the charset of its locale. */
    static Standard ofProcess() {
        Charset charset = charset();
        Watched watched = new Watched(new FileOutputStream(FileDescriptor.out));
        Streams streams = new Streams(
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(watched, charset), 1 << 15)),
                new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), charset), true),
                System.in,
                Glyphs.of(charset));
        return new Standard(streams, watched);
    }

    /** A note on the error stream, one line. */
    void note(String text) {
        err.println(glyphs.render("ridscope: " + text));
    }

    private static Charset charset() {
        for (String property : new String[] {"stdout.encoding", "native.encoding"}) {
            String name = System.getProperty(property);
            try {
                if (name != null && !name.isEmpty()) {
                    return Charset.forName(name);
                }
            } catch (UnsupportedCharsetException e) {
                return StandardCharsets.US_ASCII;
            }
        }
        return Charset.defaultCharset();
    }

    /** The streams of a process and the failure that a {@link PrintWriter} keeps to itself. */
    record Standard(Streams streams, Watched stdout) {

        /** Why answers could not be written; empty as well when the reader of a pipe just left early. */
        Optional<String> failure() {
            streams.out().flush();
            streams.err().flush();
            return Optional.ofNullable(stdout.failure)
                    .map(e -> Optional.ofNullable(e.getMessage()).orElse(e.toString()))
                    .filter(text -> !text.toLowerCase(Locale.ROOT).contains("pipe"));
        }
    }

    /** Remembers the first failure. */
    static final class Watched extends OutputStream {
        private final OutputStream target;
        private IOException failure;

        Watched(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (failure != null) {
                throw failure;
            }
            try {
                target.write(bytes, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
