package ridscope.desktop;

import ridscope.cli.RidscopeCommand;

/**
 * Where the program starts. It refers to no JavaFX class and does not extend {@code Application}: a word of the command
 * line must run where there is no toolkit. There is no window yet, so everything goes to the command line.
 */
public final class Launcher {
    private Launcher() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(RidscopeCommand.execute(arguments));
    }
}
