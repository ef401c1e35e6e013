package ridscope.source.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.file.DirectoryTree;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.source.Head;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;
import ridscope.source.sysfs.SysfsHost;
import ridscope.text.Diagnostic;

/** Reads this Linux machine. Without privilege that is a normal case: 64 bytes of each function, and what sysfs says. */
public final class LiveReader implements SnapshotReader {

    private static final String KIND = "live";
    private static final long PATIENCE_MILLIS = 2_000;

    private final Path sys;
    private final Path kernelFacts;
    private final Clock clock;

    /** Reads where the kernel shows itself. */
    public LiveReader() {
        this(Path.of("/sys"), Path.of("/proc/sys/kernel"), Clock.systemUTC());
    }

    LiveReader(Path sys, Path kernelFacts, Clock clock) {
        this.sys = sys;
        this.kernelFacts = kernelFacts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Recognition recognise(Head head) {
        return head.source() instanceof Source.Live ? new Recognition(100, "this machine") : Recognition.NO;
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        if (!Files.isDirectory(sys.resolve("bus"))) {
            throw new SnapshotException("This machine cannot be read: " + sys
                    + " is not there, so this is no Linux or sysfs is not mounted; open a snapshot instead.");
        }
        List<Diagnostic> late = new ArrayList<>();
        try (PatientTree tree = new PatientTree(new DirectoryTree(sys), PATIENCE_MILLIS, late::add)) {
            HostSnapshot host = new SysfsHost(tree).read(provenance(), feedback);
            if (host.functions().isEmpty()) {
                throw new SnapshotException(
                        "This machine has no PCI devices, or shows none to this process (a container, perhaps).");
            }
            return List.of(host.with(late));
        }
    }

    private Provenance provenance() {
        return new Provenance(
                KIND,
                fact("hostname"),
                fact("osrelease"),
                Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                Optional.of("RIDscope"),
                Optional.empty(),
                true);
    }

    private Optional<String> fact(String name) {
        try {
            return Optional.of(Files.readString(kernelFacts.resolve(name)).strip())
                    .filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
