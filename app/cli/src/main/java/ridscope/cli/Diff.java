package ridscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ridscope.diff.Comparison;
import ridscope.diff.FindingChanges;
import ridscope.diff.RegisterChange;
import ridscope.diff.RegisterChanges;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.names.DeviceNames;
import ridscope.report.DiffJson;
import ridscope.report.DiffReport;
import ridscope.report.DiffText;
import ridscope.report.table.AddressTable;
import ridscope.source.SnapshotException;
import ridscope.topology.Topology;

/** {@code ridscope diff}. */
@Command(
        name = "diff",
        description =
                "Says what differs between two snapshots, boots, firmware versions or hosts. Functions are matched by"
                        + " serial number, place and kind, so that a device with another bus number is the same device.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exits with 1 if they differ. What one of them does not tell is no difference.",
            "",
            "Examples:",
            "  ridscope diff before.ridscope.json after.ridscope.json",
            "  ridscope diff before.ridscope.json live --registers",
            "  ridscope diff old.lspci.txt new.lspci.txt --addresses csv",
            "  ridscope diff both-hosts.txt#1 both-hosts.txt#2 --json | jq '.changed'"
        })
final class Diff implements Callable<Integer> {

    private static final String STDIN = "-";
    private static final List<String> FORMATS = List.of("text", "csv", "md");

    @Parameters(index = "0", paramLabel = "BEFORE", description = HostWord.SOURCE_HELP)
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The same for what it is compared with.")
    private String after;

    @Option(names = "--json", description = "Everything as JSON, schema ridscope-diff version 1.")
    private boolean json;

    @Option(
            names = "--addresses",
            paramLabel = "FORMAT",
            description =
                    "Only the table of old and new addresses of those functions that have another: text, csv or md.")
    private String addresses;

    @Option(
            names = "--registers",
            description = "The registers and bit fields that differ too, without those that change by themselves.")
    private boolean registers;

    @Option(names = "--layouts", paramLabel = "FOLDER", description = LayoutFolder.HELP)
    private Path layouts;

    @Option(names = "--pci-ids", paramLabel = "PATH", description = NameSource.HELP)
    private Path pciIds;

    @Option(names = "--sudo", description = HostWord.SUDO_HELP)
    private boolean sudo;

    @Spec
    private CommandSpec spec;

    private final Streams streams;

    Diff(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        Optional<String> format = format();
        if (before.equals(STDIN) && after.equals(STDIN)) {
            throw usage("BEFORE and AFTER cannot both be standard input");
        }
        Comparison comparison = Comparison.of(topology(before), topology(after));
        DeviceNames names = NameSource.names(Optional.ofNullable(pciIds));
        List<RegisterChange> changes = registers
                ? RegisterChanges.of(comparison, LayoutFolder.load(Optional.ofNullable(layouts), streams))
                : List.of();
        DiffReport report = new DiffReport(comparison, FindingChanges.of(comparison), changes);
        if (format.isPresent()) {
            streams.out().append(streams.glyphs().render(table(format.get(), comparison, names)));
        } else if (json) {
            DiffJson.write(report, names, streams.out());
        } else {
            DiffText.write(report, names, streams.glyphs(), streams.out());
        }
        return report.same() ? ExitCode.OK : ExitCode.NO;
    }

    private static String table(String format, Comparison comparison, DeviceNames names) {
        return switch (format) {
            case "csv" -> AddressTable.csv(comparison, names);
            case "md" -> AddressTable.markdown(comparison, names);
            default -> AddressTable.text(comparison, names);
        };
    }

    private Topology topology(String source) throws SnapshotException {
        return Enumerator.enumerate(new HostSource(streams).open(source, sudo), Feedback.NONE);
    }

    private Optional<String> format() {
        Optional<String> wanted = Optional.ofNullable(addresses).map(f -> f.toLowerCase(Locale.ROOT));
        if (wanted.filter(f -> !FORMATS.contains(f)).isPresent()) {
            throw usage("--addresses is " + UsageWords.list(FORMATS, "or") + ", not '" + addresses + "'");
        }
        if (wanted.isPresent() && json) {
            throw usage("--addresses and --json are two answers; leave one out");
        }
        return wanted;
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
