package ridscope.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.diff.Hosts;
import ridscope.host.Provenance;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.plan.BusPlanner;
import ridscope.plan.Wishes;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.rules.Rules;
import ridscope.testing.EveryHost;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

class TablesTest {

    static List<Table> tables(Topology topology) {
        List<RidMap> maps =
                topology.segments().stream().map(s -> RidMap.of(topology, s)).toList();
        return List.of(
                FunctionsTable.of(topology, new StandardDeviceNames(PciIds.EMPTY)),
                RidsTable.runs(maps),
                BudgetTable.of(BusPlanner.plan(topology, Wishes.none())),
                FindingsTable.of(Rules.check(topology)),
                LinksTable.of(topology));
    }

    static List<Path> files() {
        return EveryHost.files();
    }

    static List<Path> samples() {
        return EveryHost.samples();
    }

    /** Whatever can be opened makes every table in every format, with cells of the type that their column names. */
    @ParameterizedTest
    @MethodSource("files")
    void everyHostHasEveryTableInEveryFormat(Path file) throws IOException {
        for (Topology topology : EveryHost.topologies(file)) {
            for (Table table : tables(topology)) {
                table.rows().forEach(row -> fits(table, row));
                for (TableFormat format : TableFormat.values()) {
                    format.write(table, topology.provenance(), Writer.nullWriter());
                }
            }
        }
    }

    private static void fits(Table table, List<Cell> row) {
        assertThat(row).hasSameSizeAs(table.columns());
        for (int i = 0; i < row.size(); i++) {
            Set<Class<? extends Cell>> types = switch (table.columns().get(i).type()) {
                case TEXT -> Set.of(Cell.Text.class);
                case NUMBER -> Set.of(Cell.Count.class, Cell.Hex.class);
                case FLAG -> Set.of(Cell.Flag.class);
                case LIST -> Set.of(Cell.Texts.class);
            };
            assertThat(row.get(i))
                    .as(table.columns().get(i).key())
                    .matches(cell -> cell.equals(Cell.EMPTY) || types.contains(cell.getClass()));
        }
    }

    /** No ID is missing and none told twice, and a run tells the same as its IDs do one by one. */
    @ParameterizedTest
    @MethodSource("samples")
    void runsAreTheRoutingIdsPutTogether(Path file) {
        for (Topology topology : EveryHost.topologies(file)) {
            for (Segment segment : topology.segments()) {
                RidMap map = RidMap.of(topology, segment);
                List<RidRun> each = list(() -> RidRun.each(map));
                assertThat(each).hasSize(RoutingId.COUNT);
                int next = 0;
                for (RidRun run : list(() -> RidRun.joined(map))) {
                    assertThat(run.first().rid().value()).isEqualTo(next);
                    next += (int) run.count();
                    assertThat(run.first())
                            .isEqualTo(each.get(next - (int) run.count()).first());
                    assertThat(run.lastClaims()).isEqualTo(each.get(next - 1).claims());
                    for (RidRun one : each.subList(next - (int) run.count(), next)) {
                        assertThat(one.claims()).hasSameSizeAs(run.claims());
                        assertThat(one.routing().state())
                                .isEqualTo(run.routing().state());
                        assertThat(one.contested()).isEqualTo(run.contested());
                    }
                }
                assertThat(next).isEqualTo(RoutingId.COUNT);
            }
        }
    }

    private static List<RidRun> list(Iterable<RidRun> runs) {
        return StreamSupport.stream(runs.spliterator(), false).toList();
    }

    @Test
    void runsTellOwnersIndicesAndRouting() throws Exception {
        Topology host = Hosts.described("""
                host-bridge 00-0f
                  root-port 01.0 bus 01-02
                    device 8086:1592 class ethernet ari vfs 4 offset 16 stride 1 sdis 300 offset 18 stride 1
                """);

        List<String> lines = text(RidsTable.runs(List.of(RidMap.of(host, Segment.ZERO))))
                .lines()
                .toList();

        assertThat(lines.stream().filter(line -> !line.contains("unclaimed")))
                .containsExactly(
                        "first         last          count   RID  state      kind         owner         index  last index"
                                + "  others                contested  routing   bridge        outside",
                        "0000:00:01.0  0000:00:01.0      1  0008  used       function     0000:00:01.0      -           -"
                                + "  -                     no         used      -             -",
                        "0000:01:00.0  0000:01:00.0      1  0100  used       function     0000:01:00.0      -           -"
                                + "  -                     no         used      0000:00:01.0  -",
                        "0000:01:02.0  0000:01:02.1      2  0110  possible   possible-vf  0000:01:00.0      0           1"
                                + "  -                     no         used      0000:00:01.0  -",
                        "0000:01:02.2  0000:01:02.3      2  0112  possible   possible-vf  0000:01:00.0      2           3"
                                + "  sdi 0000:01:00.0 0-1  yes        used      0000:00:01.0  -",
                        "0000:01:02.4  0000:01:1f.7    236  0114  possible   sdi          0000:01:00.0      2         237"
                                + "  -                     no         used      0000:00:01.0  -",
                        "0000:02:00.0  0000:02:07.5     62  0200  possible   sdi          0000:01:00.0    238         299"
                                + "  -                     no         reserved  0000:00:01.0  -");
        assertThat(lines).hasSizeLessThan(20);
    }

