package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.layout.RegisterLayouts;
import ridscope.names.DeviceNames;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.plan.BusPlanner;
import ridscope.plan.Wishes;
import ridscope.report.table.BudgetTable;
import ridscope.report.table.FindingsTable;
import ridscope.report.table.FunctionsTable;
import ridscope.report.table.LinksTable;
import ridscope.report.table.RidsTable;
import ridscope.report.table.Table;
import ridscope.report.table.TableFormat;
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

    private static JsonNode schema(String name) {
        return JSON.readTree(
                SampleCorpus.folder().resolve(name + ".schema.json").toFile());
    }

    static List<Path> files() {
        return EveryHost.files();
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
    @MethodSource("files")
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

    @Test
    void theSchemaOfTablesNoticesWhatIsWrong() {
        String json =
                "{\"schema\": \"ridscope-table\", \"version\": 2, \"table\": \"x\", \"provenance\": {\"kind\": \"x\"},"
                        + " \"columns\": [], \"rows\": [{\"rid\": \"7\", \"unheard\": 1}]}";

        assertThat(SchemaCheck.problems(TABLE, JSON.readTree(json))).hasSize(4);
    }
}
