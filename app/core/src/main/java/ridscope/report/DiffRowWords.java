package ridscope.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.diff.Basis;
import ridscope.diff.Change;
import ridscope.diff.Comparison;
import ridscope.diff.FunctionFate;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/** What became of one function in one line. */
final class DiffRowWords {

    private final DiffWords words;

    DiffRowWords(Comparison comparison, DeviceNames names) {
        words = new DiffWords(comparison, names);
    }

    String name(FunctionFate fate) {
        return fate.to()
                .map(words::nameAfter)
                .or(() -> fate.from().map(words::nameBefore))
                .orElseThrow();
    }

    /**
     * Causes first, each said once.
     *
     * @param registers how many of its registers differ; 0 to say nothing of them
     */
    String what(FunctionFate fate, int registers) {
        Set<String> parts = new LinkedHashSet<>();
        for (Change change : fate.changes()) {
            parts.addAll(part(fate, change));
        }
        if (parts.isEmpty() && fate.fate().readdressed()) {
            boolean vf = fate.before().flatMap(PciFunction::virtual).isPresent();
            parts.add(vf ? "its PF places VFs elsewhere" : "has another address");
        }
        if (registers > 0) {
            parts.add(Words.count(registers, "register field"));
        }
        return String.join("; ", parts);
    }

    private List<String> part(FunctionFate fate, Change change) {
        if (change instanceof Change.RenumberedRoot root) {
            return List.of("root bus " + root.before() + " now " + root.after());
        } else if (change instanceof Change.RenumberedBridge bridge) {
            return List.of(
                    is(bridge.bridge(), fate.from())
                            ? "bus range " + Words.buses(bridge.before()) + " → " + Words.buses(bridge.after())
                            : "bridge " + words.address(bridge.bridge()) + " now " + Words.buses(bridge.after())
                                    + ", was " + Words.buses(bridge.before()));
        } else if (change instanceof Change.Moved moved) {
            return List.of(
                    is(moved.function(), fate.from())
                            ? words.where(moved)
                            : "moved with " + words.address(moved.function()));
        } else if (change instanceof Change.VfsChanged vfs) {
            boolean itself = is(vfs.pf(), fate.from());
            String pf = words.address(fate.after().isPresent() ? vfs.now() : vfs.pf());
            return List.of(itself ? DiffWords.enabled(vfs) : "of PF " + pf + ": " + DiffWords.enabled(vfs));
        } else if (change instanceof Change.Changed changed) {
            return changed.facts().stream()
                    .map(fact -> DiffTable.fact(fact).inWords())
                    .toList();
        }
        return replaced(fate, change);
    }

    private List<String> replaced(FunctionFate fate, Change change) {
        List<String> parts = new ArrayList<>();
        if (change instanceof Change.Gone gone) {
            boolean itself = is(gone.function(), fate.from());
            parts.add(itself ? "no longer there" : "gone with " + words.address(gone.function()));
            gone.replacedBy()
                    .filter(a -> itself)
                    .ifPresent(a -> parts.set(0, "replaced by " + words.nameAfter(a) + at(a, fate.from())));
        } else if (change instanceof Change.New appeared) {
            boolean itself = is(appeared.function(), fate.to());
            parts.add(itself ? "was not there" : "came with " + words.address(appeared.function()));
            appeared.replaces()
                    .filter(a -> itself)
                    .ifPresent(a -> parts.set(0, "replaces " + words.nameBefore(a) + at(a, fate.to())));
        }
        return parts;
    }

    private String at(FunctionAddress other, Optional<FunctionAddress> own) {
        return is(other, own) ? "" : " at " + words.address(other);
    }

    /** Short, for a column of a table. */
    static String matchedBy(Basis basis) {
        return switch (basis) {
            case PATH -> "path";
            case SERIAL_NUMBER -> "serial number";
            case SLOT -> "slot and kind";
            case KIND -> "only one of its kind";
            case VF_INDEX -> "PF and index";
        };
    }

    private static boolean is(FunctionAddress address, Optional<FunctionAddress> own) {
        return own.filter(address::equals).isPresent();
    }
}
