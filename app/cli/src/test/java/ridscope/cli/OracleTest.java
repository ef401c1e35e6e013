package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code show --json} says of real dumps against expectations that came about without any of our code. */
class OracleTest {

    private static final Path SHARED = Path.of(System.getProperty("ridscope.shared", "absent"));
    private static final String EXPECTED = ".functions.jsonl";

    /**
     * One archive has 0000:43:00.0 below three bridges. The bus list links to the one below 0000:40:03.0, whose registers
     * lead to bus 43, and so do the lspci paths among the expectations; their list of functions took another of the three.
     */
    private static final String AMBIGUOUS = "hwloc__fakepcilocalities.tar.bz2";

    private static final String AMBIGUITY = """
            0000:43:00.0 parent: ours '0000:40:03.0', expected '0000:80:03.0'
            0000:43:00.0 numaNode: ours 1, expected 2
            30 functions, 318 facts compared, 2 disagree
            """;

    /**
     * In two listings a host bridge has a PCI Express capability of the type Root Port, as its registers do elsewhere. Beside
     * registers the comparison takes no offence; of listings it does not look at the class.
     */
    private static final List<String> HOST_BRIDGE_PORTS =
            List.of("derived__asus-p6t6.3.14.vvvnn.txt", "derived__asus-p6t6.3.9.vv.txt");

    private static final String HOST_BRIDGE_PORT = """
            0000:00:00.0 role: ours 'host-bridge', expected 'root-port'
            53 functions, 231 facts compared, 1 disagree
            """;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> hex() {
        return comparisons("hex", "hex");
    }

    @TestFactory
    Stream<DynamicTest> odd() {
        return comparisons("odd", "hex");
    }

    @TestFactory
    Stream<DynamicTest> text() {
        return comparisons("text", "text");
    }

    @TestFactory
    Stream<DynamicTest> sysfs() {
        return comparisons("sysfs", "sysfs");
    }

    /** The same from a folder. */
    @Test
    void unpacked() throws Exception {
        Path archive = SHARED.resolve("fixtures/real/sysfs/nfd__testdata.tar.gz");
        assumeTrue(Files.isRegularFile(archive), "shared fixtures absent");
        assumeTrue(runs("python3", "--version") && runs("tar", "--version"), "no python3 or tar to compare with");
        Path expectation = SHARED.resolve("fixtures/expected/real/sysfs/nfd__testdata.tar.gz" + EXPECTED);
        compare(expectation, extracted(archive), "sysfs");
    }

    private Stream<DynamicTest> comparisons(String group, String kind) {
        Path expectations = SHARED.resolve("fixtures/expected/real").resolve(group);
        assumeTrue(Files.isDirectory(expectations), "shared fixtures absent");
        assumeTrue(runs("python3", "--version"), "no python3 to compare with");
        return files(expectations).stream()
                .filter(file -> file.getFileName().toString().endsWith(EXPECTED))
                .map(file -> DynamicTest.dynamicTest(
                        source(file),
                        () -> compare(
                                file,
                                SHARED.resolve("fixtures/real").resolve(group).resolve(source(file)),
                                source(file).contains("z510") ? "text" : kind)));
    }

    private void compare(Path expectation, Path source, String kind) throws Exception {
        Run run = Run.of("show", source.toString(), "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Path model = Files.writeString(folder.resolve("model.json"), run.out());
        Path report = folder.resolve("report.txt");
        int code = run(
                report,
                "python3",
                SHARED.resolve("tools/compare_oracle.py").toString(),
                model.toString(),
                expectation.toString(),
                "--kind",
                kind);
        String text = Files.readString(report, StandardCharsets.UTF_8);
        if (source(expectation).equals(AMBIGUOUS)) {
            assertThat(text).isEqualTo(AMBIGUITY);
            return;
        }
        if (HOST_BRIDGE_PORTS.contains(source(expectation))) {
            assertThat(text).isEqualTo(HOST_BRIDGE_PORT);
            return;
        }
        assertThat(text).as("functions and facts compared").matches("(?s).*[1-9]\\d* functions, [1-9]\\d* facts.*");
        assertThat(code).as(text).isZero();
    }

    private Path extracted(Path archive) throws Exception {
        Path target = Files.createTempDirectory(folder, "sysfs");
        int code = run(folder.resolve("tar.txt"), "tar", "-xf", archive.toString(), "-C", target.toString());
        assertThat(code).as(Files.readString(folder.resolve("tar.txt"))).isZero();
        return target;
    }

    private static String source(Path expectation) {
        return expectation.getFileName().toString().replace(EXPECTED, "");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int run(Path output, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        assertThat(process.waitFor(25, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
