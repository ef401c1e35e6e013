package ridscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.names.DeviceNames;
import ridscope.names.SnapshotNames;
import ridscope.source.json.SnapshotWriter;

/** {@code ridscope capture}. */
@Command(
        name = "capture",
        description = "Writes what this machine says about its PCI functions into a snapshot.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Without root rights the kernel shows 64 bytes of each function; the snapshot says so.",
            "",
            "Examples:",
            "  ridscope capture -o server.ridscope.json",
            "  sudo ridscope capture -o server.ridscope.json.gz"
        })
final class Capture implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write; packed with gzip when it ends in .gz.")
    private Path output;

    @Option(names = "--pci-ids", paramLabel = "PATH", description = NameSource.HELP)
    private Path pciIds;

    private final Streams streams;

    Capture(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        HostSnapshot live = new HostSource(streams).open("live");
        DeviceNames names = NameSource.names(Optional.ofNullable(pciIds));
        HostSnapshot snapshot = SnapshotNames.fill(live, Enumerator.enumerate(live, Feedback.NONE), names);
        SnapshotWriter.save(snapshot, output);
        int count = snapshot.functions().size();
        streams.note(output + ": " + count + (count == 1 ? " function" : " functions")
                + (snapshot.provenance().privileged().orElse(true)
                        ? ""
                        : ", read without root rights: 64 bytes of each"));
        return ExitCode.OK;
    }
}
