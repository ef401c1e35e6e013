package ridscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.topology.Topology;

/** {@code ridscope export}: the ending of the file decides which {@link ExportKind} writes it. */
@Command(
        name = "export",
        description = "Writes a host into a file; the ending decides the format.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Formats: svg, pdf and png (a picture); dot, gv, mmd and drawio (a graph); csv, md, txt and json (a table);"
                    + " json without --table (as 'show --json').",
            "An option that has no meaning for the format is refused.",
            "",
            "Examples:",
            "  ridscope export server.lspci.txt -o server.svg",
            "  ridscope export server.lspci.txt -o rids.png --view rid-map --theme print --width 1600",
            "  ridscope export server.lspci.txt -o nic.pdf --only 3b:00.0 --page a4 --landscape --no-caption",
            "  ridscope export server.lspci.txt -o plan.svg --view bus-plan --vfs 3b:00.0=64",
            "  ridscope export server.lspci.txt -o siov.pdf --view siov --of 0c:00.0",
            "  ridscope export server.lspci.txt -o server.drawio",
            "  ridscope export server.lspci.txt -o functions.csv",
            "  ridscope export server.lspci.txt -o rids.md --table rids --segment 0",
            "  ridscope export server.lspci.txt -o budget.json --table bus-budget --vfs 3b:00.0=64",
            "  ridscope export server.lspci.txt -o server.json"
        })
final class Export extends HostWord {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write.")
    private Path output;

    @Mixin
    private final LookOptions look = new LookOptions();

    @Mixin
    private final SegmentChoice segment = new SegmentChoice();

    @Mixin
    private final PageOptions page = new PageOptions();

    @Mixin
    private final PictureExport pictures;

    private final GraphExport graphs = new GraphExport(look);

    @Mixin
    private final WishOptions wishes = new WishOptions();

    @Mixin
    private final TableExport tables = new TableExport(segment, wishes);

    @Spec
    private CommandSpec spec;

    Export(Streams streams) {
        super(streams);
        pictures = new PictureExport(new PictureExport.Options(look, segment, page, wishes), streams);
    }

    @Override
    public Integer call() throws Exception {
        String ending = ending();
        ExportKind kind = kinds().stream()
                .filter(k -> k.endings().contains(ending))
                .findFirst()
                .orElseThrow(() -> usage("no format for '" + output + "'; the file may end in " + endings(kinds())));
        checkMeaning(kind, ending);
        ExportKind.Writing writing = kind.prepare(ending);
        Topology topology = topology();
        writing.write(topology, names(), output);
        return ExitCode.OK;
    }

    private List<ExportKind> kinds() {
        return List.of(pictures, graphs, tables);
    }

    private String ending() {
        String name = output.toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** An option that changes nothing would be believed to have changed something. */
    private void checkMeaning(ExportKind kind, String ending) {
        Set<String> taken = kind.options(ending);
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            String name = option.longestName();
            Set<String> meant = new TreeSet<>();
            for (ExportKind other : kinds()) {
                other.endings().stream()
                        .filter(e -> other.options(e).contains(name))
                        .forEach(e -> meant.add("." + e));
            }
            if (!meant.isEmpty() && !taken.contains(name)) {
                throw usage(name + " is for files that end in " + UsageWords.list(List.copyOf(meant), "or")
                        + ", not for ." + ending);
            }
        }
    }

    private static String endings(List<ExportKind> kinds) {
        List<String> endings = kinds.stream()
                .flatMap(k -> k.endings().stream())
                .map(e -> "." + e)
                .toList();
        return UsageWords.list(endings, "or");
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
