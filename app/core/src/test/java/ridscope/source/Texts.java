package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;

/** Reading texts that stand beside a test, or in it. */
public final class Texts {

    private Texts() {}

    /** A file beside a test class among the resources. */
    public static String beside(Class<?> test, String name) {
        try (InputStream in = test.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it would be opened under the name {@code given}. */
    public static Source source(String text) {
        return new Source.Bytes("given", text.getBytes(StandardCharsets.UTF_8));
    }

    /** All hosts in a text. */
    public static List<HostSnapshot> read(SnapshotReader reader, String text) throws SnapshotException {
        return reader.read(source(text), Feedback.NONE);
    }

    /** What a reader says to the beginning of some content. */
    public static Recognition recognise(SnapshotReader reader, byte[] content) {
        byte[] head = java.util.Arrays.copyOf(content, Math.min(content.length, Head.LIMIT));
        return reader.recognise(new Head(new Source.Bytes("given", content), false, head));
    }

    /** One function of a host. */
    public static FunctionRecord function(HostSnapshot host, String address) {
        return host.functions().stream()
                .filter(f -> f.address().equals(FunctionAddress.of(address)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no function " + address));
    }
}
