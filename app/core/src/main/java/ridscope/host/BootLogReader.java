package ridscope.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks the lines about PCI out of a log, line by line, so that a log of any size needs little memory. Understands what
 * {@code dmesg} prints with any option, {@code journalctl} and the files of a syslog daemon. Not for several threads.
 */
public final class BootLogReader {

    private static final int MOST = 200_000;
    private static final int LONGEST = 4096;

    private static final Pattern ABOUT_PCI = Pattern.compile(
            "pci|iommu|dmar|amd-vi|sr-iov|smmu|[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]", Pattern.CASE_INSENSITIVE);

    /** What stands before a kernel's message: a priority, and a time or the word kernel; or a device without any of these. */
    private static final Pattern KERNEL_LINE = Pattern.compile("(?:<\\d{1,3}>)?(?:"
            + "(?:[a-z]+ *:[a-z]+ *: ?)?\\[(?: *\\+?\\d+\\.\\d+|[A-Z][a-z]{2}[^\\]]{0,30}\\d\\d:\\d\\d[^\\]]{0,20})\\] "
            + "|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[\\d.,:+Z-]* "
            + "|(?=.{0,60}\\d\\d)\\S.{0,120}? kernel(?:\\[\\d+\\])?: "
            + "|(?:[\\w.-]+ [0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]|pci_bus [0-9a-f]{4,8}:[0-9a-f]{2}): "
            + "|ACPI: PCI Root Bridge |PCI host bridge to bus )");

    private static final Pattern RELEASE =
            Pattern.compile("(?:^|\\] |kernel(?:\\[\\d+\\])?: |Z |[+-]\\d\\d:?\\d\\d )" + "Linux version (\\d\\S*)");
    private static final Pattern BOOT = Pattern.compile("-- (?:Boot [0-9a-f]{32}|Reboot) --.*");

    private List<String> earlier = List.of();
    private Optional<String> earlierKernel = Optional.empty();
    private List<String> lines = new ArrayList<>();
    private Optional<String> kernel = Optional.empty();
    private boolean touched;
    private int boots;
    private long left;

    /** Nothing read yet. */
    public BootLogReader() {}

    /** A line of a log. */
    public void log(String line) {
        String text = bare(line);
        if (boundary(text) || text.isEmpty()) {
            return;
        }
        touch();
        if (ABOUT_PCI.matcher(text).find()) {
            keep(text);
        }
    }

    /** A line of a text that may hold a log among other things; taken only if it looks like a kernel's message. */
    public void mixed(String line) {
        if (isKernelLine(line) || BOOT.matcher(bare(line)).matches()) {
            log(line);
        }
    }

    /** Whether a line looks like a kernel's message in a log. */
    public static boolean isKernelLine(String line) {
        return line.length() <= LONGEST && KERNEL_LINE.matcher(bare(line)).lookingAt();
    }

    /** Whether {@link #mixed} would take anything from a line; a log made of such lines tells the same. */
    public static boolean matters(String line) {
        String text = bare(line);
        return BOOT.matcher(text).matches()
                || isKernelLine(text)
                        && (ABOUT_PCI.matcher(text).find()
                                || RELEASE.matcher(text).find());
    }

    /** Without the quoting of a mail program and the end of a line in DOS. */
    private static String bare(String line) {
        int start = 0;
        while (start < line.length() && (line.charAt(start) == '>' || line.charAt(start) == ' ')) {
            start++;
        }
        return line.substring(start).stripTrailing();
    }

    private boolean boundary(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        if (text.startsWith("-- ") && BOOT.matcher(text).matches()) {
            nextBoot();
            return true;
        }
        Matcher release = text.contains("Linux version ") ? RELEASE.matcher(text) : null;
        if (release != null && release.find()) {
            if (kernel.isPresent() || !lines.isEmpty()) {
                nextBoot();
            }
            touch();
            kernel = Optional.of(release.group(1));
            return true;
        }
        return false;
    }

    private void nextBoot() {
        if (!lines.isEmpty()) {
            earlier = lines;
            earlierKernel = kernel;
        }
        lines = new ArrayList<>();
        kernel = Optional.empty();
        touched = false;
    }

    private void touch() {
        boots += touched ? 0 : 1;
        touched = true;
    }

    private void keep(String line) {
        if (lines.size() >= MOST || line.length() > LONGEST) {
            left++;
            return;
        }
        earlier = List.of();
        lines.add(line);
    }

    /** What was read so far. */
    public BootLog read() {
        return lines.isEmpty()
                ? new BootLog(earlier, earlierKernel, boots, left)
                : new BootLog(lines, kernel, boots, left);
    }
}
