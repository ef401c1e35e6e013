package ridscope.config;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import ridscope.config.CapabilityList.Walked;
import ridscope.text.Diagnostic;

/** One walk of the standard list, 0x40 to 0xFF. */
final class StandardWalk {

    private final ConfigSpace config;
    private final List<Capability> found;
    private final List<Diagnostic> diagnostics;

    StandardWalk(ConfigSpace config, List<Capability> found, List<Diagnostic> diagnostics) {
        this.config = config;
        this.found = found;
        this.diagnostics = diagnostics;
    }

    Walked run() {
        if ((config.u16(0x06).orElseThrow() & 0x10) == 0) {
            return Walked.ABSENT;
        }
        OptionalInt pointer = pointerOffset();
        OptionalInt first = pointer.isPresent() ? config.u8(pointer.getAsInt()) : OptionalInt.empty();
        return first.isPresent() ? follow(first.getAsInt()) : Walked.UNKNOWN;
    }

    /** 0x34, or 0x14 for CardBus; an unknown layout has its pointer who knows where. */
    private OptionalInt pointerOffset() {
        OptionalInt type = config.u8(0x0e);
        if (type.isEmpty()) {
            return type;
        }
        return switch (type.getAsInt() & 0x7f) {
            case 0, 1 -> OptionalInt.of(0x34);
            case 2 -> OptionalInt.of(0x14);
            default -> OptionalInt.empty();
        };
    }

    /** Linux stops after 48 steps. So does this: there are 48 places, and none is visited twice. */
    private Walked follow(int first) {
        BitSet visited = new BitSet(256);
        int pointer = first;
        while (pointer >= 0x40) {
            int at = pointer & ~3;
            if (visited.get(at)) {
                report("CAP_LOOP", "the capability list returns to offset 0x%02x".formatted(at));
                return Walked.YES;
            }
            visited.set(at);
            OptionalInt header = config.u16(at);
            if (header.isEmpty()) {
                return Walked.UNKNOWN;
            }
            int id = header.getAsInt() & 0xff;
            if (id == 0xff) {
                report(
                        "CAP_BAD_POINTER",
                        "the capability list leads to offset 0x%02x, where the ID reads ff".formatted(at));
                return Walked.YES;
            }
            found.add(new Capability(false, id, at, 0));
            pointer = header.getAsInt() >> 8;
        }
        return end(pointer);
    }

    private Walked end(int pointer) {
        if (pointer != 0) {
            report(
                    "CAP_BAD_POINTER",
                    "the capability list points into the header, to offset 0x%02x".formatted(pointer));
        }
        return Walked.YES;
    }

    private void report(String id, String text) {
        diagnostics.add(Diagnostic.of(id, text));
    }
}
