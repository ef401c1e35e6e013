package ridscope.source.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts.Resource;
import ridscope.job.Feedback;
import ridscope.source.Fixtures;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.text.Numbers;
import tools.jackson.databind.JsonNode;

class ResourcesTest {

    private static final String NOTHING = "0x0000000000000000 0x0000000000000000 0x0000000000000000\n";

    @ParameterizedTest(name = "line {1} of {0} is {2}")
    @CsvSource({
        "7, 0, 0",
        "7, 6, 6",
        "13, 5, 5",
        "13, 7, 7",
        "13, 12, 12",
        "17, 6, 6",
        "17, 7, 7",
        "17, 13, 13",
        "17, 16, 16",
        "17, 12, 12",
        "18, 13, 13",
        "18, 16, 16",
        "11, 6, 6",
        "11, 7, 13",
        "11, 10, 16",
        "12, 7, 13",
        "12, 10, 16"
    })
    void whichRangeALineIsDependsOnHowManyThereAre(int lines, int line, int index) {
        String text = IntStream.range(0, lines)
                .mapToObj(i -> i == line ? "0x00000000fe000000 0x00000000fe003fff 0x0000000000040200\n" : NOTHING)
                .collect(Collectors.joining());
        assertThat(Resources.parse(text)).containsExactly(resource(index, 0xfe000000L, 0x4000, 0x40200));
    }

    @ParameterizedTest
    @CsvSource({"18, 17", "12, 11"})
    void theLastLineOfSomeKernelsMeansNothing(int lines, int line) {
        String text = NOTHING.repeat(line) + "0x1 0x2 0x200\n" + NOTHING.repeat(lines - line - 1);
        assertThat(Resources.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0x00000000000003f6 0x00000000000003f6 0x0000000000000110, 3f6, 1",
        "0xffffffff00000000 0xffffffffffffffff 0x0000000000000200, ffffffff00000000, 100000000",
        "0x0000000000000000 0x0000000000003fff 0x0000000020000200, , 4000",
        "0x0000000000000000 0x0000000000003fff 0x0000000000000200, , 4000",
        "0x0000000000000000 0x0000000000000fff 0x0000000000000100, 0, 1000",
        "0x00000000fe000000 0x00000000fe003fff 0x0000000020000200, , 4000",
        "0x0000000000000000 0x0000000000000000 0x0000000000000200, , ",
        "0x0000000000000000 0xffffffffffffffff 0x0000000000000200, , "
    })
    void placeAndSize(String line, String start, String size) {
        List<Resource> found = Resources.parse(line + "\n" + NOTHING.repeat(6));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).start()).isEqualTo(hex(start));
        assertThat(found.get(0).size()).isEqualTo(hex(size));
    }

    @ParameterizedTest
    @CsvSource({"0x0 0x0 0x0", "0xf000 0xfff 0x100", "0x1000 0x1fff", "0x1000 x 0x200", "0x1 0x2 0x3 0x4", "''"})
    void whatIsNoRangeIsLeftOut(String line) {
        assertThat(Resources.parse(line)).isEmpty();
    }

    @Test
    void damagedTextGivesFewerRangesAndNoFailure() {
        Random random = new Random(20260507);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text =
                    new StringBuilder("0x00000000fe000000 0x00000000fe003fff 0x0000000000040200\n".repeat(17));
            for (int i = 0; i < 30; i++) {
                text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(96)));
            }
            assertThat(Resources.parse(text.toString())).hasSizeLessThanOrEqualTo(17);
        }
    }

    static List<Path> archives() {
        return Fixtures.files("real/sysfs");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("archives")
    void agreesWithAnIndependentReading(Path archive) throws Exception {
        HostSnapshot host = new SnapshotOpener()
                .open(new Source.OnDisk(archive), Feedback.NONE)
                .hosts()
                .get(0);
        for (JsonNode truth : Fixtures.expected("sysfs/" + archive.getFileName())) {
            String address = truth.get("addr").asString();
            boolean odd = host.diagnostics().stream()
                    .anyMatch(d -> d.subject().filter(address::equals).isPresent());
            if (truth.has("resource") && !odd) {
                FunctionRecord function = host.functions().stream()
                        .filter(f -> f.address().toString().equals(address))
                        .findFirst()
                        .orElseThrow();
                boolean old = archive.getFileName().toString().startsWith("eudev");
                List<Resource> expected = new ArrayList<>();
                for (JsonNode range : truth.get("resource")) {
                    int line = range.get("n").asInt();
                    if (line <= 16) {
                        expected.add(expected(range, old && line > 6 ? line + 6 : line));
                    }
                }
                assertThat(function.os().resources()).as(address).isEqualTo(expected);
            }
        }
    }

    /** A shadowed ROM has flags and nothing else. */
    private static Resource expected(JsonNode range, int index) {
        long start = hex(range, "start");
        long end = hex(range, "end");
        long flags = hex(range, "flags");
        return end == 0
                ? new Resource(index, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(flags))
                : resource(index, start, end - start + 1, flags);
    }

    private static long hex(JsonNode range, String name) {
        return Numbers.hexLong(range.get(name).asString()).orElseThrow();
    }

    private static OptionalLong hex(String digits) {
        return digits == null ? OptionalLong.empty() : Numbers.hexLong(digits);
    }

    private static Resource resource(int index, long start, long size, long flags) {
        return new Resource(index, OptionalLong.of(start), OptionalLong.of(size), OptionalLong.of(flags));
    }
}
