package ridscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ridscope.source.SnapshotException;
import ridscope.source.Source;

/** The captures that come with RIDscope, for a first look and for trying things out. */
public final class BundledSamples {

    private static final String FOLDER = "/ridscope/samples/";
    private static final List<String> CAPTURES =
            List.of("host.ridscope.json", "host.ridscope.json.gz", "host.machine.txt");

    private BundledSamples() {}

    /**
     * One sample.
     *
     * @param name what follows {@code sample:} on the command line
     * @param title one line
     * @param sentence what it shows; may be empty
     */
    public record Sample(String name, String title, String sentence) {}

    /** All samples in the order in which they are offered. */
    public static List<Sample> list() {
        List<Sample> samples = new ArrayList<>();
        for (String line : text("index.txt").orElse("").lines().toList()) {
            String name = line.strip();
            if (!name.isEmpty() && !name.startsWith("#")) {
                samples.add(describe(name));
            }
        }
        return samples;
    }

    /**
     * One sample as something to open.
     *
     * @throws SnapshotException if there is none of this name; the message lists those that exist
     */
    public static Source.Bytes open(String name) throws SnapshotException {
        boolean known = list().stream().anyMatch(s -> s.name().equals(name));
        for (String capture : known ? CAPTURES : List.<String>of()) {
            Optional<byte[]> content = bytes(name + "/" + capture);
            if (content.isPresent()) {
                return new Source.Bytes(name, content.get());
            }
        }
        String names = list().stream().map(Sample::name).collect(Collectors.joining(", "));
        throw new SnapshotException("there is no sample '" + name + "'; "
                + (names.isEmpty() ? "this build has none" : "there are " + names));
    }

    private static Sample describe(String name) {
        List<String> about = text(name + "/about.txt")
                .orElse(name)
                .lines()
                .map(String::strip)
                .toList();
        String title = about.isEmpty() ? name : about.get(0);
        String sentence = about.stream().skip(1).filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
        return new Sample(name, title, sentence);
    }

    private static Optional<String> text(String path) {
        return bytes(path).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> bytes(String path) {
        try (InputStream in = BundledSamples.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
