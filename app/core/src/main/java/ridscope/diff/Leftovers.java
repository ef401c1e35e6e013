package ridscope.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.topology.PciFunction;

/**
 * Functions that neither serial number nor place could match: a card behind another port of its slot, and one that is the
 * only one of its kind on either side. Two of a kind that may have changed places are left alone: nothing tells.
 */
final class Leftovers {

    /** A function in a slot. */
    private record InSlot(String label, int devfn, int vendor, int device) {}

    /** A function with all below it that is not matched; equal ones get the same number. */
    private record Shape(int vendor, int device, boolean bridge, int place, List<Integer> below) {}

    private final Matching matching;
    private final Map<Shape, Integer> shapes = new HashMap<>();

    Leftovers(Matching matching) {
        this.matching = matching;
    }

    void match() {
        slots();
        matching.descend();
        kinds();
        matching.descend();
    }

    private void slots() {
        Map<InSlot, PciFunction> old = onlyOnes(free(matching.before()), f -> slot(matching.before(), f));
        Map<InSlot, PciFunction> now = onlyOnes(free(matching.after()), f -> slot(matching.after(), f));
        pair(old, now, Basis.SLOT);
    }

    private void kinds() {
        Map<Integer, PciFunction> old = onlyOnes(tops(matching.before()), f -> shape(matching.before(), f));
        Map<Integer, PciFunction> now = onlyOnes(tops(matching.after()), f -> shape(matching.after(), f));
        pair(old, now, Basis.KIND);
    }

    private <K> void pair(Map<K, PciFunction> old, Map<K, PciFunction> now, Basis basis) {
        List<K> keys = new ArrayList<>(old.keySet());
        keys.sort(Comparator.comparing(key -> old.get(key).address()));
        for (K key : keys) {
            PciFunction is = now.get(key);
            if (is != null
                    && !SerialNumbers.differ(
                            old.get(key),
                            matching.before().serials(),
                            is,
                            matching.after().serials())) {
                matching.take(old.get(key), is, basis);
            }
        }
    }

    /** By a key that only one function has. */
    private static <K> Map<K, PciFunction> onlyOnes(List<PciFunction> functions, Keyed<K> keyed) {
        Map<K, PciFunction> only = new HashMap<>();
        Set<K> several = new HashSet<>();
        for (PciFunction function : functions) {
            Optional<K> key = keyed.of(function);
            if (key.isPresent() && only.putIfAbsent(key.get(), function) != null) {
                several.add(key.get());
            }
        }
        only.keySet().removeAll(several);
        return only;
    }

    /** What makes a function one of a kind, if anything does. */
    @FunctionalInterface
    private interface Keyed<K> {
        Optional<K> of(PciFunction function);
    }

    private boolean free(HostIndex host, PciFunction function) {
        return (host == matching.before() ? matching.old(function) : matching.now(function)).isEmpty();
    }

    private List<PciFunction> free(HostIndex host) {
        return host.topology().functions().stream()
                .filter(f -> f.virtual().isEmpty() && Kinds.identified(f) && free(host, f))
                .toList();
    }

    /** Those with nothing unmatched above but ports of the board, which cannot move themselves. */
    private List<PciFunction> tops(HostIndex host) {
        return free(host).stream()
                .filter(f -> !ofBoard(f))
                .filter(f ->
                        host.parent(f).filter(p -> free(host, p) && !ofBoard(p)).isEmpty())
                .toList();
    }

    private static boolean ofBoard(PciFunction function) {
        return function.parent().isEmpty() && function.role().bridge();
    }

    private static Optional<InSlot> slot(HostIndex host, PciFunction function) {
        return host.ownSlot(function)
                .map(label -> new InSlot(
                        label,
                        function.address().rid().devfn(),
                        function.identity().vendor().getAsInt(),
                        function.identity().device().getAsInt()));
    }

    private Optional<Integer> shape(HostIndex host, PciFunction function) {
        return Optional.of(shape(host, function, function.address().rid().function()));
    }

    private int shape(HostIndex host, PciFunction function, int place) {
        List<Integer> below = new ArrayList<>();
        for (PciFunction child : host.below(function)) {
            if (free(host, child)) {
                below.add(shape(host, child, host.spot(child)));
            }
        }
        Shape shape = new Shape(
                function.identity().vendor().orElse(-1),
                function.identity().device().orElse(-1),
                function.role().bridge(),
                place,
                below);
        return shapes.computeIfAbsent(shape, k -> shapes.size());
    }
}
