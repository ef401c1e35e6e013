package ridscope.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ridscope.query.AskedRid;
import ridscope.report.RidJson;
import ridscope.report.RidText;
import ridscope.ridmap.RidAnswer;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** {@code ridscope rid}. */
@Command(
        name = "rid",
        description = "Says who owns a Routing ID, and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exits with 0 also when nobody owns it.",
            "",
            "Examples:",
            "  ridscope rid server.ridscope.json 0x3b01",
            "  ridscope rid live 3b:00.1",
            "  ridscope rid server.ridscope.json 'DMAR: [DMA Read] Request device [3b:10.4] fault addr 0'"
        })
final class Rid extends HostWord {

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "RID",
            description = "0x3b01, 15105, 3b:00.1, 0000:3b:00.1, or a log line with one in it.")
    private List<String> words;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Mixin
    private final SegmentChoice segment = new SegmentChoice();

    @Spec
    private CommandSpec spec;

    Rid(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        String text = String.join(" ", words);
        AskedRid asked = AskedRid.parse(text)
                .orElseThrow(() -> usage(
                        "'" + text + "' names no Routing ID; write it as 0x3b01, 15105, 3b:00.1 or" + " 0000:3b:00.1"));
        Topology topology = topology();
        RidMap map = RidMap.of(topology, segment.choose(topology, asked.segment(), streams()));
        RidAnswer answer = map.who(asked.placement().wrapped());
        if (json) {
            RidJson.write(answer, asked.placement(), streams().out());
        } else {
            new RidText(topology, names(), streams().glyphs())
                    .write(answer, asked.placement(), streams().out());
        }
        return ExitCode.OK;
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
