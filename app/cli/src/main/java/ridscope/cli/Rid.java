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
            "Exits with 0 also when nobody owns it, and with 2 where an argument has no Routing ID in it;",
            "the others are answered.",
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
            description = "0x3b01, 15105, 3b:00.1, 0000:3b:00.1, several of these, or a log line in quotes; of a"
                    + " line with several addresses each is answered, the requester first.")
    private List<String> words;

    @Option(names = "--json", description = "The answer as JSON; several answers are an array.")
    private boolean json;

    /** Arguments without any Routing ID, in quotes. */
    private final List<String> strange = new ArrayList<>();

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
        if (strange.isEmpty()) {
            return ExitCode.OK;
        }
        streams().note(complaint());
        return ExitCode.USAGE;
    }

    /** One question per Routing ID of each argument; a log line that came in without quotes is one argument. */
    private List<AskedRid> asked() {
        List<String> arguments = line() ? List.of(String.join(" ", words)) : words;
        List<AskedRid> all = new ArrayList<>();
        for (String argument : arguments) {
            List<AskedRid> here = AskedRid.all(argument);
            if (here.isEmpty()) {
                strange.add("'" + argument + "'");
            }
            all.addAll(here);
        }
        if (all.isEmpty()) {
            throw usage(complaint());
        }
        return all;
    }

    /**
     * Whether the arguments are the words of one log line: it begins with another word than an address, and has a colon after a
     * word or punctuation at an address. A list of Routing IDs with a mistake in it has not.
     */
    private boolean line() {
        return words.stream().noneMatch(w -> w.strip().contains(" "))
                && AskedRid.all(words.get(0)).isEmpty()
                && words.stream()
                        .anyMatch(w -> AskedRid.alone(w).isEmpty()
                                && (w.endsWith(":") || !AskedRid.all(w).isEmpty()));
    }

    private String complaint() {
        String quoted = String.join(", ", strange);
        return quoted + (strange.size() == 1 ? " names" : " name") + " no Routing ID; write it as "
                + "0x3b01, 15105, 3b:00.1 or 0000:3b:00.1, and a log line in quotes";
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
