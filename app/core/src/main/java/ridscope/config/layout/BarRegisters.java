package ridscope.config.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import ridscope.config.ConfigSpace;

/** Base address registers: whether one is the upper half of the one before cannot be said field by field. */
final class BarRegisters {

    private final ConfigSpace config;
    private final int offset;
    private final int count;
    private final String name;

    BarRegisters(ConfigSpace config, int offset, int count, String name) {
        this.config = config;
        this.offset = offset;
        this.count = count;
        this.name = name;
    }

    List<Register> decode() {
        List<Register> registers = new ArrayList<>();
        boolean upperHalf = false;
        for (int i = 0; i < count; i++) {
            int at = offset + 4 * i;
            OptionalLong raw = config.u32(at);
            if (upperHalf) {
                String title = name + i + " (upper half of " + name + (i - 1) + ")";
                registers.add(new Register(at, 32, title, raw, "", List.of()));
                upperHalf = false;
            } else {
                registers.add(new Register(at, 32, name + i, raw, meaning(raw), fields(raw)));
                upperHalf = raw.isPresent() && (raw.getAsLong() & 7) == 4;
            }
        }
        return registers;
    }

    private static String meaning(OptionalLong raw) {
        return raw.isPresent() && raw.getAsLong() == 0 ? "not implemented or not assigned" : "";
    }

    private static List<Field> fields(OptionalLong raw) {
        if (raw.isEmpty() || raw.getAsLong() == 0) {
            return List.of();
        }
        long bar = raw.getAsLong();
        if ((bar & 1) != 0) {
            return List.of(
                    field("Address", 2, 31, bar, String.format("0x%08x", bar & ~3L)), field("Space", 0, 0, bar, "I/O"));
        }
        return List.of(
                field("Address", 4, 31, bar, String.format("0x%08x", bar & ~0xfL)),
                field("Prefetchable", 3, 3, bar, (bar & 8) != 0 ? "yes" : "no"),
                field("Type", 1, 2, bar, type((int) (bar >> 1 & 3))),
                field("Space", 0, 0, bar, "memory"));
    }

    private static String type(int type) {
        return switch (type) {
            case 0 -> "32-bit";
            case 1 -> "below 1 MiB";
            case 2 -> "64-bit";
            default -> "reserved (0x3)";
        };
    }

    private static Field field(String name, int low, int high, long bar, String meaning) {
        return new Field(name, low, high, OptionalLong.of(Bits.slice(bar, low, high)), meaning);
    }
}
