package ridscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.diff.Basis;
import ridscope.diff.Change;
import ridscope.diff.Comparison;
import ridscope.diff.Likeness;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** The changes between two hosts in words. */
final class DiffWords {

    private final Comparison comparison;
    private final DeviceNames names;
    private final boolean oneSegment;

    DiffWords(Comparison comparison, DeviceNames names) {
        this.comparison = comparison;
        this.names = names;
        oneSegment = onlyFirst(comparison.before()) && onlyFirst(comparison.after());
    }

    private static boolean onlyFirst(Topology topology) {
        return topology.segments().stream().allMatch(Segment.ZERO::equals);
    }

    /** {@code 12 functions have other addresses · 1 moved · 2 gone · 88 of 90 functions match}. */
    static String summary(DiffReport report) {
        Comparison comparison = report.comparison();
        if (report.same()) {
            return "no difference · " + Words.count(comparison.pairs().size(), "function") + " compared";
        }
        List<String> parts = new ArrayList<>();
        functions(comparison, parts);
        int fields = report.registers().size();
        int found = report.findings().appeared().size();
        int lost = report.findings().gone().size();
        add(parts, fields, fields == 1 ? " register field" : " register fields");
        add(parts, found, " new " + findings(found));
        add(parts, lost, " " + findings(lost) + " gone");
        if (!comparison.changes(Change.HostChanged.class).isEmpty()) {
            parts.add("host changed");
        }
        int all = Math.max(
                comparison.before().functions().size(),
                comparison.after().functions().size());
        parts.add(Words.grouped(comparison.pairs().size()) + " of " + Words.count(all, "function") + " match");
        return String.join(" · ", parts);
    }

    private static void functions(Comparison comparison, List<String> parts) {
        int readdressed = comparison.readdressed().size();
        if (readdressed > 0) {
            parts.add(Words.count(readdressed, "function")
                    + (readdressed == 1 ? " has another address" : " have other addresses"));
        }
        add(parts, comparison.changes(Change.Moved.class).size(), " moved");
        int pfs = comparison.changes(Change.VfsChanged.class).size();
        if (pfs > 0) {
            parts.add("VFs of " + Words.count(pfs, "PF") + " changed");
        }
        int gone = comparison.changes(Change.Gone.class).stream()
                .mapToInt(g -> 1 + g.with().size())
                .sum();
        int appeared = comparison.changes(Change.New.class).stream()
                .mapToInt(n -> 1 + n.with().size())
                .sum();
        add(parts, gone, " gone");
        add(parts, appeared, " new");
        add(parts, comparison.changes(Change.Changed.class).size(), " changed");
    }

    private static String findings(int count) {
        return count == 1 ? "finding" : "findings";
    }

    private static void add(List<String> parts, int count, String words) {
        if (count > 0) {
            parts.add(Words.grouped(count) + words);
        }
    }

    /** Whether these look like two machines; empty where they look like one. */
    static Optional<String> verdict(Likeness likeness) {
        if (likeness.differentMachines()) {
            return Optional.of("These look like different machines: " + Words.grouped(likeness.matched()) + " of "
                    + Words.count(Math.max(likeness.before(), likeness.after()), "function") + " match");
        }
        return likeness.differentSpecimens()
                ? Optional.of("These look like two machines of the same kind: none of the serial numbers of "
                        + Words.count(likeness.otherSerials(), "device") + " is the same")
                : Optional.empty();
    }

    String address(FunctionAddress address) {
        return oneSegment ? address.rid().toString() : address.toString();
    }

    /** {@code 3b:00.0}, or {@code 3b:00.0 → 3c:00.0}. */
    String both(FunctionAddress old, FunctionAddress now) {
        return old.equals(now) ? address(old) : address(old) + " → " + address(now);
    }

    String nameBefore(FunctionAddress function) {
        return name(comparison.before(), function);
    }