    /** As many as the placements count that lie outside of what is known, without those beyond 0xFFFF, which have no row. */
    @ParameterizedTest
    @MethodSource("samples")
    void rowsTellAllThatLiesOutside(Path file) {
        for (Topology topology : EveryHost.topologies(file)) {
            for (Segment segment : topology.segments()) {
                RidMap map = RidMap.of(topology, segment);
                long told = list(() -> RidRun.joined(map)).stream()
                        .mapToLong(run -> run.count() * run.outside().size())
                        .sum();
                long counted = map.placements().stream()
                        .filter(p -> topology.function(p.owner())
                                .orElseThrow()
                                .parent()
                                .isPresent())
                        .filter(p -> p.routed().isPresent())
                        .mapToLong(p -> p.outside() - p.rids().overflowCount())
                        .sum();
                assertThat(told).isEqualTo(counted);
            }
        }
    }

    @Test
    void rowsNameThePortThatAnSdiLeaves() throws Exception {
        Table rids = RidsTable.runs(List.of(RidMap.of(SampleCorpus.topology("siov-server"), Segment.ZERO)));
        List<String> outside = new ArrayList<>();
        rids.rows().forEach(row -> {
            String left = row.get(row.size() - 1).words();
            if (!left.isEmpty()) {
                outside.add(row.get(0).words() + " " + row.get(2).words() + " " + left);
            }
        });

        assertThat(outside)
                .containsExactly(
                        "0000:0d:00.0 1 0000:00:03.0 [0c-0c]",
                        "0000:0d:00.1 255 0000:00:03.0 [0c-0c]",
                        "0000:0e:00.0 1 0000:00:03.0 [0c-0c]");
        assertThat(written(TableFormat.JSON, rids)).contains("\"outside\": [\"0000:00:03.0 [0c-0c]\"]");
    }

    /** The same in every format for people; programs get numbers, as the schema says. */
    @Test
    void busNumbersAndRoutingIdsAreHexForPeople() throws Exception {
        Topology host = Hosts.described("""
                host-bridge 40-5f
                  root-port 01.0 bus 42-4a
                    device 8086:1592 class ethernet
                """);
        Table functions = FunctionsTable.of(host, new StandardDeviceNames(PciIds.EMPTY));
        Table rids = RidsTable.every(List.of(RidMap.of(host, Segment.ZERO)));

        for (TableFormat format : List.of(TableFormat.CSV, TableFormat.MD, TableFormat.TXT)) {
            assertThat(written(format, functions))
                    .as(format.name())
                    .containsPattern("\\b42\\W+4a\\b")
                    .containsPattern("\\b4008\\b")
                    .containsPattern("\\b4200\\b");
            assertThat(written(format, rids))
                    .containsPattern("\\b00ff\\W+unclaimed")
                    .containsPattern("\\b4a10\\W+unclaimed");
        }
        assertThat(written(TableFormat.JSON, functions))
                .containsPattern("\"secondary\" ?: ?66,\\s*\"subordinate\" ?: ?74,")
                .containsPattern("\"rid\" ?: ?16896\\b");
    }

    @Test
    void linksTellWhatLimitsThem() throws Exception {
        assertThat(text(LinksTable.of(SampleCorpus.topology("siov-server")))
                        .lines()
                        .limit(5))
                .containsExactly(
                        "port          device        speed   width  max speed  max width  port max speed  port max width"
                                + "  device max speed  device max width  state             limited by",
                        "0000:00:01.0  0000:01:00.0  32GT/s     16  32GT/s            16  32GT/s                      16"
                                + "  32GT/s                          16  full              both",
                        "0000:02:00.0  0000:03:00.0  16GT/s      8  16GT/s             8  32GT/s                      16"
                                + "  16GT/s                           8  full              device",
                        "0000:02:01.0  0000:04:00.0  32GT/s     16  32GT/s            16  32GT/s                      16"
                                + "  32GT/s                          16  full              both",
                        "0000:00:02.0  0000:0b:00.0  16GT/s      4  32GT/s             4  32GT/s                       4"
                                + "  32GT/s                           4  below-capability  neither");
    }

    @Test
    void whatOneEndDoesNotTellIsNotCommon() throws Exception {
        assertThat(text(LinksTable.of(SampleCorpus.topology("siov-server"))))
                .containsPattern("(?m)^0000:40:01\\.0 +0000:41:00\\.0 .*$")
                .containsPattern("(?m)^0000:40:01\\.0  0000:41:00\\.0  \\S+ +\\S+  - +-  32GT/s +16  - +-  ");
    }

    @Test
    void whatTheSourceDoesNotTellIsLeftOutOfTheBudget() throws Exception {
        Topology host =
                EveryHost.topologies(SampleCorpus.capture("siov-server")).get(0);
        List<String> slack = new ArrayList<>();
        Table budget = BudgetTable.of(BusPlanner.plan(host, Wishes.none()));

        budget.rows()
                .forEach(row -> slack.add(row.get(0).words() + " " + row.get(9).words()));

        assertThat(slack).contains("0000:00 48", "0000:00:03.0 -2");
    }

    private static String written(TableFormat format, Table table) throws IOException {
        StringWriter out = new StringWriter();
        format.write(table, Provenance.of("test"), out);
        return out.toString();
    }

    private static String text(Table table) throws IOException {
        StringWriter out = new StringWriter();
        TextTable.write(table, true, out);
        return out.toString();
    }
}
