package ridscope.source.machine;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import ridscope.text.Numbers;

/** Class codes by the words people use, and in hex. */
final class Classes {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("accelerator", 0x120000),
            Map.entry("cxl-memory", 0x050210),
            Map.entry("ethernet", 0x020000),
            Map.entry("gpu", 0x030200),
            Map.entry("host-bridge", 0x060000),
            Map.entry("infiniband", 0x020700),
            Map.entry("nvme", 0x010802),
            Map.entry("raid", 0x010400),
            Map.entry("sas", 0x010700),
            Map.entry("sata", 0x010601),
            Map.entry("usb", 0x0c0330),
            Map.entry("vga", 0x030000));

    private Classes() {}

    /** 24 bits from a word, six hex digits, or four with programming interface 00. */
    static OptionalInt code(String text) {
        Integer known = WORDS.get(text);
        if (known != null) {
            return OptionalInt.of(known);
        }
        OptionalInt hex = Numbers.hex(text);
        if (hex.isEmpty() || text.startsWith("0x") || text.length() != 4 && text.length() != 6) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(text.length() == 4 ? hex.getAsInt() << 8 : hex.getAsInt());
    }

    /** The words, for a message. */
    static String words() {
        return String.join(", ", new TreeSet<>(WORDS.keySet()));
    }
}
