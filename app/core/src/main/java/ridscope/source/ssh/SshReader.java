package ridscope.source.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.source.Head;
import ridscope.source.Limits;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;
import ridscope.source.json.JsonSnapshotReader;
import ridscope.text.Numbers;

/**
 * Reads a Linux host through the system's OpenSSH client, so that its keys, agents, jump hosts and known hosts count. The
 * capture script is sent on standard input: nothing is installed or written there.
 */
public final class SshReader implements SnapshotReader {

    private static final String KIND = "ssh";
    private static final String LIMIT = "ridscope.ssh.seconds";
    private static final int DEFAULT_SECONDS = 120;
    private static final byte[] START = "{\"schema\": \"ridscope-snapshot\"".getBytes(StandardCharsets.US_ASCII);

    private final List<String> client;
    private final List<String> scriptArguments;
    private final Duration limit;
    private final Clock clock;

    /** With the client {@code ssh} on the path; the system property {@code ridscope.ssh.seconds} limits the time (120). */
    public SshReader() {
        this(List.of("ssh"), List.of(), limit(), Clock.systemUTC());
    }

    /**
     * @param client the client and its first options
     * @param scriptArguments of the script; plain words
     * @param limit how long all of it may take
     */
    SshReader(List<String> client, List<String> scriptArguments, Duration limit, Clock clock) {
        this.client = List.copyOf(client);
        this.scriptArguments = List.copyOf(scriptArguments);
        this.limit = limit;
        this.clock = clock;
    }

    private static Duration limit() {
        int seconds = Numbers.decimal(System.getProperty(LIMIT, "")).orElse(DEFAULT_SECONDS);
        return Duration.ofSeconds(seconds > 0 ? seconds : DEFAULT_SECONDS);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Recognition recognise(Head head) {
        return head.source() instanceof Source.Ssh ssh
                ? new Recognition(100, "host " + ssh.target() + " over ssh")
                : Recognition.NO;
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        if (!(source instanceof Source.Ssh ssh)) {
            throw new SnapshotException(source.named() + " is no host behind ssh.");
        }
        feedback.note("connecting to " + ssh.target());
        byte[] printed = printed(ssh, feedback);
        HostSnapshot host = new JsonSnapshotReader()
                .read(new Source.Bytes(ssh.named(), printed), feedback)
                .get(0);
        return List.of(host.from(received(host.provenance(), ssh)));
    }

    /** What the script printed there, from its beginning on: a log-in may greet before. */
    private byte[] printed(Source.Ssh ssh, Feedback feedback) throws SnapshotException {
        RemoteRun.Outcome outcome = outcome(ssh, feedback);
        byte[] out = outcome.out();
        if (outcome.end() == RemoteRun.End.TOO_SLOW) {
            throw new SnapshotException(ssh.named() + (out.length == 0 ? " gave no answer" : " was not read completely")
                    + " within " + limit.toSeconds() + " s; where it needs more, set RIDSCOPE_JAVA_OPTS=-D" + LIMIT
                    + "=600.");
        }
        if (outcome.end() == RemoteRun.End.TOO_MUCH) {
            throw new SnapshotException(
                    ssh.named() + " sent more than " + Limits.REMOTE + " bytes, which no snapshot needs.");
        }
        int start = start(out);
        if (outcome.exitCode() != 0 || start < 0) {
            String words = new String(out, 0, Math.min(out.length, 4096), StandardCharsets.UTF_8);
            throw new SnapshotException(SshFailure.sentence(ssh, outcome.exitCode(), outcome.err(), words));
        }
        return Arrays.copyOfRange(out, start, out.length);
    }

    private RemoteRun.Outcome outcome(Source.Ssh ssh, Feedback feedback) throws SnapshotException {
        List<String> command = SshCommand.of(client, ssh, scriptArguments);
        byte[] script = CaptureScript.text().getBytes(StandardCharsets.US_ASCII);
        try {
            return new RemoteRun(command, limit, Limits.REMOTE)
                    .run(script, () -> feedback.note("reading " + ssh.target()), feedback);
        } catch (IOException e) {
            throw new SnapshotException(
                    ssh.named() + " cannot be read: the OpenSSH client (" + client.get(0)
                            + ") does not start; install it (package openssh-client) or add it to the PATH.",
                    e);
        }
    }

    private static int start(byte[] out) {
        for (int at = 0; at <= out.length - START.length; at++) {
            if (Arrays.equals(out, at, at + START.length, START, 0, START.length)) {
                return at;
            }
        }
        return -1;
    }

    /** The script has no clock; and what a user calls the host stands in where the host does not say its name. */
    private Provenance received(Provenance p, Source.Ssh ssh) {
        return new Provenance(
                KIND,
                p.host().or(() -> Optional.of(ssh.target().host())),
                p.kernel(),
                Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                p.tool(),
                p.privileged(),
                false);
    }
}
