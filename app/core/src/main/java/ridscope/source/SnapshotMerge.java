package ridscope.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.ConfigSpace;
import ridscope.config.Header;
import ridscope.config.Views;
import ridscope.host.FactsMerge;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;

/**
 * Completes one host with what a second source tells of the same host: function by function, where address and IDs agree. The
 * first source is believed wherever both know a fact; where they contradict each other that is said and nothing is taken.
 */
final class SnapshotMerge {

    private static final int MASKED = 0xffff;
    private static final int HEADER_TYPE = 0x0e;

    private final HostSnapshot first;
    private final HostSnapshot second;
    private final Map<FunctionAddress, FunctionRecord> others = new HashMap<>();
    private final List<FunctionRecord> merged = new ArrayList<>();
    private final List<Diagnostic> contradictions = new ArrayList<>();
    private int agreeing;

    private SnapshotMerge(HostSnapshot first, HostSnapshot second) {
        this.first = first;
        this.second = second;
    }

    /**
     * The completed host.
     *
     * @param what how to call the second source in a diagnostic
     * @return empty if the two sources do not speak of the same host: no function is in both, or more contradict than agree
     */
    static Optional<HostSnapshot> merge(HostSnapshot first, HostSnapshot second, String what) {
        return new SnapshotMerge(first, second).merged(what);
    }

    private Optional<HostSnapshot> merged(String what) {
        second.functions().forEach(f -> others.putIfAbsent(f.address(), f));
        for (FunctionRecord function : first.functions()) {
            FunctionRecord other = others.remove(function.address());
            merged.add(other == null ? function : merged(function, other, what));
        }
        if (agreeing == 0 || contradictions.size() > agreeing) {
            return Optional.empty();
        }
        List<Diagnostic> diagnostics = new ArrayList<>(first.diagnostics());
        diagnostics.addAll(contradictions);
        if (contradictions.isEmpty() && !others.isEmpty()) {
            merged.addAll(others.values());
            merged.sort(Comparator.comparing(FunctionRecord::address));
            diagnostics.add(Diagnostic.of(
                    "SOURCE_ADDS",
                    others.size() + (others.size() == 1 ? " function is" : " functions are") + " known from " + what
                            + " only."));
        }
        return Optional.of(new HostSnapshot(
                provenance(),
                first.rootBuses().isEmpty() ? second.rootBuses() : first.rootBuses(),
                merged,
                first.bootLog().isEmpty() ? second.bootLog() : first.bootLog(),
                first.slots().isEmpty() ? second.slots() : first.slots(),
                first.numaNodes().isEmpty() ? second.numaNodes() : first.numaNodes(),
                diagnostics));
    }

    /** More bytes of one of the sources show that its reader was privileged. */
    private Provenance provenance() {
        Provenance p = first.provenance();
        Optional<Boolean> other = second.provenance().privileged();
        Optional<Boolean> privileged =
                other.equals(Optional.of(true)) ? other : p.privileged().or(() -> other);
        return new Provenance(
                p.kind(),
                p.host().or(() -> second.provenance().host()),
                p.kernel().or(() -> second.provenance().kernel()),
                p.capturedAt().or(() -> second.provenance().capturedAt()),
                p.tool(),
                privileged,
                p.thisMachine());
    }

    private FunctionRecord merged(FunctionRecord a, FunctionRecord b, String what) {
        if (!agree(a, b)) {
            contradictions.add(Diagnostic.of(
                    "SOURCES_DISAGREE",
                    a.address(),
                    what + " has another device or other bus numbers at " + a.address()
                            + "; nothing was taken from there."));
            return a;
        }
        agreeing++;
        boolean more = b.config().length() > a.config().length();
        return new FunctionRecord(
                a.address(),
                more ? b.config() : a.config(),
                Math.max(a.configSize(), b.configSize()),
                FactsMerge.of(a.os(), b.os()),
                FactsMerge.of(a.listing(), b.listing()));
    }

    /** What one of them does not know contradicts nothing. */
    private static boolean agree(FunctionRecord a, FunctionRecord b) {
        return agree(vendor(a), vendor(b))
                && agree(device(a), device(b))
                && agree(layout(a), layout(b))
                && agree(buses(a), buses(b));
    }

    /** Secondary and subordinate bus of a bridge in one number. */
    private static OptionalInt buses(FunctionRecord function) {
        return Views.bridge(function.config())
                .or(function.listing()::bridge)
                .map(b -> OptionalInt.of(b.secondary() << 8 | b.subordinate()))
                .or(() -> function.os().buses().map(b -> OptionalInt.of(b.secondary() << 8 | b.subordinate())))
                .orElse(OptionalInt.empty());
    }

    private static boolean agree(OptionalInt a, OptionalInt b) {
        return a.isEmpty() || b.isEmpty() || a.getAsInt() == b.getAsInt();
    }

    private static OptionalInt vendor(FunctionRecord function) {
        OptionalInt read = Views.header(function.config()).vendor();
        return told(read) ? read : function.os().identity().vendor();
    }

    private static OptionalInt device(FunctionRecord function) {
        Header header = Views.header(function.config());
        return told(header.vendor())
                ? header.device()
                : function.os().identity().device();
    }

    /** The registers of a VF read all ones. */
    private static boolean told(OptionalInt vendor) {
        return vendor.isPresent() && vendor.getAsInt() != MASKED;
    }

    private static OptionalInt layout(FunctionRecord function) {
        ConfigSpace config = function.config();
        return config.has(HEADER_TYPE, 1) && told(Views.header(config).vendor())
                ? Views.header(config).layout()
                : OptionalInt.empty();
    }
}
