package ridscope.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What recognition looks at: the beginning of the content, unpacked if it was gzip.
 *
 * @param source what is being opened
 * @param directory whether it is a directory (then {@code bytes} is empty)
 * @param bytes up to {@link #LIMIT} bytes from the start
 */
// The bytes are shared, not copied: every reader looks at the same few.
@SuppressWarnings("ArrayRecordComponent")
public record Head(Source source, boolean directory, byte[] bytes) {

    /** Whether the bytes are no text; then no reader of text may claim them, however much some of them look like it. */
    public boolean binary() {
        return BinaryKind.of(bytes).isPresent();
    }

    /** The bytes as text; empty for a directory and for what is no text. */
    public Optional<String> text() {
        return directory || binary() ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** How much is looked at. */
    public static final int LIMIT = 64 * 1024;
}
