package ridscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.host.Redaction;
import ridscope.job.Feedback;
import ridscope.names.DeviceNames;
import ridscope.names.SnapshotNames;
import ridscope.source.SnapshotException;
import ridscope.source.json.SnapshotWriter;
import ridscope.source.ssh.CaptureScript;

/** {@code ridscope capture}. */
@Command(
        name = "capture",
        description =
                "Writes what a Linux host says about its PCI functions into a snapshot: this machine, or with --host"
                        + " one behind ssh.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Without root rights the kernel shows 64 bytes of each function; the snapshot says so.",
            "",
            "--host uses the ssh command of this system with its keys, agents, jump hosts and known hosts, and asks for no"
                    + " password: 'ssh HOST' must work without a question. Nothing is installed or written there. Where"
                    + " ssh does not get, carry the script that --print-script prints to the host, run"
                    + " 'sh ridscope-capture.sh > FILE' there as root, and open FILE; it needs nothing but a POSIX shell"
                    + " such as that of busybox.",
            "",
            "What --redact left out is unknown in the snapshot, never 0. Registers that a vendor defined for itself (VSEC,"
                    + " DVSEC and the like) are kept, except where they repeat a serial number or MAC address: nobody else"
                    + " can tell what is in them.",
            "",
            "Examples:",
            "  ridscope capture -o server.ridscope.json",
            "  sudo ridscope capture -o server.ridscope.json.gz",
            "  ridscope capture --host admin@gpu-01 --sudo -o gpu-01.ridscope.json.gz",
            "  sudo ridscope capture --redact -o for-the-bug-report.ridscope.json.gz",
            "  ridscope capture --print-script > ridscope-capture.sh"
        })
final class Capture implements Callable<Integer> {

    private static final String SSH = "ssh:";

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; packed with gzip when it ends in .gz.")
    private Path output;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Another host, as [user@]host[:port] or an alias of ~/.ssh/config.")
    private String host;

    @Option(
            names = "--sudo",
            description =
                    "With --host: read there with root rights (sudo -n), which gives all of the configuration space.")
    private boolean sudo;

    @Option(
            names = "--redact",
            description =
                    "Leaves out serial numbers, MAC addresses, the host's name and the names of OS devices, of which"
                            + " kinds and numbers stay; of the boot log only lines of the kernel's PCI and IOMMU code stay.")
    private boolean redact;

    @Option(names = "--print-script", description = "Prints the script that --host runs, and does nothing else.")
    private boolean printScript;

    @Option(names = "--pci-ids", paramLabel = "PATH", description = NameSource.HELP)
    private Path pciIds;

    private final Streams streams;

    Capture(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        if (printScript) {
            if (host != null || output != null || redact) {
                throw usage("--print-script goes with no other option");
            }
            streams.out().print(CaptureScript.text());
            return ExitCode.OK;
        }
        if (output == null) {
            throw usage("--output is missing");
        }
        HostSnapshot read = named(read());
        HostSnapshot snapshot = redact ? Redaction.of(read) : read;
        SnapshotWriter.save(snapshot, output);
        int count = snapshot.functions().size();
        streams.note(output + ": " + count + (count == 1 ? " function" : " functions")
                + (snapshot.provenance().privileged().orElse(true)
                        ? ""
                        : ", read without root rights: 64 bytes of each"));
        return ExitCode.OK;
    }

    private HostSnapshot read() throws SnapshotException {
        HostSource sources = new HostSource(streams);
        if (host != null) {
            return sources.open(host.startsWith(SSH) ? host : SSH + host, sudo);
        }
        if (sudo) {
            throw usage("--sudo is for --host; to read this machine as root, run 'sudo ridscope capture …'");
        }
        return sources.open("live", false);
    }

    private HostSnapshot named(HostSnapshot read) throws SnapshotException {
        DeviceNames names = NameSource.names(Optional.ofNullable(pciIds));
        return SnapshotNames.fill(read, Enumerator.enumerate(read, Feedback.NONE), names);
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
