package ridscope.cli;

/** Exit codes that scripts rely on. */
public final class ExitCode {

    /** Answered. */
    public static final int OK = 0;

    /** The answer is "no", or that it cannot be told whether it is "yes". */
    public static final int NO = 1;

    /** Bad usage. */
    public static final int USAGE = 2;

    /** The input could not be read, or an output file could not be written. */
    public static final int UNREADABLE = 3;

    /** A bug in RIDscope. */
    public static final int BUG = 4;

    private ExitCode() {}
}
