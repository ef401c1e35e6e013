package ridscope.source.ssh;

import java.util.ArrayList;
import java.util.List;
import ridscope.source.Source;

/** What the ssh client is started with. */
final class SshCommand {

    /**
     * Nobody is asked anything: there may be no terminal, and the window has none. What a user's configuration adds for
     * interactive use is left out: forwardings, a command of its own, a master connection that would stay behind. Errors are
     * wanted in any case. ConnectTimeout is in seconds; a connection that is dead for 45 s is given up.
     */
    private static final List<String> OPTIONS = List.of(
            "-T",
            "-a",
            "-x",
            "-oBatchMode=yes",
            "-oConnectTimeout=15",
            "-oServerAliveInterval=15",
            "-oServerAliveCountMax=3",
            "-oClearAllForwardings=yes",
            "-oControlMaster=no",
            "-oRemoteCommand=none",
            "-oCompression=yes",
            "-oLogLevel=ERROR");

    private SshCommand() {}

    /**
     * The command that runs standard input as a shell script on the host.
     *
     * @param client the client and options that come before all others: of each option the first value counts
     * @param arguments of the script; must not mean anything to a shell
     */
    static List<String> of(List<String> client, Source.Ssh source, List<String> arguments) {
        List<String> command = new ArrayList<>(client);
        command.addAll(OPTIONS);
        source.target().port().ifPresent(port -> command.addAll(List.of("-p", Integer.toString(port))));
        source.target().user().ifPresent(user -> command.addAll(List.of("-l", user)));
        command.addAll(List.of("--", source.target().host()));
        if (source.sudo()) {
            command.addAll(List.of("sudo", "-n"));
        }
        command.addAll(List.of("sh", "-s"));
        if (!arguments.isEmpty()) {
            command.add("--");
            command.addAll(arguments);
        }
        return command;
    }
}
