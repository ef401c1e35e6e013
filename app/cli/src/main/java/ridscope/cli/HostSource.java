package ridscope.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.EcamStart;
import ridscope.source.Opened;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.SourceSpec;

/** Turns a SOURCE argument into the one host that the user means. */
final class HostSource {

    private static final String SAMPLE = "sample:";
    private static final String ECAM = "ecam";

    private final Streams streams;

    HostSource(Streams streams) {
        this.streams = streams;
    }

    /**
     * Opens the source; if it holds several hosts, takes the one after {@code #}, else the first and says so.
     *
     * @param sudo whether a host behind ssh is to be read with root rights
     */
    HostSnapshot open(String argument, boolean sudo) throws SnapshotException {
        return open(argument, sudo, Optional.empty());
    }

    /** The same for a source that may be said to be a raw image of configuration space. */
    HostSnapshot open(String argument, boolean sudo, Optional<EcamStart> ecam) throws SnapshotException {
        SourceSpec plain = sudo ? parse(argument).withSudo() : parse(argument);
        SourceSpec spec = ecam.map(plain::startingAt).orElse(plain);
        Opened opened = new SnapshotOpener().open(spec.source(), Feedback.NONE);
        if (ecam.isPresent() && !opened.kind().equals(ECAM)) {
            streams.note("--ecam does not apply: " + argument + " is " + opened.recognised());
        }
        if (spec.host().isEmpty() && opened.hosts().size() > 1) {
            streams.note(argument + " holds " + opened.hosts().size() + " hosts: " + SourceSpec.list(opened.hosts())
                    + "; taking #1 (" + argument + "#2 takes the second)");
        }
        return spec.pick(opened);
    }

    private SourceSpec parse(String argument) throws SnapshotException {
        if (argument.startsWith(SAMPLE) && !exists(argument)) {
            return new SourceSpec(BundledSamples.open(argument.substring(SAMPLE.length())), Optional.empty());
        }
        return SourceSpec.parse(argument, streams.in());
    }

    /** Whether a text could be opened as a source: not a mere word. */
    static boolean couldBe(String argument) {
        // What has a dot, a colon or a slash is meant as a source, even when there is none of that name.
        return argument.equals("-") || argument.equals("live") || !argument.matches("[A-Za-z-]+") || exists(argument);
    }

    private static boolean exists(String file) {
        try {
            return Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
