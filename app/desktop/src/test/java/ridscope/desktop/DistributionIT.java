package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.cli.RidscopeCommand;

/** The distribution as a user gets it. It alone runs on the module path. */
@DisabledOnOs(value = WINDOWS, disabledReason = "runs the shell script")
class DistributionIT {
    private static final Path SCRIPT = Path.of(System.getProperty("ridscope.build"), "ridscope", "bin", "ridscope");

    private static final String JAVA_HOME = System.getProperty("java.home");

    @TempDir
    private Path folder;

    @Test
    void aWordOfTheCommandLineLoadsNoToolkit() throws Exception {
        Path log = folder.resolve("classes.log");

        Answer answer =
                run(SCRIPT, Map.of("JAVA_HOME", JAVA_HOME, "RIDSCOPE_JAVA_OPTS", "-Xlog:class+load:file=" + log));

        assertThat(answer.text()).startsWith("ridscope ");
        assertThat(answer.exitCode()).isZero();
        assertThat(Files.readString(log)).contains(" ridscope.desktop.Launcher ");
        assertThat(Files.readAllLines(log))
                .noneMatch(line -> line.matches(".* (javafx|com\\.sun\\.(javafx|glass))\\..*"));
    }

    @Test
    void startsThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("rid scope"), SCRIPT);

        Answer answer = run(link, Map.of("JAVA_HOME", JAVA_HOME));
        Files.delete(link);

        assertThat(answer.text()).startsWith("ridscope ");
        assertThat(answer.exitCode()).isZero();
    }

    /** With a program that stands for ssh: it runs what it is given on a folder instead of on another machine. */
    @Test
    void readsAnotherHostOverSsh() throws Exception {
        Path function = Files.createDirectories(folder.resolve("tree/sys/bus/pci/devices/0000:00:1f.3"));
        Files.writeString(function.resolve("vendor"), "0x8086\n");
        Files.createDirectories(function.resolve("net/enp0s31f3"));
        Path kernel = Files.createDirectories(folder.resolve("tree/proc/sys/kernel"));
        Files.writeString(kernel.resolve("hostname"), "secretive\n");
        Path ssh = Files.createDirectories(folder.resolve("fake")).resolve("ssh");
        Files.writeString(
                ssh, "#!/bin/sh\necho \"$@\" >'" + folder + "/told'\nexec sh -s -- '" + folder + "/tree/sys'\n");
        assertThat(ssh.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment =
                Map.of("JAVA_HOME", JAVA_HOME, "PATH", ssh.getParent() + ":" + System.getenv("PATH"));
        Path saved = folder.resolve("host.ridscope.json");

        Answer shown = run(SCRIPT, environment, "show", "ssh:root@[2001:db8::7]:2222");
        assertThat(shown.text()).contains("00:1f.3");
        assertThat(shown.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("told"))).endsWith(" -p 2222 -l root -- 2001:db8::7 sh -s\n");

        Answer captured = run(SCRIPT, environment, "capture", "--host", "db7", "--sudo", "-o", saved.toString());
        assertThat(captured.text()).contains("1 function");
        assertThat(Files.readString(folder.resolve("told"))).endsWith(" -- db7 sudo -n sh -s\n");
        assertThat(Files.readString(saved))
                .contains("\"kind\": \"ssh\"", "\"host\": \"secretive\"", "enp0s31f3", "capturedAt");

        run(SCRIPT, environment, "capture", "--host", "db7", "--redact", "-o", saved.toString());
        assertThat(Files.readString(saved))
                .contains("\"net-1\"", "REDACTED")
                .doesNotContain("secretive", "db7", "enp0s31f3");
    }

    @Test
    void printsTheCaptureScriptThatLiesInShare() throws Exception {
        Path script = SCRIPT.resolve("../../share/ridscope-capture.sh").normalize();
        assertThat(Files.isExecutable(script)).isTrue();
        assertThat(run(SCRIPT, Map.of("JAVA_HOME", JAVA_HOME), "capture", "--print-script"))
                .isEqualTo(new Answer(0, Files.readString(script)));
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Answer answer = runWithJava("11.0.2");

        assertThat(answer.text()).contains("needs Java 17 or later").contains("is 11.0.2");
        assertThat(answer.exitCode()).isEqualTo(3);
    }

    /** Java 17 does not know the options that later ones need to stay silent about JavaFX. */
    @ParameterizedTest
    @CsvSource({"17.0.15, false", "23.0.1, false", "24, true", "25.0.3, true"})
    void aNewJavaIsToldWhatJavaFxMayDo(String version, boolean told) throws Exception {
        Answer answer = runWithJava(version);

        assertThat(answer.exitCode()).isEqualTo(99);
        assertThat(answer.text().contains("--enable-native-access=javafx.graphics"))
                .isEqualTo(told);
        assertThat(answer.text().contains("--sun-misc-unsafe-memory-access=allow"))
                .isEqualTo(told);
    }

    /** A window that stands still while memory is tidied up is felt; an answer in words should be over soon. */
    @Test
    void wordsAndTheWindowTidyUpMemoryEachInTheirOwnWay() throws Exception {
        for (String word : RidscopeCommand.WORDS) {
            assertThat(runWithJava("17.0.15", word, "host.txt").text())
                    .as(word)
                    .contains("-XX:+UseSerialGC")
                    .doesNotContain("G1");
        }
        assertThat(runWithJava("17.0.15", "--help").text()).contains("-XX:+UseSerialGC");
        assertThat(runWithJava("17.0.15", "host.txt").text())
                .contains("-XX:+UseG1GC")
                .doesNotContain("Serial");
    }

    private Answer runWithJava(String version) throws IOException, InterruptedException {
        return runWithJava(version, "--version");
    }

    /** Runs with a Java that prints its arguments and exits with 99. */
    private Answer runWithJava(String version, String... arguments) throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\nexit 99\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return run(SCRIPT, Map.of("JAVA_HOME", folder.toString()), arguments);
    }

    private Answer run(Path script, Map<String, String> environment) throws IOException, InterruptedException {
        return run(script, environment, "--version");
    }

    private Answer run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        File out = folder.resolve("out.txt").toFile();
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out);
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Answer(exitCode, Files.readString(out.toPath()));
    }

    private record Answer(int exitCode, String text) {}
}
