package ridscope.report.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GraphFormatTest {

    /** What a line of our flowcharts may be; in quotes nothing that Mermaid could take for its own. */
    private static final Pattern MERMAID_LINE = Pattern.compile("flowchart LR|%% [\\p{L}\\p{N} .,:·_-]*| *end"
            + "| *subgraph \\w+\\[Q]"
            + "| *\\w+(\\{\\{Q}}|\\[Q]|\\(Q\\)|\\[\\[Q]]|\\(\\[Q]\\))"
            + "|  \\w+ (---|-\\.-) (\\|Q\\| )?\\w+"
            + "|  linkStyle \\d+(,\\d+)* stroke-width:\\d\\.\\d\\dpx");

    private static final String TEXT = "\"((<br/>)|#\\d+;|[\\p{L}\\p{N} .,:/-]|[^\\x00-\\x7f])*\"";

    static List<String> hostile() {
        return List.of(
                "<&\">",
                "end",
                "graph TD; a-->b",
                "]",
                "a] --> b[\"x",
                "%%{init: {'theme': 'dark'}}%%",
                "\\N \\G \\l \\",
                "&lt; &#60; #quot; #35;",
                "a\nb\r\nc\u2028d",
                "\u0000\u0001\u001b[31m\u007f\u0085",
                "<script>alert(1)</script>",
                "`**x**` _y_ ~z~",
                "1. first",
                "- list",
                "\ud800",
                "\ud83d\ude00 \u202e rtl",
                "x".repeat(10_000));
    }

    private static Graph graph(String text) {
        Node bus = new Node("bus_0000_00", Node.Kind.ROOT_BUS, List.of("root bus 00", text));
        Node port = new Node("fn_0000_00_01_0", Node.Kind.PORT, List.of("00:01.0 [01-01]", text));
        Node card = new Node("fn_0000_01_00_0", Node.Kind.FUNCTION, List.of("01:00.0", text));
        Node vfs = new Node("fn_0000_01_00_0_iov1", Node.Kind.STACK, List.of(text));
        Node slot = new Node("fn_0000_00_02_0_slot", Node.Kind.EMPTY_SLOT, List.of(text));
        Group inner = new Group("sw_1", text, List.of(port), List.of());
        return new Graph(
                text,
                List.of(new Group("hb_0000_00", text, List.of(bus, card, vfs, slot), List.of(inner))),
                List.of(
                        new Edge("bus_0000_00", "fn_0000_00_01_0", Edge.Kind.BUS, "", 0),
                        new Edge("fn_0000_00_01_0", "fn_0000_01_00_0", Edge.Kind.LINK, text, 16),
                        new Edge("fn_0000_01_00_0", "fn_0000_01_00_0_iov1", Edge.Kind.OWNS, "", 0)));
    }

    private static String written(GraphFormat format, String text) throws IOException {
        StringBuilder out = new StringBuilder();
        format.write(graph(text), out);
        return out.toString();
    }

    @Test
    void dot() throws IOException {
        assertThat(written(GraphFormat.DOT, "NIC <\"\\>")).isEqualTo("""
                digraph ridscope {
                  graph [rankdir=LR, labelloc=t, fontname="sans-serif", fontsize=12, nodesep=0.12, ranksep=0.7];
                  node [shape=box, fontname="sans-serif", fontsize=10, height=0.3, margin="0.1,0.05"];
                  edge [arrowhead=none, fontname="sans-serif", fontsize=9];
                  label="NIC &lt;\\"\\\\>";
                  subgraph cluster_hb_0000_00 {
                    label="NIC &lt;\\"\\\\>";
                    bus_0000_00 [label="root bus 00\\nNIC &lt;\\"\\\\>", id=bus_0000_00, style=bold];
                    fn_0000_01_00_0 [label="01:00.0\\nNIC &lt;\\"\\\\>", id=fn_0000_01_00_0, style=rounded];
                    fn_0000_01_00_0_iov1 [label="NIC &lt;\\"\\\\>", id=fn_0000_01_00_0_iov1, shape=box3d];
                    fn_0000_00_02_0_slot [label="NIC &lt;\\"\\\\>", id=fn_0000_00_02_0_slot, style=dashed];
                    subgraph cluster_sw_1 {
                      label="NIC &lt;\\"\\\\>";
                      fn_0000_00_01_0 [label="00:01.0 [01-01]\\nNIC &lt;\\"\\\\>", id=fn_0000_00_01_0];
                    }
                  }
                  bus_0000_00 -> fn_0000_00_01_0 [penwidth=1.00];
                  fn_0000_00_01_0 -> fn_0000_01_00_0 [penwidth=4.00, label="NIC &lt;\\"\\\\>"];
                  fn_0000_01_00_0 -> fn_0000_01_00_0_iov1 [penwidth=1.00, style=dashed];
                }
                """);
    }

    @Test
    void mermaid() throws IOException {
        assertThat(written(GraphFormat.MERMAID, "NIC [x]")).isEqualTo("""
                flowchart LR
                %% NIC _x_
                  subgraph hb_0000_00["NIC #91;x#93;"]
                    bus_0000_00{{"root bus 00<br/>NIC #91;x#93;"}}
                    fn_0000_01_00_0("01:00.0<br/>NIC #91;x#93;")
                    fn_0000_01_00_0_iov1[["NIC #91;x#93;"]]
                    fn_0000_00_02_0_slot(["NIC #91;x#93;"])
                    subgraph sw_1["NIC #91;x#93;"]
                      fn_0000_00_01_0["00:01.0 #91;01-01#93;<br/>NIC #91;x#93;"]
                    end
                  end
                  bus_0000_00 --- fn_0000_00_01_0
                  fn_0000_00_01_0 --- |"NIC #91;x#93;"| fn_0000_01_00_0
                  fn_0000_01_00_0 -.- fn_0000_01_00_0_iov1
                  linkStyle 1 stroke-width:4.00px
                """);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void mermaidFindsNothingOfItsOwnInTexts(String text) throws IOException {
        assertMermaid(written(GraphFormat.MERMAID, text));
    }

    static void assertMermaid(String mermaid) {
        assertThat(mermaid.lines().map(line -> line.replaceAll(TEXT, "Q")))
                .allMatch(line -> MERMAID_LINE.matcher(line).matches(), "is a line of ours");
        assertThat(mermaid.lines().filter(line -> line.strip().startsWith("subgraph ")))
                .hasSameSizeAs(mermaid.lines()
                        .filter(line -> line.strip().equals("end"))
                        .toList());
    }

    /** Outside strings there is nothing but words of ours; within one no quote ends it early. */
    @ParameterizedTest
    @MethodSource("hostile")
    void dotStringsEndWhereTheyShould(String text) throws IOException {
        String outside = written(GraphFormat.DOT, text).replaceAll("\"(\\\\\\\\|\\\\\"|\\\\n|[^\"\\\\])*\"", "Q");

        assertThat(outside).isEqualTo(written(GraphFormat.DOT, "x").replaceAll("\"[^\"]*\"", "Q"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noEntityButOursIsInDot(String text) throws IOException {
        assertThat(written(GraphFormat.DOT, text).replace("&amp;", "").replace("&lt;", ""))
                .doesNotContain("&", "<");
    }

    @ParameterizedTest
    @EnumSource(GraphFormat.class)
    void longTextEndsInAnEllipsis(GraphFormat format) throws IOException {
        assertThat(written(format, "x".repeat(10_000)))
                .contains("x".repeat(79) + "…")
                .doesNotContain("x".repeat(250));
    }

    @Test
    void thicknessGrowsWithLanes() {
        assertThat(List.of(0, 1, 2, 4, 8, 12, 16, 32).stream()
                        .map(lanes -> new Edge("a", "b", Edge.Kind.LINK, "", lanes).thickness()))
                .containsExactly(1.0, 1.0, 1.75, 2.5, 3.25, 3.25, 4.0, 4.75);
    }
}
