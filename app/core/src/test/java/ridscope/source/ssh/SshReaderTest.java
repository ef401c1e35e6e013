package ridscope.source.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;
import ridscope.source.Head;
import ridscope.source.Opened;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.SshTarget;
import ridscope.testing.SampleCorpus;

/** Against a real sshd, and with the real client. */
class SshReaderTest {

    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.5Z");
    private static final Duration LONG = Duration.ofSeconds(28);

    /** Prints without end, and notices when nobody listens any more. */
    private static final String ENDLESS = "while echo .; do sleep 0.05; done";

    @TempDir
    private static Path folder;

    private static LoopbackHost host;
    private static Path sys;

    @BeforeAll
    static void start() throws Exception {
        sys = SysfsCopy.write(SampleCorpus.open("qemu-switch"), Files.createDirectories(folder.resolve("tree")));
        host = LoopbackHost.in(folder)
                .client("plain", "")
                .client("greeting", "echo 'Welcome!'; eval \"$SSH_ORIGINAL_COMMAND\"")
                .client("router", "echo 'RouterOS 7 does not know that'")
                .client("endless", ENDLESS)
                .client("shell-less", "exit 127")
                .client("cut", "eval \"$SSH_ORIGINAL_COMMAND\" | head -c 3000")
                .client("tool-less", "PATH=/nowhere " + Shell.program("dash") + " -s -- " + sys)
                .client("empty", "sh -s -- " + folder)
                .stranger("stranger")
                .client("unknown", "plain", "empty_hosts", "ask")
                .client("strict", "plain", "empty_hosts", "yes")
                .client("changed", "plain", "changed_hosts", "ask")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (host != null) {
            host.stop();
        }
    }

    @Test
    void aHostIsReadAsItsTreeIs() throws Exception {
        HostSnapshot expected = new SnapshotOpener()
                .open(new Source.OnDisk(sys), Feedback.NONE)
                .hosts()
                .get(0);
        for (String alias : List.of("plain", "greeting")) {
            Notes notes = new Notes();
            HostSnapshot read = read(alias, notes);
            assertThat(read.functions()).isEqualTo(expected.functions());
            Provenance p = expected.provenance();
            assertThat(read.provenance())
                    .isEqualTo(new Provenance(
                            "ssh",
                            Optional.of(alias),
                            p.kernel(),
                            Optional.of(Instant.parse("2026-05-06T07:08:09Z")),
                            Optional.of("RIDscope capture script"),
                            p.privileged(),
                            false));
        }
    }

    @Test
    void theOpenerConnectsAndTellsWhatGoesOn() throws Exception {
        Notes notes = new Notes();
        Opened opened = new SnapshotOpener(List.of(reader(host.ssh(), LONG))).open(source("plain", false), notes);
        assertThat(opened.kind()).isEqualTo("ssh");
        assertThat(opened.hosts()).hasSize(1);
        assertThat(opened.recognised()).isEqualTo("host plain over ssh");
        assertThat(notes.texts).contains("connecting to plain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stranger | it does not let you in (it takes: publickey",
                "unknown | its host key is not known here; run `ssh unknown` once in a terminal",
                "strict | its host key is not known here",
                "changed | its host key is another one than before",
                "router | something else than a snapshot (\"RouterOS 7 does not know that\")",
                "shell-less | no POSIX shell",
                "tool-less | this host has no cat.",
                "empty | this host has no PCI devices in ",
                "cut | ends in the middle"
            })
    void failuresAreSaidInWords(String alias, String words) {
        assertThatThrownBy(() -> read(alias, Feedback.NONE))
                .as(host.log())
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("ssh:" + alias + " ")
                .hasMessageContaining(words)
                .hasMessageEndingWith(".");
    }

    @Test
    void aClosedPort() throws Exception {
        Source closed = new Source.Ssh(SshTarget.parse("127.0.0.1:" + LoopbackHost.freePort()), false);
        assertThatThrownBy(() -> reader(host.ssh(), LONG).read(closed, Feedback.NONE))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("refuses the connection");
    }

    @Test
    void aClientThatIsNotInstalled() {
        assertThatThrownBy(() -> reader(List.of("/no/such/ssh"), LONG).read(source("plain", false), Feedback.NONE))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("OpenSSH client (/no/such/ssh) does not start; install it");
    }

    @Test
    void cancelInTheMiddle() {
        Notes notes = new Notes();
        notes.cancels = true;
        assertThatThrownBy(() -> read("endless", notes)).isInstanceOf(CancelledException.class);
        assertThat(notes.texts).contains("reading endless");
    }

    @Test
    void timeLimit() {
        assertThatThrownBy(
                        () -> reader(host.ssh(), Duration.ofSeconds(2)).read(source("endless", false), Feedback.NONE))
                .isInstanceOf(SnapshotException.class)
                .hasMessage("ssh:endless was not read completely within 2 s; where it needs more, set"
                        + " RIDSCOPE_JAVA_OPTS=-Dridscope.ssh.seconds=600.");
        assertThatThrownBy(() -> reader(host.ssh(), Duration.ofMillis(1)).read(source("plain", false), Feedback.NONE))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("gave no answer within");
    }

    @Test
    void sudo() throws Exception {
        sudo("[ \"$1\" = -n ] || exit 9; shift; PRIVILEGED=yes exec \"$@\"");
        assertThat(reader(host.ssh(), LONG)
                        .read(source("plain", true), Feedback.NONE)
                        .get(0)
                        .functions())
                .isNotEmpty();
        sudo("echo 'sudo: a password is required' >&2; exit 1");
        assertThatThrownBy(() -> reader(host.ssh(), LONG).read(source("plain", true), Feedback.NONE))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("sudo wants a password there");
        assertThat(read("plain", Feedback.NONE).functions()).isNotEmpty();
        sudo("echo 'me is not in the sudoers file.' >&2; exit 1");
        assertThatThrownBy(() -> reader(host.ssh(), LONG).read(source("plain", true), Feedback.NONE))
                .hasMessageContaining("may not use sudo");
    }

    private static void sudo(String script) throws Exception {
        Path file = host.bin().resolve("sudo");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void onlyHostsBehindSshAreOurs() throws Exception {
        SshReader reader = new SshReader();
        assertThat(reader.kind()).isEqualTo("ssh");
        assertThat(reader.recognise(new Head(new Source.Live(), false, new byte[0]))
                        .confidence())
                .isZero();
        assertThatThrownBy(() -> reader.read(new Source.Live(), Feedback.NONE)).isInstanceOf(SnapshotException.class);
        assertThat(reader.recognise(new Head(source("db7", false), false, new byte[0]))
                        .sentence())
                .isEqualTo("host db7 over ssh");
    }

    private static Source.Ssh source(String alias, boolean sudo) throws SnapshotException {
        return new Source.Ssh(SshTarget.parse(alias), sudo);
    }

    private static HostSnapshot read(String alias, Feedback feedback) throws SnapshotException {
        return reader(host.ssh(), LONG).read(source(alias, false), feedback).get(0);
    }

    private static SshReader reader(List<String> client, Duration limit) {
        return new SshReader(client, List.of(sys.toString()), limit, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Remembers what it hears, and cancels once something has come, if it is told to. */
    private static final class Notes implements Feedback {
        private final List<String> texts = new ArrayList<>();
        private boolean cancels;
        private long bytes;

        @Override
        public boolean cancelled() {
            return cancels && bytes > 0;
        }

        @Override
        public void progress(long done, long total) {
            bytes = done;
        }

        @Override
        public void note(String text) {
            texts.add(text);
        }
    }
}
