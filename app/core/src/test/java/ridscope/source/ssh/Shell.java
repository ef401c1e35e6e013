package ridscope.source.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.SnapshotException;
import ridscope.source.Source;
import ridscope.source.json.JsonSnapshotReader;

/** The shells that the script must run in. */
enum Shell {
    BUSYBOX("busybox", "sh"),
    DASH("dash"),
    BASH("bash");

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> words;

    Shell(String... words) {
        this.words = List.of(words);
    }

    /** What a run gave. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int exitCode, byte[] out, String err) {

        /** What was printed, read as a snapshot. */
        HostSnapshot snapshot() throws SnapshotException {
            return new JsonSnapshotReader()
                    .read(new Source.Bytes("script", out), Feedback.NONE)
                    .get(0);
        }

        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    /** Runs the script on a sysfs tree. */
    Answer capture(Path sys) throws IOException, InterruptedException {
        return run(CaptureScript.text(), Map.of(), sys.toString());
    }

    /** Runs a script that stands on standard input, as over ssh. */
    Answer run(String script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(words);
        command.set(0, program(words.get(0)).toString());
        command.addAll(List.of("-s", "--"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("ridscope", ".out");
        Path err = Files.createTempFile("ridscope", ".err");
        Path in = Files.createTempFile("ridscope", ".sh");
        try {
            Files.writeString(in, script);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            // What a host's own settings may be: in which letters may have several bytes, and other orders than theirs.
            builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "CDPATH", "/", "IFS", "0"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(25, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(this + " does not come to an end");
            }
            return new Answer(process.exitValue(), Files.readAllBytes(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
            Files.delete(in);
        }
    }

    /** A program on the path; skips the calling test where it is not installed. */
    static Path program(String name) {
        Optional<Path> found = find(name);
        assumeTrue(found.isPresent(), () -> "skipped: " + name + " is not installed");
        return found.get();
    }

    private static Optional<Path> find(String name) {
        for (String folder : (System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }
}
