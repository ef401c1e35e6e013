package ridscope.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import ridscope.rid.Placement;
import ridscope.rid.Segment;
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
            "  ridscope rid live 3b:00.1 3b:00.2",
            "  ridscope rid server.ridscope.json 'DMAR: [DMA Read] Request device [3b:10.4] fault addr 0'"
        })
final class Rid extends HostWord {

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "RID",
            description = "0x3b01, 15105, 3b:00.1, 0000:3b:00.1, several of these, or a log line; of a line with"
                    + " several addresses each is answered, the requester first.")
    private List<String> words;

    @Option(names = "--json", description = "The answer as JSON; several answers are an array.")
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
        List<AskedRid> asked = asked();
        Topology topology = topology();
        List<RidAnswer> answers = answers(topology, asked);
        List<Placement> placements = asked.stream().map(AskedRid::placement).toList();
        PrintWriter out = streams().out();
        if (json && answers.size() == 1) {
            RidJson.write(answers.get(0), placements.get(0), out);
        } else if (json) {
            RidJson.writeAll(answers, placements, out);
        } else {
            RidText text = new RidText(topology, names(), streams().glyphs());
            for (int i = 0; i < answers.size(); i++) {
                out.append(i == 0 ? "" : "\n");
                text.write(answers.get(i), placements.get(i), out);
            }
        }
        return ExitCode.OK;
    }

    /** One question per argument where each is a Routing ID by itself; otherwise all of them are one log line. */
    private List<AskedRid> asked() {
        List<AskedRid> each =
                words.stream().map(AskedRid::alone).flatMap(Optional::stream).toList();
        if (each.size() == words.size()) {
            return each;
        }
        String line = String.join(" ", words);
        List<AskedRid> inLine = AskedRid.all(line);
        if (inLine.isEmpty()) {
            throw usage("'" + line + "' names no Routing ID; write it as 0x3b01, 15105, 3b:00.1 or 0000:3b:00.1");
        }
        return inLine;
    }

    private List<RidAnswer> answers(Topology topology, List<AskedRid> asked) {
        Map<Optional<Segment>, RidMap> maps = new HashMap<>();
        List<RidAnswer> answers = new ArrayList<>();
        for (AskedRid one : asked) {
            RidMap map = maps.computeIfAbsent(
                    one.segment(), named -> RidMap.of(topology, segment.choose(topology, named, streams())));
            answers.add(map.who(one.placement().wrapped()));
        }
        return answers;
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
