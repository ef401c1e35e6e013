package ridscope.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.names.DeviceNames;
import ridscope.plan.Wishes;
import ridscope.report.ModelJson;
import ridscope.report.table.BudgetTable;
import ridscope.report.table.FindingsTable;
import ridscope.report.table.FunctionsTable;
import ridscope.report.table.LinksTable;
import ridscope.report.table.RidsTable;
import ridscope.report.table.Table;
import ridscope.report.table.TableFormat;
import ridscope.ridmap.RidMap;
import ridscope.rules.Rules;
import ridscope.topology.Topology;

/** The tables that {@code export} writes, and the model. */
final class TableExport implements ExportKind {

    private static final String TABLE = "--table";
    private static final Set<String> OF_RIDS = Set.of("--every-rid", "--segment");
    private static final List<String> TABLES =
            List.of(FunctionsTable.NAME, RidsTable.NAME, BudgetTable.NAME, FindingsTable.NAME, LinksTable.NAME);

    private final SegmentChoice segment;
    private final WishOptions wishes;

    @Option(
            names = TABLE,
            paramLabel = "TABLE",
            description = "functions, rids, bus-budget, findings or links (default: functions; of .json, the model).")
    private String table;

    @Option(
            names = "--every-rid",
            description = "A row for each of the 65,536 Routing IDs of a segment rather than for runs of equal ones.")
    private boolean everyRid;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    TableExport(SegmentChoice segment, WishOptions wishes) {
        this.segment = segment;
        this.wishes = wishes;
    }

    @Override
    public List<String> endings() {
        return Stream.of(TableFormat.values()).map(TableFormat::ending).toList();
    }

    @Override
    public Set<String> options(String ending) {
        Set<String> options = new HashSet<>(WishOptions.NAMES);
        options.addAll(OF_RIDS);
        options.add(TABLE);
        return options;
    }

    @Override
    public Writing prepare(String ending) {
        TableFormat format = TableFormat.of(ending).orElseThrow();
        Optional<String> named = Optional.ofNullable(table).map(name -> UsageWords.choice(spec, TABLE, name, TABLES));
        String name = named.orElse(FunctionsTable.NAME);
        if (!name.equals(RidsTable.NAME)) {
            UsageWords.onlyFor(spec, OF_RIDS, TABLE + " " + RidsTable.NAME);
        }
        if (!name.equals(BudgetTable.NAME)) {
            UsageWords.onlyFor(spec, WishOptions.NAMES, TABLE + " " + BudgetTable.NAME);
        }
        Wishes wished = wishes.wishes();
        if (format == TableFormat.JSON && named.isEmpty()) {
            return (topology, names, file) -> TextFile.write(file, out -> ModelJson.write(topology, names, out));
        }
        return (topology, names, file) -> {
            Table made = table(name, topology, names, wished);
            TextFile.write(file, out -> format.write(made, topology.provenance(), out));
        };
    }

    private Table table(String name, Topology topology, DeviceNames names, Wishes wished) {
        return switch (name) {
            case RidsTable.NAME -> rids(topology);
            case BudgetTable.NAME -> BudgetTable.of(wishes.plan(topology, wished));
            case FindingsTable.NAME -> FindingsTable.of(Rules.check(topology));
            case LinksTable.NAME -> LinksTable.of(topology);
            default -> FunctionsTable.of(topology, names);
        };
    }

    private Table rids(Topology topology) {
        List<RidMap> maps = segment.chosenOrAll(topology).stream()
                .map(s -> RidMap.of(topology, s))
                .toList();
        return everyRid ? RidsTable.every(maps) : RidsTable.runs(maps);
    }
}
