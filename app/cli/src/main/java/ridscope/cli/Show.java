package ridscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ridscope.config.layout.RegisterLayouts;
import ridscope.report.ModelJson;
import ridscope.report.TextTree;
import ridscope.report.TreeDetail;
import ridscope.topology.Topology;

/** {@code ridscope show}. */
@Command(
        name = "show",
        description = "Prints a host as a tree, or its model as JSON.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  ridscope show server.lspci.txt",
            "  lspci -xxxx | ridscope show -",
            "  ridscope show -n live",
            "  ridscope show server.lspci.txt --json | jq '.functions[].address'",
            "  ridscope show server.lspci.txt --registers | grep 'Max Payload Size ='"
        })
final class Show extends HostWord {

    @Option(names = "--json", description = "The model as JSON, schema ridscope-topology version 1.")
    private boolean json;

    @Option(
            names = {"-n", "--ids"},
            description = "Class, vendor and device in the tree as numbers too, as in [8086:1592].")
    private boolean ids;

    @Option(
            names = {"-v", "--verbose"},
            description = "Lines with subsystem, OS devices, power, interrupts and slot state too.")
    private boolean verbose;

    @Option(
            names = "--registers",
            description = "The registers and bit fields of each function too, below it or as its key registers.")
    private boolean registers;

    @Option(names = "--layouts", paramLabel = "FOLDER", description = LayoutFolder.HELP)
    private Path layouts;

    Show(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        Topology topology = topology();
        Optional<RegisterLayouts> shown =
                registers ? Optional.of(LayoutFolder.load(Optional.ofNullable(layouts), streams())) : Optional.empty();
        if (json) {
            ModelJson.write(topology, names(), shown, streams().out());
        } else {
            TextTree.write(
                    topology,
                    placements(topology),
                    names(),
                    streams().glyphs(),
                    new TreeDetail(ids, verbose, shown),
                    streams().out());
        }
        return ExitCode.OK;
    }
}
