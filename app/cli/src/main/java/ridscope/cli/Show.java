package ridscope.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ridscope.report.ModelJson;
import ridscope.report.TextTree;
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
            "  ridscope show sosreport.tar.xz --json | jq '.functions[].address'"
        })
final class Show extends HostWord {

    @Option(names = "--json", description = "The model as JSON, schema ridscope-topology version 1.")
    private boolean json;

    Show(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        Topology topology = topology();
        if (json) {
            ModelJson.write(topology, streams().out());
        } else {
            TextTree.write(
                    topology,
                    placements(topology),
                    names(),
                    streams().glyphs(),
                    streams().out());
        }
        return ExitCode.OK;
    }
}
