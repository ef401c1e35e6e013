package ridscope.source.lspci;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.config.CapabilityList;
import ridscope.host.FunctionRecord;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;

/** Functions that stand together in a file and are of one host. */
final class Run {

    private final TreeMap<FunctionAddress, FunctionRecord> functions = new TreeMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Optional<String> host = Optional.empty();
    private Optional<FunctionAddress> last = Optional.empty();
    private boolean accessDenied;
    private boolean tree;

    boolean isEmpty() {
        return functions.isEmpty();
    }

    Collection<FunctionRecord> functions() {
        return functions.values();
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    Optional<String> host() {
        return host;
    }

    void name(Optional<String> name) {
        host = name;
    }

    void nameIfNameless(String name) {
        host = host.or(() -> Optional.of(name));
    }

    boolean accessDenied() {
        return accessDenied;
    }

    void accessDenied(boolean value) {
        accessDenied |= value;
    }

    /** Whether it comes from a drawing, which names nearly no facts to compare. */
    boolean tree() {
        return tree;
    }

    void becomeTree() {
        tree = true;
    }

    boolean has(FunctionAddress address) {
        return functions.containsKey(address);
    }

    /** Whether this address comes before the one added last, as it does where another listing starts. */
    boolean endsBehind(FunctionAddress address) {
        return last.filter(l -> l.compareTo(address) > 0).isPresent();
    }

    void add(FunctionRecord function) {
        functions.put(function.address(), function);
        last = Optional.of(function.address());
    }

    void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Whether a later run can be of the same host. */
    boolean sameHost(Run later) {
        if (host.isPresent() && later.host.isPresent() && !host.equals(later.host)) {
            return false;
        }
        int shared = 0;
        for (FunctionRecord function : later.functions.values()) {
            FunctionRecord mine = functions.get(function.address());
            if (mine != null && !Known.agree(mine, function)) {
                return false;
            }
            shared += mine == null ? 0 : 1;
        }
        if (tree || later.tree) {
            return 2 * shared >= Math.min(functions.size(), later.functions.size()) && shared > 0;
        }
        return shared > 0 || host.isPresent() && host.equals(later.host);
    }

    void absorb(Run later) {
        for (FunctionRecord function : later.functions.values()) {
            FunctionRecord mine = functions.get(function.address());
            if (mine != null && mine.config().length() > 0 && function.config().length() > 0) {
                diagnostics.add(Diagnostic.of(
                        "DUPLICATE_RID",
                        function.address(),
                        function.address() + " stands more than once in the input, with the same content."));
            }
            functions.put(function.address(), mine == null ? function : RecordMerge.of(mine, function));
        }
        host = host.or(() -> later.host);
        diagnostics.addAll(later.diagnostics);
        accessDenied |= later.accessDenied;
        tree &= later.tree;
    }

    /** Whether anything in it says what a function is. */
    boolean worthIt() {
        return tree || functions.values().stream().anyMatch(Known::anything);
    }

    /** Whether the lister had the right to read capabilities; empty where it prints none at all. */
    Optional<Boolean> capabilitiesReadable() {
        if (accessDenied) {
            return Optional.of(false);
        }
        boolean some = functions.values().stream()
                .flatMap(f -> f.listing().capabilities().stream())
                .anyMatch(list -> list.standard() == CapabilityList.Walked.YES);
        return some ? Optional.of(true) : Optional.empty();
    }
}
