package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.FunctionAddress;

/**
 * Where a value was read.
 *
 * @param text short, for the right edge: {@code 0x208}, {@code sysfs numa_node}, {@code computed}
 * @param bytes the bytes of the shown function, if it is a register of it
 */
record Origin(String text, Optional<ByteSpan> bytes) {

    /** A register of the shown function. */
    static Origin register(int offset, int size) {
        return new Origin(hex(offset), Optional.of(new ByteSpan(offset, size)));
    }

    /** A register of another function. */
    static Origin register(FunctionAddress of, int offset) {
        return new Origin(Words.address(of) + " " + hex(offset), Optional.empty());
    }

    /** Follows from other values. */
    static Origin computed() {
        return new Origin(Messages.text("inspector.origin.computed"), Optional.empty());
    }

    /** Said by the source as a whole or by the operating system. */
    static Origin of(String text) {
        return new Origin(text, Optional.empty());
    }

    private static String hex(int offset) {
        return String.format(offset < 0x100 ? "0x%02x" : "0x%03x", offset);
    }
}
