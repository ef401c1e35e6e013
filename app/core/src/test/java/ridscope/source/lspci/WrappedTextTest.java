package ridscope.source.lspci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.Listing;
import ridscope.job.Feedback;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;

/** The same listing and the same dump in every wrapping that a mail, a web page, a log or an editor gives them. */
class WrappedTextTest {

    private static final int WIDTH = 72;

    static Stream<Wrapping> wrappings() {
        return Stream.of(
                new Wrapping("as it is", t -> t),
                new Wrapping("CRLF", t -> t.replace("\n", "\r\n")),
                new Wrapping("CR", t -> t.replace("\n", "\r")),
                new Wrapping("CR CR LF", t -> t.replace("\n", "\r\r\n")),
                new Wrapping("byte-order mark", t -> "\ufeff" + t),
                new Wrapping("no newline at the end", String::strip),
                new Wrapping("fence", t -> "# Bug 17\n\nSome words.\n\n```text\n" + t + "```\n\nMore words: none.\n"),
                new Wrapping("fence of tildes", t -> "~~~\n" + t + "~~~\n"),
                new Wrapping("indented code", t -> "Look:\n\n" + each(t, l -> "    " + l) + "\nThat is all.\n"),
                new Wrapping("quoted", t -> "Hi,\nsee below\n\n" + each(t, l -> "> " + l) + "\nRegards\n"),
                new Wrapping("quoted without a space", t -> each(t, l -> ">" + l)),
                new Wrapping("quoted twice", t -> each(t, l -> "> > " + l)),
                new Wrapping("quoted thrice, closely", t -> each(t, l -> ">>> " + l)),
                new Wrapping("quoted with bars", t -> each(t, l -> "| " + l)),
                new Wrapping("quoted, ends cut", t -> each(t, l -> ("> " + l).stripTrailing())),
                new Wrapping("tabs are spaces", t -> each(t, WrappedTextTest::untabbed)),
                new Wrapping("tabs are four spaces", t -> t.replace("\t", "    ")),
                new Wrapping("tabs are single spaces", t -> t.replace("\t", " ")),
                new Wrapping(
                        "spaces do not break",
                        t -> t.replace("\t", "\u00a0 \u00a0 ").replace(" v", "\u00a0v")),
                new Wrapping("no indentation", t -> each(t, String::strip)),
                new Wrapping("an empty line behind each", t -> t.replace("\n", "\n\n")),
                new Wrapping("both", t -> each(t, String::strip).replace("\n", "\n\n")),
                new Wrapping("spaces at the ends", t -> each(t, l -> l + " \t ")),
                new Wrapping(
                        "colours",
                        t -> each(t, l -> "\u001b[0;32m" + l.replace(": ", ":\u001b[K \u001b[1m") + "\u001b[0m")),
                new Wrapping("window title", t -> "\u001b]0;root@x: ~\u0007$ cat\n" + t),
                new Wrapping(
                        "web page", t -> "<html><pre>" + t.replace("<", "&lt;").replace(">", "&gt;") + "</pre>\n"),
                new Wrapping("journal", t -> log(t, "Nov 24 13:00:%02d db7 lspci[4711]: ")),
                new Wrapping("early journal", t -> log(t, "Nov  4 03:00:%02d db7 kernel: ")),
                new Wrapping("kernel log", t -> log(t, "[   12.3456%02d] ")),
                new Wrapping("journal, ISO", t -> log(t, "2026-11-24T13:00:%02d+0100 db7 root: ")),
                new Wrapping("short times", t -> log(t, "13:00:%02d ")),
                new Wrapping(
                        "sosreport", t -> "# sos\n# /sbin/lspci -vvnn\n" + t + "\n#==[ Command ]==#\n# /bin/true\n"));
    }

    /**
     * @param name for the test's name
     * @param of what it does to a text
     */
    record Wrapping(String name, UnaryOperator<String> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String each(String text, UnaryOperator<String> line) {
        return text.lines().map(line).map(l -> l + "\n").collect(Collectors.joining());
    }

    private static String log(String text, String format) {
        int[] second = {0};
        return each(text, l -> String.format(format, second[0]++ % 60) + l);
    }

    private static String untabbed(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            text.append(c == '\t' ? " ".repeat(8 - text.length() % 8) : String.valueOf(c));
        }
        return text.toString();
    }

