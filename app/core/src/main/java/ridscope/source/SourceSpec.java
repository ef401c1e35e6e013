package ridscope.source;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.text.Numbers;

/**
 * A SOURCE as the command line takes it: a file or directory, {@code -} for standard input, {@code live}, {@code ssh:[user@]host[:port]};
 * behind {@code FILE#} the number (from 1) or name of one of several hosts in it.
 *
 * @param source what to open
 * @param host which host of it, if said
 */
public record SourceSpec(Source source, Optional<String> host) {

    private static final String LIVE = "live";
    private static final String SSH = "ssh:";
    private static final String STANDARD_INPUT = "-";

    /**
     * Understands a SOURCE. An existing file wins over the {@code #} in its name. A file called {@code live} is
     * {@code ./live}, one called {@code ssh:db7} is {@code ./ssh:db7}.
     *
     * @param stdin read to its end if the text is {@code -}, otherwise left alone
     * @throws SnapshotException if the text names nothing that this version opens, or standard input fails
     */
    public static SourceSpec parse(String text, InputStream stdin) throws SnapshotException {
        if (text.equals(LIVE)) {
            return whole(new Source.Live());
        }
        if (text.startsWith(SSH)) {
            return whole(new Source.Ssh(SshTarget.parse(text.substring(SSH.length())), false));
        }
        if (text.equals(STANDARD_INPUT) || text.startsWith(STANDARD_INPUT + '#')) {
            Source bytes = new Source.Bytes("standard input", Content.slurp(stdin, "standard input", Feedback.NONE));
            return new SourceSpec(
                    bytes,
                    Optional.of(text.substring(Math.min(2, text.length()))).filter(h -> !h.isEmpty()));
        }
        return onDisk(text);
    }

    private static SourceSpec onDisk(String text) throws SnapshotException {
        if (text.isEmpty()) {
            throw new SnapshotException("The name of what to open is empty.");
        }
        try {
            int hash = text.lastIndexOf('#');
            if (hash > 0 && hash < text.length() - 1 && !Files.exists(Path.of(text))) {
                Path path = Path.of(text.substring(0, hash));
                if (Files.exists(path)) {
                    return new SourceSpec(new Source.OnDisk(path), Optional.of(text.substring(hash + 1)));
                }
            }
            return whole(new Source.OnDisk(Path.of(text)));
        } catch (InvalidPathException e) {
            throw new SnapshotException("\"" + text + "\" cannot be the name of a file.", e);
        }
    }

    /** The same, said to be a raw image of configuration space that begins there. */
    public SourceSpec startingAt(EcamStart start) {
        return new SourceSpec(source.startingAt(start), host);
    }

    private static SourceSpec whole(Source source) {
        return new SourceSpec(source, Optional.empty());
    }

    /**
     * The same, read with root rights through {@code sudo -n}.
     *
     * @throws SnapshotException if it is no host behind ssh
     */
    public SourceSpec withSudo() throws SnapshotException {
        if (source instanceof Source.Ssh ssh) {
            return new SourceSpec(new Source.Ssh(ssh.target(), true), host);
        }
        throw new SnapshotException("Only a host behind ssh can be read with sudo, and " + source.named()
                + " is none; to read this machine as root, start RIDscope as root.");
    }

    /**
     * The host that was asked for; the first if none was.
     *
     * @throws SnapshotException if there is no such host, naming those there are
     */
    public HostSnapshot pick(Opened opened) throws SnapshotException {
        List<HostSnapshot> hosts = opened.hosts();
        if (host.isEmpty()) {
            return hosts.get(0);
        }
        for (HostSnapshot candidate : hosts) {
            if (candidate.provenance().host().equals(host)) {
                return candidate;
            }
        }
        OptionalInt number = Numbers.decimal(host.get());
        if (number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= hosts.size()) {
            return hosts.get(number.getAsInt() - 1);
        }
        throw new SnapshotException(
                source.named() + " has no host \"" + host.get() + "\"; it has " + list(hosts) + ".");
    }

    /** The hosts of what was opened, as they can be picked: {@code #1 (db7), #2}. */
    public static String list(List<HostSnapshot> hosts) {
        return IntStream.range(0, hosts.size())
                .mapToObj(i -> "#" + (i + 1)
                        + hosts.get(i)
                                .provenance()
                                .host()
                                .map(name -> " (" + name + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }
}
