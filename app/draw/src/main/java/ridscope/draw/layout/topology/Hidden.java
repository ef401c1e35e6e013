package ridscope.draw.layout.topology;

import static ridscope.draw.layout.Counts.grouped;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;
import ridscope.rules.Severity;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What a folded node leaves out, and the words for it. */
final class Hidden {

    private final Topology topology;
    private final FindingCounts findings;

    Hidden(Topology topology, List<Finding> findings) {
        this.topology = topology;
        this.findings = new FindingCounts(findings);
    }

    /** Some functions, their VFs and all that is below them, each once. */
    List<PciFunction> with(Collection<PciFunction> roots) {
        List<PciFunction> all = new ArrayList<>();
        Set<PciFunction> seen = new HashSet<>();
        Deque<PciFunction> todo = new ArrayDeque<>(roots);
        while (!todo.isEmpty()) {
            PciFunction next = todo.removeFirst();
            if (seen.add(next)) {
                all.add(next);
                todo.addAll(topology.below(next));
                todo.addAll(topology.virtualFunctionsOf(next));
            }
        }
        return all;
    }

    /** How many functions other than VFs are below a bridge, counted no further than a limit. */
    static int below(Topology topology, PciFunction bridge, int limit) {
        int count = 0;
        Set<PciFunction> seen = new HashSet<>(Set.of(bridge));
        Deque<PciFunction> todo = new ArrayDeque<>(topology.below(bridge));
        while (!todo.isEmpty() && count < limit) {
            PciFunction next = todo.removeFirst();
            if (seen.add(next)) {
                count += next.virtual().isEmpty() ? 1 : 0;
                todo.addAll(topology.below(next));
            }
        }
        return count;
    }

    /** Whether something was found about any of them that is worth a mark. */
    boolean wrong(List<PciFunction> functions) {
        return findings.words(functions).isPresent();
    }

    /** {@code 31 functions · 8 VFs · buses 04-1f · 1 warning}. */
    String words(List<PciFunction> functions, Optional<BusRange> buses) {
        List<String> words = new ArrayList<>();
        words.add(quantities(functions));
        buses.ifPresent(b -> words.add((b.size() == 1 ? "bus " : "buses ") + range(b)));
        findings.words(functions).ifPresent(words::add);
        return String.join(" · ", words);
    }

    private static String range(BusRange b) {
        return Hex.bus(b.first()) + (b.size() == 1 ? "" : "-" + Hex.bus(b.last()));
    }

    /** {@code 31 functions · 8 VFs · 1,024 SDIs}: VFs that exist or are enabled, all SDIs; functions do not count VFs. */
    String quantities(List<PciFunction> functions) {
        int plain = 0;
        int vfs = 0;
        int sdis = 0;
        for (PciFunction f : functions) {
            boolean counted =
                    f.virtual().filter(v -> isPf(v.physicalFunction())).isPresent();
            plain += f.virtual().isEmpty() ? 1 : 0;
            vfs += f.virtual().isPresent() && !counted ? 1 : 0;
            vfs += f.sriov()
                    .map(s -> Math.max(
                            s.enabledVfs(), topology.virtualFunctionsOf(f).size()))
                    .orElse(0);
            sdis += f.siov().map(s -> s.capability().totalSdis()).orElse(0);
        }
        String words = count(plain, "function");
        words += vfs > 0 ? " · " + count(vfs, "VF") : "";
        return words + (sdis > 0 ? " · " + count(sdis, "SDI") : "");
    }

    private boolean isPf(FunctionAddress address) {
        return topology.function(address).flatMap(PciFunction::sriov).isPresent();
    }

    private static String count(int n, String what) {
        return grouped(n) + " " + what + (n == 1 ? "" : "s");
    }

    /** Errors and warnings by function. */
    private static final class FindingCounts {
        private final Map<FunctionAddress, int[]> counts = new HashMap<>();

        FindingCounts(List<Finding> findings) {
            for (Finding f : findings) {
                if (f.severity().reaches(Severity.WARNING)) {
                    int kind = f.severity() == Severity.ERROR ? 0 : 1;
                    f.function().ifPresent(a -> counts.computeIfAbsent(a, k -> new int[2])[kind]++);
                }
            }
        }

        Optional<String> words(List<PciFunction> functions) {
            int errors = 0;
            int warnings = 0;
            for (PciFunction f : functions) {
                int[] own = counts.getOrDefault(f.address(), new int[2]);
                errors += own[0];
                warnings += own[1];
            }
            List<String> words = new ArrayList<>();
            if (errors > 0) {
                words.add(count(errors, "error"));
            }
            if (warnings > 0) {
                words.add(count(warnings, "warning"));
            }
            return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", words));
        }
    }
}
