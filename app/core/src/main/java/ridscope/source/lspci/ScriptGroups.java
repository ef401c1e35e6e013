package ridscope.source.lspci;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.text.Numbers;

/**
 * The IOMMU groups in the output of the scripts that list functions by group: {@code IOMMU Group 5:} with functions below it,
 * or {@code IOMMU Group 5 } before each. What lspci itself prints has its colon before the number.
 */
final class ScriptGroups {

    private static final Pattern GROUP = Pattern.compile("IOMMU [Gg]roup (\\d{1,6}):?");

    private OptionalInt present = OptionalInt.empty();
    private int column;

    /** Takes a line that names a group; false if it is none. */
    boolean line(String line, int indent) {
        OptionalInt group = in(line);
        if (group.isPresent()) {
            present = group;
            column = indent;
        }
        return group.isPresent();
    }

    /** The group of a function whose header is indented so far; empty if it stands below none. */
    OptionalInt at(int indent) {
        if (indent <= column) {
            present = OptionalInt.empty();
        }
        return present;
    }

    /** The group that a text names and nothing else. */
    static OptionalInt in(String text) {
        Matcher m = GROUP.matcher(text.strip());
        return m.matches() ? Numbers.decimal(m.group(1)) : OptionalInt.empty();
    }
}