    /** As a mail program breaks lines: at the last space before the width; tabs count one. */
    static String broken(String text, int width, String quote) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String rest = line;
            while (rest.length() > width && rest.lastIndexOf(' ', width) > 0) {
                int at = rest.lastIndexOf(' ', width);
                lines.add(quote + rest.substring(0, at));
                rest = rest.substring(at + 1);
            }
            lines.add(quote + rest);
        }
        return String.join("\n", lines) + "\n";
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void aListing(Wrapping wrapping) throws Exception {
        String text = resource("server.txt");
        assertThat(normal(functions(wrapping.of().apply(text)), true)).isEqualTo(normal(functions(text), true));
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void aListOfOneLineEach(Wrapping wrapping) throws Exception {
        String text = resource("server.txt")
                .lines()
                .filter(l -> l.matches("[0-9a-f]{2}:.*"))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(functions(text)).hasSize(14);
        assertThat(normal(functions(wrapping.of().apply(text)), true)).isEqualTo(normal(functions(text), true));
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void aDump(Wrapping wrapping) throws Exception {
        String text = "00:1c.0 PCI bridge: Maker Port (rev f1) (prog-if 00 [Normal decode])\n"
                + "\tFlags: bus master, fast devsel\n\tKernel driver in use: pcieport\n"
                + LspciHexTest.rows(256, 0x18, 7)
                + "\n01:00.0 Ethernet controller: Maker Card\n" + LspciHexTest.rows(256, 2, 5) + "\n";
        assertThat(functions(text)).allMatch(f -> f.config().length() == 256);
        assertThat(normal(functions(wrapping.of().apply(text)), true)).isEqualTo(normal(functions(text), true));
    }

    @Test
    void linesBrokenByAMailProgram() throws Exception {
        String text = resource("server.txt");
        for (int width : new int[] {64, WIDTH, 76, 78}) {
            for (String quote : new String[] {"", "> "}) {
                assertThat(normal(functions(broken(text, width, quote)), false))
                        .as(width + " columns, quoted with \"" + quote + "\"")
                        .isEqualTo(normal(functions(text), false));
            }
        }
    }

    @Test
    void aListBrokenByAMailProgramAndFollowedByWords() throws Exception {
        String text = resource("server.txt")
                .lines()
                .filter(l -> l.matches("[0-9a-f]{2}:.*"))
                .collect(Collectors.joining("\n", "", "\n"));
        String mail = "Hello,\n\n" + broken(text, WIDTH, "")
                + "\nThese are all of them, and none of them works as it should.\n";
        assertThat(functions(mail)).isEqualTo(functions(text));
    }

    @Test
    void wordsDirectlyBelowAListAreNoPartOfIt() throws Exception {
        String list = """
                00:00.0 Host bridge: Some Maker with quite a long name and a Chip
                00:02.0 VGA compatible controller: Some Maker with a long name GPU
                """;
        assertThat(functions(list + "Those two are on the board, I have no others in this machine.\n"))
                .isEqualTo(functions(list));
    }

    private static List<FunctionRecord> functions(String text) throws SnapshotException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<HostSnapshot> hosts = new SnapshotOpener()
                .open(new Source.Bytes("text", bytes), Feedback.NONE)
                .hosts();
        assertThat(hosts).hasSize(1);
        assertThat(hosts.get(0).diagnostics()).isEmpty();
        return hosts.get(0).functions();
    }

    /** White space within lines is not what matters, and where a line was broken it cannot be told what it was. */
    private static List<FunctionRecord> normal(List<FunctionRecord> functions, boolean lines) {
        return functions.stream()
                .map(f -> new FunctionRecord(
                        f.address(),
                        f.config(),
                        f.configSize(),
                        f.os(),
                        lines ? normal(f.listing()) : f.listing().withoutLines()))
                .toList();
    }

    private static Listing normal(Listing l) {
        List<String> lines =
                l.lines().stream().map(t -> t.strip().replaceAll("\\s+", " ")).toList();
        return new Listing(
                l.layout(), l.bridge(), l.capabilities(), l.express(), l.ari(), l.acs(), l.sriov(), l.siov(), lines);
    }

    static String resource(String name) throws IOException {
        try (InputStream in = WrappedTextTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @return words that stand below a listing or a list and are no part of it */
    static Stream<String> words() {
        return Stream.of(
                "Note: the card in question is the last one.",
                "</pre>",
                "</code></pre>",
                "```",
                "$ uname -a",
                "Thanks: in advance",
                "Driver: none, Region: Europe");
    }

    @ParameterizedTest
    @MethodSource("words")
    void wordsBelowAListing(String words) throws Exception {
        String text = resource("server.txt");
        assertThat(functions(text + words + "\n")).isEqualTo(functions(text));
        assertThat(functions(text + "\n" + words + "\n")).isEqualTo(functions(text));
        String list = "00:00.0 Host bridge: Maker Chip\n00:02.0 VGA compatible controller: Maker GPU\n";
        assertThat(functions(list + words + "\n")).isEqualTo(functions(list));
    }
}
