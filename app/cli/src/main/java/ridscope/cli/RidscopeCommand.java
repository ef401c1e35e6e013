package ridscope.cli;

import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole; its words are sub-commands. */
@Command(
        name = "ridscope",
        description = "Shows the PCIe topology and the Routing IDs of a host.",
        mixinStandardHelpOptions = true,
        versionProvider = RidscopeCommand.Version.class)
public final class RidscopeCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Made by {@link #execute} and by picocli. */
    public RidscopeCommand() {}

    /** Runs one command line and returns its exit code. */
    public static int execute(String... arguments) {
        return new CommandLine(new RidscopeCommand()).execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Reads the version that the build wrote down. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "ridscope " + ResourceBundle.getBundle("ridscope.cli.version").getString("version")
            };
        }
    }
}
