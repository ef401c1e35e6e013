package ridscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.config.layout.RegisterLayouts;
import ridscope.query.Field;
import ridscope.query.Query;
import ridscope.query.QueryException;
import ridscope.query.QueryResult;
import ridscope.report.ModelJson;
import ridscope.report.QueryHost;
import ridscope.report.TextTree;
import ridscope.report.TreeDetail;
import ridscope.rules.Finding;
import ridscope.rules.Rules;
import ridscope.source.SnapshotException;
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
            "  ridscope show server.lspci.txt --registers | grep 'Max Payload Size ='",
            "  ridscope show live --where 'class=nvme width<max'"
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

    @Option(
            names = "--where",
            paramLabel = "QUERY",
            description = "Only the functions that a question is about, in the tree with the bridges above them:"
                    + " fields class, vendor, device, driver, cap, role, width, speed, vfs, totalvfs, sdis, numa, group,"
                    + " bus, segment, slot, finding, name with = != < <= > >= ~ in, words, and, or, not, parentheses.")
    private String where;

    @Spec
    private CommandSpec spec;

    Show(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        Optional<Query> query = query();
        Topology topology = topology();
        Optional<QueryResult> result = Optional.empty();
        if (query.isPresent()) {
            result = Optional.of(matches(query.get(), topology));
        }
        Optional<RegisterLayouts> shown =
                registers ? Optional.of(LayoutFolder.load(Optional.ofNullable(layouts), streams())) : Optional.empty();
        if (json) {
            ModelJson.write(topology, names(), shown, result, streams().out());
            result.filter(r -> !r.undecided().isEmpty())
                    .ifPresent(r -> streams().note(r.undecidedWords()));
        } else {
            TextTree.write(
                    topology,
                    placements(topology),
                    names(),
                    streams().glyphs(),
                    new TreeDetail(ids, verbose, shown, result),
                    streams().out());
        }
        return ExitCode.OK;
    }

    private Optional<Query> query() {
        if (where == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(QueryHost.language().parse(where));
        } catch (QueryException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--where, character " + (e.start() + 1) + ": " + e.getMessage());
        }
    }

    /** The rules are asked only by questions about findings. */
    private QueryResult matches(Query query, Topology topology) throws SnapshotException {
        List<Finding> findings = query.asks(Field.FINDING) ? Rules.check(topology) : List.of();
        return QueryResult.of(query, QueryHost.of(topology, names(), findings));
    }
}
