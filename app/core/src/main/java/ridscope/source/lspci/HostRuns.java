package ridscope.source.lspci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;

/**
 * Sorts the functions of one file into hosts. A new run starts where an address comes again. If every function that two runs
 * share has the same bytes, they are two dumps of one host and are put together; otherwise they are two hosts, and nothing
 * of theirs is mixed.
 */
final class HostRuns {

    private final List<Run> runs = new ArrayList<>();
    private final String kind;

    HostRuns(String kind) {
        this.kind = kind;
        runs.add(new Run());
    }

    private static final class Run {
        private final Map<FunctionAddress, FunctionRecord> functions = new TreeMap<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private Optional<String> host = Optional.empty();
        private boolean accessDenied;

        boolean sameHost(Run later) {
            if (host.isPresent() && later.host.isPresent() && !host.equals(later.host)) {
                return false;
            }
            boolean shared = false;
            for (FunctionRecord function : later.functions.values()) {
                FunctionRecord mine = functions.get(function.address());
                if (mine != null && !agree(mine.config(), function.config())) {
                    return false;
                }
                shared |= mine != null;
            }
            return shared;
        }

        void absorb(Run later) {
            for (FunctionRecord function : later.functions.values()) {
                FunctionRecord mine = functions.get(function.address());
                if (mine != null) {
                    diagnostics.add(Diagnostic.of(
                            "DUPLICATE_RID",
                            function.address(),
                            function.address() + " stands more than once in the input, with the same content."));
                }
                if (mine == null || mine.config().length() < function.config().length()) {
                    functions.put(function.address(), function);
                }
            }
            diagnostics.addAll(later.diagnostics);
            accessDenied |= later.accessDenied;
        }
    }

    /** Whether the shorter of two dumps is how the longer one begins. */
    private static boolean agree(ConfigSpace a, ConfigSpace b) {
        int common = Math.min(a.length(), b.length());
        return ConfigSpace.of(a.toBytes(), 0, common).equals(ConfigSpace.of(b.toBytes(), 0, common));
    }

    private Run current() {
        return runs.get(runs.size() - 1);
    }

    /** The functions that follow are said to be of this host. */
    void host(String name) {
        if (!current().functions.isEmpty()) {
            runs.add(new Run());
        }
        current().host = Optional.of(name);
    }

    void add(FunctionDraft draft) {
        if (current().functions.containsKey(draft.address())) {
            Run run = new Run();
            run.host = current().host;
            runs.add(run);
        }
        current().functions.put(draft.address(), draft.record());
        draft.truncation().ifPresent(current().diagnostics::add);
        current().accessDenied |= draft.accessDenied();
    }

    /** The hosts in the order of the file; empty if no function had bytes. */
    List<HostSnapshot> hosts() {
        List<Run> hosts = new ArrayList<>();
        for (Run run : runs) {
            Run last = hosts.isEmpty() ? null : hosts.get(hosts.size() - 1);
            if (last != null && last.sameHost(run)) {
                last.absorb(run);
            } else if (!run.functions.isEmpty()) {
                hosts.add(run);
            }
        }
        return hosts.stream().filter(HostRuns::hasBytes).map(this::snapshot).toList();
    }

    private static boolean hasBytes(Run run) {
        return run.functions.values().stream().anyMatch(f -> f.config().length() > 0);
    }

    private HostSnapshot snapshot(Run run) {
        int longest = run.functions.values().stream()
                .mapToInt(f -> f.config().length())
                .max()
                .orElse(0);
        List<FunctionRecord> functions = run.functions.values().stream()
                .map(f -> new FunctionRecord(f.address(), f.config(), claimedSize(f.config(), longest), f.os()))
                .toList();
        Provenance provenance = new Provenance(
                kind,
                run.host,
                Optional.empty(),
                Optional.empty(),
                Optional.of("lspci"),
                Optional.of(longest > 64 && !run.accessDenied),
                false);
        return new HostSnapshot(provenance, List.of(), functions, List.of(), List.of(), run.diagnostics);
    }

    /** Without {@code -xxxx} the dump ends at 256 bytes, however much there is; with it a function of 256 has no more. */
    private static int claimedSize(ConfigSpace config, int longest) {
        if (config.length() > 256) {
            return 4096;
        }
        return config.length() == 256 && longest > 256 ? 256 : 0;
    }
}