    String nameAfter(FunctionAddress function) {
        return name(comparison.after(), function);
    }

    private String name(Topology topology, FunctionAddress address) {
        PciFunction function = topology.function(address).orElseThrow();
        return function.role().bridge()
                ? Words.role(function.role()) + ", " + names.product(function)
                : names.line(function);
    }

    String renumbered(Change.RenumberedRoot root) {
        return "root bus " + root.before() + " now " + root.after() + " · "
                + with(root.with().size());
    }

    String renumbered(Change.RenumberedBridge bridge) {
        return "bridge " + address(bridge.bridge()) + " now " + Words.buses(bridge.after()) + ", was "
                + Words.buses(bridge.before()) + " · " + with(bridge.with().size());
    }

    private static String with(int functions) {
        return functions == 0
                ? "nothing renumbered with it"
                : Words.count(functions, "function") + " renumbered with it";
    }

    List<String> moved(Change.Moved moved) {
        StringBuilder line = new StringBuilder(address(moved.function()) + " → " + address(moved.now()));
        line.append(" · ").append(nameAfter(moved.now()));
        line.append(" · ")
                .append(where(moved))
                .append(" (")
                .append(basis(moved.basis()))
                .append(')');
        if (!moved.with().isEmpty()) {
            line.append(" · ")
                    .append(Words.count(moved.with().size(), "function"))
                    .append(" with it");
        }
        return List.of(line.toString());
    }

    /** {@code moved to another slot, from 3 to 4}, {@code moved below 04:01.0}. */
    String where(Change.Moved moved) {
        boolean slots = moved.from().isPresent()
                && moved.to().isPresent()
                && !moved.from().equals(moved.to());
        if (slots) {
            return "moved to another slot, from " + moved.from().get() + " to "
                    + moved.to().get();
        }
        Optional<FunctionAddress> above =
                comparison.after().function(moved.now()).flatMap(PciFunction::parent);
        return above.map(a -> "moved below " + address(a)).orElse("moved on the root bus");
    }

    private static String basis(Basis basis) {
        return switch (basis) {
            case SERIAL_NUMBER -> "same serial number";
            case SLOT -> "same slot and kind";
            case KIND -> "the only one of its kind, no serial number to tell";
            case PATH -> "same place below it";
            case VF_INDEX -> "same PF and index";
        };
    }

    List<String> vfs(Change.VfsChanged vfs) {
        return List.of(both(vfs.pf(), vfs.now()) + " · " + enabled(vfs) + " · " + nameAfter(vfs.now()));
    }

    /** {@code VFs 0 → 8 enabled}. */
    static String enabled(Change.VfsChanged vfs) {
        return vfs.before() == vfs.after()
                ? Words.grouped(vfs.after()) + " enabled as before, " + listed(vfs)
                : "VFs " + Words.grouped(vfs.before()) + " → " + Words.grouped(vfs.after()) + " enabled";
    }

    /** Where the number is the same, the one list of functions has VFs that the other lacks. */
    private static String listed(Change.VfsChanged vfs) {
        List<String> parts = new ArrayList<>();
        add(parts, vfs.gone().size(), " not listed any more");
        add(parts, vfs.appeared().size(), " not listed before");
        return String.join(", ", parts);
    }

    List<String> gone(Change.Gone gone) {
        return List.of(address(gone.function()) + " · " + nameBefore(gone.function())
                + and(gone.with().size())
                + gone.replacedBy()
                        .map(a -> " · replaced by " + nameAfter(a)
                                + (a.equals(gone.function()) ? "" : " at " + address(a)))
                        .orElse(""));
    }

    List<String> appeared(Change.New appeared) {
        return List.of(address(appeared.function()) + " · " + nameAfter(appeared.function())
                + and(appeared.with().size()));
    }

    private static String and(int more) {
        return more == 0 ? "" : " and " + Words.count(more, "function") + " with it";
    }
}
