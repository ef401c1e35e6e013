package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.layout.RegisterLayouts;
import ridscope.diff.Comparison;
import ridscope.diff.FindingChanges;
import ridscope.diff.Hosts;
import ridscope.diff.RegisterChanges;
import ridscope.names.DeviceNames;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.Reservation;
import ridscope.plan.Wishes;
import ridscope.report.table.BudgetTable;
import ridscope.report.table.FindingsTable;
import ridscope.report.table.FunctionsTable;
import ridscope.report.table.LinksTable;
import ridscope.report.table.RidsTable;
import ridscope.report.table.Table;
import ridscope.report.table.TableFormat;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.rules.Rules;
import ridscope.source.json.SchemaCheck;
import ridscope.testing.EveryHost;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What is written as JSON follows the schemas that are published beside the samples. */
class PublishedSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DeviceNames NAMES = new StandardDeviceNames(PciIds.EMPTY);
    private static final JsonNode TOPOLOGY = schema("ridscope-topology");
    private static final JsonNode TABLE = schema("ridscope-table");
    private static final JsonNode FINDINGS = schema("ridscope-findings");
    private static final JsonNode RID = schema("ridscope-rid");
    private static final JsonNode PLAN = schema("ridscope-plan");
    private static final JsonNode DIFF = schema("ridscope-diff");

    private static JsonNode schema(String name) {
        return JSON.readTree(
                SampleCorpus.folder().resolve(name + ".schema.json").toFile());
    }

    static List<Path> files() {
        return EveryHost.files();
    }

    static List<Path> samples() {
        return EveryHost.samples();
    }

    @ParameterizedTest
    @MethodSource("files")
    void topologies(Path file) throws IOException {
        for (Topology topology : EveryHost.topologies(file)) {
            StringWriter out = new StringWriter();
            ModelJson.write(topology, NAMES, out);
            assertThat(SchemaCheck.problems(TOPOLOGY, JSON.readTree(out.toString())))
                    .isEmpty();
        }
    }

    @Test
    void topologiesWithRegisters() throws Exception {
        StringWriter out = new StringWriter();
        ModelJson.write(SampleCorpus.topology("siov-server"), NAMES, Optional.of(RegisterLayouts.bundled()), out);

        assertThat(SchemaCheck.problems(TOPOLOGY, JSON.readTree(out.toString())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tables(Path file) throws IOException {
        for (Topology topology : EveryHost.topologies(file)) {
            List<RidMap> maps = topology.segments().stream()
                    .map(s -> RidMap.of(topology, s))
                    .toList();
            for (Table table : List.of(
                    FunctionsTable.of(topology, NAMES),
                    RidsTable.runs(maps),
                    BudgetTable.of(BusPlanner.plan(topology, Wishes.none())),
                    FindingsTable.of(Rules.check(topology)),
                    LinksTable.of(topology))) {
                StringWriter out = new StringWriter();
                TableFormat.JSON.write(table, topology.provenance(), out);
                assertThat(SchemaCheck.problems(TABLE, JSON.readTree(out.toString())))
                        .as(table.name())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void findings(Path file) throws IOException {
        for (Topology topology : EveryHost.topologies(file)) {
            StringWriter out = new StringWriter();
            FindingsJson.write(Rules.check(topology), topology.diagnostics(), out);
            assertThat(problems(FINDINGS, out)).isEmpty();
        }
    }

    /** Of every function, of every contested Routing ID, and of one of each bus. */
    @ParameterizedTest
    @MethodSource("samples")
    void answersAboutRoutingIds(Path file) throws IOException {
        for (Topology topology : EveryHost.topologies(file)) {
            for (Segment segment : topology.segments()) {
                RidMap map = RidMap.of(topology, segment);
                Set<RoutingId> asked = new TreeSet<>();
                topology.functions(segment).forEach(f -> asked.add(f.address().rid()));
                map.conflicts().forEach(c -> asked.add(c.rid()));
                for (int bus = 0; bus < 256; bus++) {
                    asked.add(RoutingId.of(bus, 0xff));
                }
                for (RoutingId rid : asked) {
                    StringWriter out = new StringWriter();
                    RidJson.write(map.who(rid), new Placement(rid.value()), out);
                    assertThat(problems(RID, out)).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void plans(Path file) throws IOException {
        for (Topology topology : EveryHost.topologies(file)) {
            for (Wishes wishes : List.of(
                    Wishes.none(),
                    Wishes.none().withAssignBusses(true).withReservation(Reservation.SIOV_SERIES),
                    Wishes.none().withAssignBusses(true).withHpbussize(8).withReservation(Reservation.CORRECT))) {
                BusPlan plan = BusPlanner.plan(topology, wishes);
                StringWriter out = new StringWriter();
                PlanJson.write(topology, plan, Advice.of(topology, plan), out);
                assertThat(problems(PLAN, out)).isEmpty();
            }
        }
    }

    /** Each with the one before it, with which it has little in common, and with itself. */
    @Test
    void differences() throws Exception {
        Topology before = SampleCorpus.topology(SampleCorpus.names().get(0));
        for (String name : SampleCorpus.names()) {
            Topology after = SampleCorpus.topology(name);
            assertThat(problems(DIFF, diff(before, after))).as(name).isEmpty();
            assertThat(problems(DIFF, diff(after, after))).as(name).isEmpty();
            before = after;
        }
    }

    /** A host with VFs that come, a card that moves, a bridge that is renumbered and one that goes. */
    @Test
    void differencesOfOneMachine() throws Exception {
        String text = """
                host-bridge 00-3f
                  root-port 01.0 bus 0%1$s-0%1$s slot 1
                    device 8086:1592 "NIC" class ethernet ari vfs %2$s offset 8 stride 1
                  root-port 02.0 bus 05-06 slot 2
                    device 144d:a826 "SSD" class nvme
                  root-port 03.0 bus 07-07 slot 3%3$s
                """;
        Topology before = Hosts.described(text.formatted(1, 8, "\n    device 15b3:1021 class infiniband"));
        Topology after = Hosts.described(text.formatted(2, 16, ""));
        StringWriter out = diff(before, after);

        assertThat(problems(DIFF, out)).isEmpty();
        assertThat(out.toString()).contains("\"renumberedBridges\": [\n", "\"gone\": [\n", "\"registers\": [\n");
    }

    private static StringWriter diff(Topology before, Topology after) throws IOException {
        Comparison comparison = Comparison.of(before, after);
        StringWriter out = new StringWriter();
        DiffJson.write(
                new DiffReport(
                        comparison,
                        FindingChanges.of(comparison),
                        RegisterChanges.of(comparison, RegisterLayouts.bundled())),
                NAMES,
                out);
        return out;
    }

    private static List<String> problems(JsonNode schema, StringWriter written) {
        return SchemaCheck.problems(schema, JSON.readTree(written.toString()));
    }

    @Test
    void theSchemaOfTablesNoticesWhatIsWrong() {
        String json =
                "{\"schema\": \"ridscope-table\", \"version\": 2, \"table\": \"x\", \"provenance\": {\"kind\": \"x\"},"
                        + " \"columns\": [], \"rows\": [{\"rid\": \"7\", \"unheard\": 1}]}";

        assertThat(SchemaCheck.problems(TABLE, JSON.readTree(json))).hasSize(4);
    }
}
