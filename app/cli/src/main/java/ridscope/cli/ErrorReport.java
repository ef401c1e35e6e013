package ridscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bug in words: a code that stays the same for the same place and kind of failure, so that two reports of one bug can be
 * recognised, and what a developer needs to find it.
 *
 * @param code such as {@code R-3f2a}
 * @param details lines without a name of the user's files
 */
record ErrorReport(String code, List<String> details) {

    private static final int FRAMES = 6;

    static ErrorReport of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        List<String> details = new ArrayList<>();
        details.add(root.toString());
        List<StackTraceElement> ours = ours(root);
        ours.stream()
                .limit(FRAMES)
                .forEach(
                        f -> details.add("at " + f.getClassName() + "." + f.getMethodName() + ":" + f.getLineNumber()));
        details.add(
                Version.text() + ", Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name"));
        String place = ours.stream()
                .findFirst()
                .map(f -> f.getClassName() + "." + f.getMethodName())
                .orElse("");
        int hash = (root.getClass().getName() + " " + place).hashCode();
        String digits =
                Integer.toHexString((hash ^ hash >>> 16) & 0xffff | 0x10000).substring(1);
        return new ErrorReport("R-" + digits, details);
    }

    private static List<StackTraceElement> ours(Throwable root) {
        return Optional.ofNullable(root.getStackTrace()).map(List::of).orElse(List.of()).stream()
                .filter(f -> f.getClassName().startsWith("ridscope."))
                .toList();
    }
}
