package ridscope.source.sysfs;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.text.Numbers;

/**
 * The attribute {@code modalias}, which repeats the IDs; some copies of a tree have only it.
 *
 * @param vendor 16 bits
 * @param device 16 bits
 * @param subsystemVendor 16 bits
 * @param subsystemDevice 16 bits
 * @param classCode 24 bits
 */
record Modalias(
        OptionalInt vendor,
        OptionalInt device,
        OptionalInt subsystemVendor,
        OptionalInt subsystemDevice,
        OptionalInt classCode) {

    private static final Pattern FORM =
            Pattern.compile("pci:v0000([0-9A-F]{4})d0000([0-9A-F]{4})sv0000([0-9A-F]{4})sd0000([0-9A-F]{4})"
                    + "bc([0-9A-F]{2})sc([0-9A-F]{2})i([0-9A-F]{2})");
    private static final Modalias NONE = new Modalias(
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    static Modalias parse(String text) {
        Matcher m = FORM.matcher(text);
        return m.matches()
                ? new Modalias(
                        Numbers.hex(m.group(1)),
                        Numbers.hex(m.group(2)),
                        Numbers.hex(m.group(3)),
                        Numbers.hex(m.group(4)),
                        Numbers.hex(m.group(5) + m.group(6) + m.group(7)))
                : NONE;
    }
}
