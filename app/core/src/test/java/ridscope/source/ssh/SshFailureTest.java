package ridscope.source.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.source.SnapshotException;
import ridscope.source.Source;
import ridscope.source.SshTarget;

/** What ssh, sudo, the shell and the script say, and what we make of it. */
class SshFailureTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(255, "ssh: Could not resolve hostname db7: Name or service not known", "no host of that name"),
                failure(255, "ssh: Could not resolve hostname db7: Temporary failure in name resolution", "no host of"),
                failure(255, "ssh: connect to host db7 port 2222: Connection refused", "refuses the connection"),
                failure(255, "ssh: connect to host db7 port 22: Connection timed out", "does not answer"),
                failure(255, "ssh: connect to host db7 port 22: Operation timed out", "does not answer"),
                failure(255, "Timeout, server db7 not responding.", "does not answer"),
                failure(255, "Connection timed out during banner exchange", "does not answer"),
                failure(255, "ssh: connect to host db7 port 22: No route to host", "no way to it from here"),
                failure(255, "ssh: connect to host db7 port 22: Network is unreachable", "no way to it from here"),
                failure(255, """
                        @@@@@@@@@
                        @    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
                        @@@@@@@@@
                        IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!
                        Host key verification failed.""", "ssh-keygen -R '[db7]:2222'`"),
                failure(255, "Host key verification failed.", "run `ssh -p 2222 root@db7` once in a terminal"),
                failure(
                        255,
                        "No ED25519 host key is known for db7 and you have requested strict checking.\n"
                                + "Host key verification failed.",
                        "its host key is not known here"),
                failure(
                        255,
                        "root@db7: Permission denied (publickey,password).",
                        "(it takes: publickey,password). RIDscope never asks for a password or passphrase: load your key"
                                + " with ssh-add"),
                failure(
                        255,
                        "Received disconnect from 192.0.2.7 port 22:2: Too many authentication failures",
                        "IdentityFile"),
                failure(255, "kex_exchange_identification: Connection closed by remote host", "connection was closed"),
                failure(255, "client_loop: send disconnect: Broken pipe", "connection was closed"),
                failure(255, "Connection to db7 closed by remote host.", "connection was closed"),
                failure(255, "/home/a/.ssh/config: line 3: Bad configuration option: foo", "refuses its configuration"),
                failure(255, "Bad owner or permissions on /home/a/.ssh/config", "refuses its configuration"),
                failure(
                        255,
                        "",
                        "the connection failed (\"Welcome to RouterOS\"); `ssh -p 2222 root@db7` in a terminal tells more."),
                failure(255, "something new", "the connection failed (\"something new\"); `ssh -p 2222 root@db7`"),
                failure(1, "sudo: a password is required", "NOPASSWD"),
                failure(1, "sudo: a terminal is required to read the password; either use -S", "NOPASSWD"),
                failure(1, "sudo: sorry, you must have a tty to run sudo", "NOPASSWD"),
                failure(1, "sudo: no tty present and no askpass program specified", "NOPASSWD"),
                failure(1, "jane is not in the sudoers file.", "may not use sudo"),
                failure(1, "Sorry, user jane may not run sudo on db7.", "may not use sudo"),
                failure(
                        1,
                        "Sorry, user jane is not allowed to execute '/usr/bin/sh -s' as root on db7.",
                        "may not use sudo"),
                failure(127, "bash: line 1: sudo: command not found", "it has no sudo"),
                failure(127, "sh: 1: sudo: not found", "it has no sudo"),
                failure(127, "fish: Unknown command: sudo", "it has no sudo"),
                failure(127, "bash: line 1: sh: command not found", "no POSIX shell"),
                failure(4, "ridscope-capture: this host has no od", "db7:2222 cannot be read: this host has no od."),
                failure(
                        3,
                        "motd\nridscope-capture: this host has no PCI devices in /sys\n",
                        "this host has no PCI devices in /sys."),
                failure(1, "Permission denied (but no log-in)", "exit code 1 (\"Permission denied (but no log-in)\")"),
                failure(2, "sh: 3: Syntax error", "ended there with exit code 2 (\"sh: 3: Syntax error\")."),
                failure(0, "", "something else than a snapshot (\"Welcome to RouterOS\")"));
    }

    private static Arguments failure(int exitCode, String err, String sentence) {
        return Arguments.of(exitCode, err, sentence);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("failures")
    void isPutIntoOneSentence(int exitCode, String err, String expected) throws Exception {
        assertThat(SshFailure.sentence(source(), exitCode, err, "\nWelcome to RouterOS\n\n"))
                .startsWith("ssh:root@db7:2222 cannot be read: ")
                .contains(expected)
                .endsWith(".");
    }

    /** What another machine says cannot reach the terminal as it is. */
    @Test
    void whatTheHostSaysIsShownShortAndWithoutControlCharacters() throws Exception {
        Random random = new Random(20260611);
        for (int round = 0; round < 500; round++) {
            StringBuilder err = new StringBuilder("ridscope-capture: ");
            for (int i = random.nextInt(2_000); i > 0; i--) {
                err.append((char) (random.nextInt(4) == 0 ? random.nextInt(32) : random.nextInt(0xd800)));
            }
            String sentence = SshFailure.sentence(source(), random.nextInt(256), err.toString(), err.toString());
            assertThat(sentence).hasSizeLessThan(700).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    private static Source.Ssh source() throws SnapshotException {
        return new Source.Ssh(SshTarget.parse("root@db7:2222"), true);
    }
}
