package ridscope.desktop.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A bug that somebody met.
 *
 * @param code the same for the same failure at the same place, so that reports can be grouped: {@code R-1a2b3c}
 * @param summary what failed, one line
 * @param details for copying: code, versions and the stack trace
 */
public record ErrorReport(String code, String summary, String details) {

    private static final int FRAMES_IN_CODE = 3;

    /** @param version name and version of the program */
    public static ErrorReport of(Throwable failure, String version) {
        String code = String.format("R-%06x", place(failure).hashCode() & 0xffffff);
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        String details = String.join(
                System.lineSeparator(),
                version + "  " + code,
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version"),
                "",
                stack.toString());
        return new ErrorReport(code, failure.toString(), details);
    }

    /** Exception and our own topmost methods, without line numbers: those move with every edit. */
    private static String place(Throwable failure) {
        return failure.getClass().getName()
                + Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("ridscope."))
                        .limit(FRAMES_IN_CODE)
                        .map(frame -> " " + frame.getClassName() + "." + frame.getMethodName())
                        .collect(Collectors.joining());
    }
}
