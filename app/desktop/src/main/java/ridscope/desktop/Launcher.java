package ridscope.desktop;

import ridscope.cli.RidscopeCommand;

/**
 * Where the program starts. It refers to no JavaFX class and does not extend {@code Application}: a word of the command
 * line must run where there is no toolkit, and so must the answer that there is no display for a window.
 */
public final class Launcher {
    private Launcher() {}

    /** Runs the command line and exits with its code, or opens the window. */
    public static void main(String[] arguments) {
        if (RidscopeCommand.answers(arguments)) {
            System.exit(RidscopeCommand.execute(arguments));
        }
        boolean opened = Display.present(System.getProperty("os.name"), System.getenv(), System.getProperties())
                && RidscopeApp.run(arguments);
        if (!opened) {
            System.exit(RidscopeCommand.executeWithoutDisplay(arguments));
        }
    }
}
