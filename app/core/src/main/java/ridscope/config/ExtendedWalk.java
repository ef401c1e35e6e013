package ridscope.config;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import ridscope.config.CapabilityList.Walked;
import ridscope.text.Diagnostic;

/** One walk of the extended list, 0x100 to 0xFFF. */
final class ExtendedWalk {

    /** Linux: (4,096 − 256) / 8 entries of at least 8 bytes. */
    static final int MAX_STEPS = 480;

    private static final long ALL_ONES = 0xffff_ffffL;

    private final ConfigSpace config;
    private final List<Capability> found;
    private final List<Diagnostic> diagnostics;

    ExtendedWalk(ConfigSpace config, List<Capability> found, List<Diagnostic> diagnostics) {
        this.config = config;
        this.found = found;
        this.diagnostics = diagnostics;
    }

    Walked run() {
        BitSet visited = new BitSet(4096);
        int at = 0x100;
        for (int step = 0; step < MAX_STEPS; step++) {
            if (visited.get(at)) {
                report("CAP_LOOP", "the extended capability list returns to offset 0x%03x".formatted(at));
                return Walked.YES;
            }
            visited.set(at);
            OptionalLong read = config.u32(at);
            if (read.isEmpty()) {
                return Walked.UNKNOWN;
            }
            long header = read.getAsLong();
            if (header == ALL_ONES) {
                report(
                        "EXTCAP_ALL_ONES",
                        "the extended capability header at offset 0x%03x reads ffffffff".formatted(at));
                return Walked.UNKNOWN;
            }
            if (header == 0) {
                return Walked.YES;
            }
            found.add(new Capability(true, (int) header & 0xffff, at, (int) (header >> 16) & 0xf));
            int next = (int) (header >> 20) & 0xffc;
            if (next < 0x100) {
                return end(at, next);
            }
            at = next;
        }
        String id = visited.get(at) ? "CAP_LOOP" : "CAP_TTL";
        report(id, "the extended capability list goes on after %d entries, to offset 0x%03x".formatted(MAX_STEPS, at));
        return Walked.YES;
    }

    private Walked end(int at, int next) {
        if (next != 0) {
            report(
                    "CAP_BAD_POINTER",
                    "the extended capability at offset 0x%03x points below 0x100, to 0x%03x".formatted(at, next));
        }
        return Walked.YES;
    }

    private void report(String id, String text) {
        diagnostics.add(Diagnostic.of(id, text));
    }
}
