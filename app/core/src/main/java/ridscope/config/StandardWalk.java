package ridscope.config;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import ridscope.config.CapabilityList.Readable;
import ridscope.text.Diagnostic;

/** One walk of the standard list, 0x40 to 0xFF. */
final class StandardWalk {

    /** Linux {@code PCI_FIND_CAP_TTL}: as many entries of 4 bytes as fit after the header. */
    static final int MAX_STEPS = 48;

    private final ConfigSpace config;
    private final List<Capability> found;
    private final List<Diagnostic> diagnostics;

    StandardWalk(ConfigSpace config, List<Capability> found, List<Diagnostic> diagnostics) {
        this.config = config;
        this.found = found;
        this.diagnostics = diagnostics;
    }

    Readable run() {
        if ((config.u16(0x06).orElseThrow() & 0x10) == 0) {
            return Readable.ABSENT;
        }
        OptionalInt pointer = pointerOffset();
        OptionalInt first = pointer.isPresent() ? config.u8(pointer.getAsInt()) : OptionalInt.empty();
        return first.isPresent() ? follow(first.getAsInt()) : Readable.UNKNOWN;
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

    private Readable follow(int first) {
        BitSet visited = new BitSet(256);
        int pointer = first;
        for (int step = 0; step < MAX_STEPS; step++) {
            if (pointer < 0x40) {
                return end(pointer);
            }
            int at = pointer & ~3;
            if (visited.get(at)) {
                report("CAP_LOOP", "the capability list returns to offset 0x%02x".formatted(at));
                return Readable.YES;
            }
            visited.set(at);
            OptionalInt header = config.u16(at);
            if (header.isEmpty()) {
                return Readable.UNKNOWN;
            }
            int id = header.getAsInt() & 0xff;
            if (id == 0xff) {
                report(
                        "CAP_BAD_POINTER",
                        "the capability list leads to offset 0x%02x, where the ID reads ff".formatted(at));
                return Readable.YES;
            }
            found.add(new Capability(false, id, at, 0));
            pointer = header.getAsInt() >> 8;
        }
        return afterLastStep(pointer, visited);
    }

    private Readable afterLastStep(int pointer, BitSet visited) {
        if (pointer < 0x40) {
            return end(pointer);
        }
        String id = visited.get(pointer & ~3) ? "CAP_LOOP" : "CAP_TTL";
        report(id, "the capability list goes on after %d entries, to offset 0x%02x".formatted(MAX_STEPS, pointer & ~3));
        return Readable.YES;
    }

    private Readable end(int pointer) {
        if (pointer != 0) {
            report(
                    "CAP_BAD_POINTER",
                    "the capability list points into the header, to offset 0x%02x".formatted(pointer));
        }
        return Readable.YES;
    }

    private void report(String id, String text) {
        diagnostics.add(Diagnostic.of(id, text));
    }
}
