package ridscope.source.hwloc;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import ridscope.text.Numbers;

/**
 * What sysfs calls the class of an OS device of hwloc, attribute {@code osdev_type}: a number in formats 1 and 2, a set of bits
 * in format 3 (hwloc {@code hwloc_obj_osdev_type_t}).
 */
final class OsDeviceKind {

    private static final String[] BY_NUMBER = {"block", "gpu", "net", "infiniband", "dma", "coproc"};

    /** Those that tell most first: a compute device of a GPU has the bit of coprocessors too. */
    private static final int[] BITS = {0x10, 0x20, 0x40, 0x04, 0x08, 0x01, 0x02};

    private static final String[] BY_BIT = {"net", "infiniband", "dma", "gpu", "coproc", "block", "memory"};
    private static final Pattern DRM = Pattern.compile("(card|renderD|controlD)\\d+");
    private static final Pattern DAX = Pattern.compile("dax\\d+\\.\\d+");

    private OsDeviceKind() {}

    /** @param format major version of the format */
    static String of(int format, String type, String name) {
        if (DRM.matcher(name).matches()) {
            return "drm";
        }
        if (DAX.matcher(name).matches()) {
            return "dax";
        }
        OptionalInt number = Numbers.decimal(type);
        int value = number.orElse(-1);
        if (format < 3) {
            return value >= 0 && value < BY_NUMBER.length ? BY_NUMBER[value] : "other";
        }
        for (int i = 0; value > 0 && i < BITS.length; i++) {
            if ((value & BITS[i]) != 0) {
                return BY_BIT[i];
            }
        }
        return "other";
    }
}
