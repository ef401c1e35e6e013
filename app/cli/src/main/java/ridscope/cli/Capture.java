package ridscope.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.host.HostSnapshot;
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

    @Option(names = "--host", paramLabel = "user@host", description = "Another host over SSH (not available yet).")
    private String host;

    @Option(names = "--sudo", description = "With --host: read as root there (not available yet).")
    private boolean sudo;

    @Option(
            names = "--redact",
            description = "Leave out host names, serial numbers and MAC addresses (not available yet).")
    private boolean redact;

    @Spec
    private CommandSpec spec;

    private final Streams streams;

    Capture(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        if (redact) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--redact is not available yet; nothing was written");
        }
        if (sudo && host == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--sudo goes with --host only");
        }
        HostSnapshot snapshot = new HostSource(streams).open(host == null ? "live" : "ssh:" + host);
        SnapshotWriter.save(snapshot, output);
        int count = snapshot.functions().size();
        streams.note(output + ": " + count + (count == 1 ? " function" : " functions")
                + (snapshot.provenance().privileged().orElse(true)
                        ? ""
                        : ", read without root rights: 64 bytes of each"));
        return ExitCode.OK;
    }
}
