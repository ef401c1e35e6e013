package ridscope.source.lspci;

import java.util.OptionalInt;
import ridscope.text.Numbers;

/**
 * A name that may end in two IDs: {@code Red Hat, Inc. Device [1af4:1100]}, {@code 8086:a03c}.
 *
 * @param vendor 16 bits, where printed
 * @param device 16 bits, where printed
 * @param text what is left of the name without the IDs
 */
record Ids(OptionalInt vendor, OptionalInt device, String text) {

    private static final int LENGTH = 9;

    static Ids find(String text) {
        String name = text.strip();
        boolean bracketed = name.endsWith("]");
        int end = bracketed ? name.length() - 1 : name.length();
        int start = end - LENGTH;
        if (start >= 0 && name.charAt(start + 4) == ':' && startsWord(name, start, bracketed)) {
            OptionalInt vendor = Numbers.hex(name.substring(start, start + 4));
            OptionalInt device = Numbers.hex(name.substring(start + 5, end));
            if (vendor.isPresent() && device.isPresent()) {
                return new Ids(
                        vendor,
                        device,
                        name.substring(0, Math.max(0, start - 1)).strip());
            }
        }
        return new Ids(OptionalInt.empty(), OptionalInt.empty(), name);
    }

    /** Nothing, name included, where both IDs are all ones: a VF's registers, which nobody filled in with what the kernel knows. */
    Ids unlessMasked() {
        boolean masked = vendor.equals(OptionalInt.of(0xffff)) && device.equals(OptionalInt.of(0xffff));
        return masked ? new Ids(OptionalInt.empty(), OptionalInt.empty(), "") : this;
    }

    private static boolean startsWord(String name, int start, boolean bracketed) {
        return start == 0 ? !bracketed : name.charAt(start - 1) == (bracketed ? '[' : ' ');
    }
}
