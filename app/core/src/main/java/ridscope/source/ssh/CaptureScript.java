package ridscope.source.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The script that prints a host's snapshot: POSIX {@code sh} with {@code cat}, {@code od}, {@code ls} and {@code readlink}.
 * {@code sh ridscope-capture.sh > host.ridscope.json} is all there is to do where RIDscope itself cannot get.
 */
public final class CaptureScript {

    /** What a file with it is called. */
    public static final String NAME = "ridscope-capture.sh";

    private CaptureScript() {}

    /** The whole script, ASCII. */
    public static String text() {
        try (InputStream in = CaptureScript.class.getResourceAsStream(NAME)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
