package ridscope.source.lspci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.rid.FunctionAddress;
import ridscope.source.Limits;

/**
 * Sorts the functions of one file into hosts. A new run starts where an address comes again. If two runs share functions and
 * agree on every fact that both know of them, they are two listings of one host and are put together; otherwise they are two
 * hosts, and nothing of theirs is mixed.
 */
final class HostRuns {

    /** Kind of a source with at least one register byte. */
    static final String HEX = "lspci-hex";

    /** Kind of a source with printed words only. */
    static final String TEXT = "lspci-text";

    /** What a String takes besides its characters. */
    private static final int LINE_COST = 50;

    private final CapabilityWords words = new CapabilityWords();
    private final List<Run> runs = new ArrayList<>();
    private Optional<String> heading = Optional.empty();
    private long characters;

    HostRuns() {
        runs.add(new Run());
    }

    private Run current() {
        return runs.get(runs.size() - 1);
    }

    private Run next(Optional<String> host) {
        Run run = new Run();
        run.name(host);
        runs.add(run);
        return run;
    }

    /** The functions that follow are said to be of this host. */
    void host(String name) {
        heading = Optional.empty();
        if (!current().isEmpty()) {
            next(Optional.empty());
        }
        current().name(Optional.of(name));
    }

    /** The functions that follow may be of this host, if they are of another one than those before. */
    void heading(String name) {
        heading = Optional.of(name);
    }

    void add(FunctionDraft draft) {
        FunctionRecord record = withinLimit(draft.record(words));
        Run run = runFor(record.address());
        run.add(record);
        draft.truncation().ifPresent(run::add);
        run.accessDenied(draft.accessDenied());
    }

    /** Keeps lines as long as they do not fill the memory. */
    private FunctionRecord withinLimit(FunctionRecord record) {
        for (String line : record.listing().lines()) {
            characters += line.length() + LINE_COST;
        }
        return characters <= Limits.LISTING_CHARACTERS
                ? record
                : new FunctionRecord(
                        record.address(),
                        record.config(),
                        0,
                        record.os(),
                        record.listing().withoutLines());
    }

    private Run runFor(FunctionAddress address) {
        Run run = current();
        if (run.isEmpty()) {
            heading.ifPresent(name -> run.nameIfNameless(name));
        } else if (run.tree() || run.has(address) || heading.isPresent() && run.endsBehind(address)) {
            Optional<String> host = heading.or(run::host);
            heading = Optional.empty();
            return next(host);
        }
        heading = Optional.empty();
        return run;
    }

    /** A drawing of the functions of one host, most likely of the one whose functions are listed before or behind it. */
    void add(TreeText tree) {
        Run run = current().isEmpty() ? current() : next(current().host());
        run.becomeTree();
        for (FunctionRecord function : tree.functions()) {
            if (!run.has(function.address())) {
                run.add(function);
            }
        }
    }

    /** The hosts in the order of the file; empty if nothing was read that says what a function is. */
    List<HostSnapshot> hosts() {
        List<Run> hosts = new ArrayList<>();
        for (Run run : runs) {
            Optional<Run> same = Optional.empty();
            for (int i = hosts.size() - 1; i >= 0 && same.isEmpty(); i--) {
                same = Optional.of(hosts.get(i)).filter(host -> host.sameHost(run));
            }
            if (same.isPresent()) {
                same.get().absorb(run);
            } else if (!run.isEmpty()) {
                hosts.add(run);
            }
        }
        return hosts.stream().filter(Run::worthIt).map(HostRuns::snapshot).toList();
    }

    private static HostSnapshot snapshot(Run run) {
        int longest = run.functions().stream()
                .mapToInt(f -> f.config().length())
                .max()
                .orElse(0);
        List<FunctionRecord> functions = run.functions().stream()
                .map(f -> new FunctionRecord(
                        f.address(), f.config(), claimedSize(f.config(), longest), f.os(), f.listing()))
                .toList();
        Provenance provenance = new Provenance(
                longest > 0 ? HEX : TEXT,
                run.host(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("lspci"),
                longest > 0 ? readable(run, longest) : run.capabilitiesReadable(),
                false);
        return new HostSnapshot(provenance, List.of(), functions, List.of(), List.of(), run.diagnostics());
    }

    /** {@code lspci -x} prints 64 bytes for root too: then nothing tells who ran it. */
    private static Optional<Boolean> readable(Run run, int longest) {
        if (run.accessDenied()) {
            return Optional.of(false);
        }
        return longest > 64 ? Optional.of(true) : Optional.empty();
    }

    /** Without {@code -xxxx} the dump ends at 256 bytes, however much there is; with it a function of 256 has no more. */
    private static int claimedSize(ConfigSpace config, int longest) {
        if (config.length() > 256) {
            return 4096;
        }
        return config.length() == 256 && longest > 256 ? 256 : 0;
    }
}
