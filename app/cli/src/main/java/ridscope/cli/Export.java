package ridscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.report.ModelJson;
import ridscope.topology.Topology;

/** {@code ridscope export}. */
@Command(
        name = "export",
        description = "Writes a host into a file; the ending decides the format.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Formats: json (as 'show --json').",
            "",
            "Example:",
            "  ridscope export server.lspci.txt -o server.json"
        })
final class Export extends HostWord {

    private static final List<String> FORMATS = List.of("json");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write.")
    private Path output;

    @Spec
    private CommandSpec spec;

    Export(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        String format = ending(output);
        if (!FORMATS.contains(format)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "no format for '" + output + "'; the file may end in ." + String.join(", .", FORMATS));
        }
        Topology topology = topology();
        WholeFile.write(output, out -> ModelJson.write(topology, out));
        return ExitCode.OK;
    }

    private static String ending(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
