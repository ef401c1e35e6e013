package ridscope.source.ssh;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.source.Source;
import ridscope.source.SshTarget;

/**
 * Says in one sentence why a host could not be read and what to do: from the exit code, and from what the ssh client, sudo,
 * the shell there or our script said. OpenSSH does not translate its messages.
 */
final class SshFailure {

    private static final int SSH_ITSELF = 255;
    private static final int NO_SUCH_COMMAND = 127;
    private static final int DEFAULT_PORT = 22;
    private static final int LONGEST_QUOTE = 200;

    /** {0} is the host as known_hosts has it, {1} the command that logs in, {2} what the pattern has in its parentheses. */
    private record Rule(Pattern said, String sentence) {
        Rule(String said, String sentence) {
            this(Pattern.compile(said, Pattern.MULTILINE | Pattern.CASE_INSENSITIVE), sentence);
        }
    }

    private static final Rule SCRIPT = new Rule("^ridscope-capture: (.+)$", "{2}.");

    /** The first that fits counts: a changed host key is also one that could not be verified. */
    private static final List<Rule> CLIENT = List.of(
            new Rule(
                    "host identification has changed|host key for .* has changed",
                    "its host key is another one than before: it was set up anew, or somebody is in between;"
                            + " once you know which, remove the old key with `ssh-keygen -R '{0}'`."),
            new Rule(
                    "host key verification failed|no .* host key is known|authenticity of host",
                    "its host key is not known here; run `{1}` once in a terminal,"
                            + " compare the fingerprint it shows and accept it."),
            new Rule(
                    "could not resolve hostname|name or service not known|nodename nor servname",
                    "no host of that name is known; check the name, or write an alias into ~/.ssh/config."),
            new Rule("connection refused", "it refuses the connection; check that sshd runs there, and on which port."),
            new Rule(
                    "timed out|timeout, server",
                    "it does not answer; check that it is on, and that a firewall lets ssh through."),
            new Rule(
                    "no route to host|network is unreachable|host is down",
                    "there is no way to it from here; check the network, or name a jump host in ~/.ssh/config."),
            new Rule(
                    "too many authentication failures",
                    "it refused all the keys that were offered; name the right one as IdentityFile in ~/.ssh/config."),
            new Rule(
                    "permission denied \\(([^)]*)\\)",
                    "it does not let you in (it takes: {2}). RIDscope never asks for a password or passphrase:"
                            + " load your key with ssh-add, or install one there with ssh-copy-id;"
                            + " `{1}` must work without a question."),
            new Rule(
                    "bad configuration option: (.*)|bad owner or permissions on (.*)",
                    "the ssh client refuses its configuration; run `{1}` in a terminal and mend what it complains about."),
            new Rule(
                    "connection (closed|reset) by|closed by remote host|broken pipe|kex_exchange_identification",
                    "the connection was closed; try again, and look into the log of its sshd if that does not help."));

    private static final List<Rule> REMOTE = List.of(
            new Rule(
                    "sudo: .*(password is required|terminal is required|no tty present|must have a tty)",
                    "sudo wants a password there, which nobody can type in here;"
                            + " allow `sudo -n sh` for this user (NOPASSWD), log in as root, or read without sudo."),
            new Rule(
                    "sudoers|may not run sudo|not allowed to execute|is not allowed to run",
                    "this user may not use sudo there; log in as root, or read without sudo."),
            new Rule(
                    "sudo: (command )?not found|not found: sudo|unknown command: sudo|sudo: no such",
                    "it has no sudo; log in as root, or read without sudo."));

    private SshFailure() {}

    /** Why a run that ended with this exit code did not give a snapshot; {@code out} is what was printed instead. */
    static String sentence(Source.Ssh source, int exitCode, String err, String out) {
        return source.named() + " cannot be read: " + reason(source, exitCode, err, out);
    }

    private static String reason(Source.Ssh source, int exitCode, String err, String out) {
        List<Rule> rules = exitCode == SSH_ITSELF ? CLIENT : REMOTE;
        String found = first(List.of(SCRIPT), source, err);
        if (found.isEmpty()) {
            found = first(rules, source, err);
        }
        if (!found.isEmpty()) {
            return found;
        }
        if (exitCode == NO_SUCH_COMMAND) {
            return "it has no POSIX shell `sh`, so the capture script cannot run; if it is a Linux host after all,"
                    + " run `ridscope capture --print-script` and carry the script there.";
        }
        if (exitCode == 0) {
            return "it answered with something else than a snapshot" + quoted(out)
                    + "; perhaps its log-in starts another program than a shell.";
        }
        String words = quoted(err.isBlank() ? out : err);
        return exitCode == SSH_ITSELF
                ? "the connection failed" + words + "; `" + source.target().command() + "` in a terminal tells more."
                : "the capture script ended there with exit code " + exitCode + words + ".";
    }

    private static String first(List<Rule> rules, Source.Ssh source, String err) {
        for (Rule rule : rules) {
            Matcher said = rule.said().matcher(err);
            if (said.find()) {
                String detail = said.groupCount() > 0 && said.group(1) != null ? said.group(1) : "";
                return rule.sentence()
                        .replace("{0}", knownAs(source.target()))
                        .replace("{1}", source.target().command())
                        .replace("{2}", shown(detail));
            }
        }
        return "";
    }

    private static String knownAs(SshTarget target) {
        int port = target.port().orElse(DEFAULT_PORT);
        return port == DEFAULT_PORT ? target.host() : "[" + target.host() + "]:" + port;
    }

    /** The last line, which usually says most. */
    private static String quoted(String text) {
        List<String> lines =
                text.lines().map(SshFailure::shown).filter(l -> !l.isBlank()).toList();
        return lines.isEmpty() ? "" : " (\"" + lines.get(lines.size() - 1) + "\")";
    }

    /** What another machine says is shown without its control characters, and not without end. */
    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > LONGEST_QUOTE ? plain.substring(0, LONGEST_QUOTE) + "…" : plain;
    }
}
