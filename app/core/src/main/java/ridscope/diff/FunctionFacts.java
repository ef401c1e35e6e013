package ridscope.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import ridscope.config.BridgeBuses;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.host.OsFacts;
import ridscope.topology.PciFunction;

/** What differs between a function and itself. */
final class FunctionFacts {

    /** Facts of which a function has one value. */
    static final List<Fact> SINGLE = List.of(
            Fact.DEVICE_ID,
            Fact.SUBSYSTEM,
            Fact.SERIAL_NUMBER,
            Fact.CLASS,
            Fact.REVISION,
            Fact.ROLE,
            Fact.LINK,
            Fact.LINK_CAPABILITY,
            Fact.TOTAL_VFS,
            Fact.INITIAL_VFS,
            Fact.DRIVER_VFS,
            Fact.VF_PLACES,
            Fact.VF_DEVICE,
            Fact.TOTAL_SDIS,
            Fact.SDI_PLACES,
            Fact.SDI_STATE,
            Fact.ACS,
            Fact.ARI_FORWARDING,
            Fact.ARI_HIERARCHY,
            Fact.DRIVER,
            Fact.NUMA_NODE,
            Fact.SLOT,
            Fact.POWER_STATE);

    private static final String NONE = "none";

    /** Index of the first bridge window in sysfs {@code resource}; windows follow what is below, and are no BARs. */
    private static final int WINDOWS = 13;

    private static final int ROM = 6;

    private final KnownFacts before;
    private final KnownFacts after;
    private final boolean sameKindOfSource;
    private final Predicate<Pair> moved;
    private final Predicate<Pair> told;

    /**
     * @param sameKindOfSource whether what one leaves out, the other would leave out as well
     * @param moved pairs that are told as moved, slots and all
     * @param told bridges of which another change tells the new range
     */
    FunctionFacts(
            KnownFacts before,
            KnownFacts after,
            boolean sameKindOfSource,
            Predicate<Pair> moved,
            Predicate<Pair> told) {
        this.before = before;
        this.after = after;
        this.sameKindOfSource = sameKindOfSource;
        this.moved = moved;
        this.told = told;
    }

    List<FactChange> of(Pair pair) {
        List<FactChange> changes = new ArrayList<>();
        for (Fact fact : SINGLE) {
            if (alike(fact, pair)) {
                continue;
            }
            if (fact != Fact.SLOT || !moved.test(pair)) {
                single(fact, pair).ifPresent(changes::add);
            }
        }
        buses(pair).ifPresent(changes::add);
        capabilities(pair, changes);
        bars(pair, changes);
        return changes;
    }

    /** Whether what a fact is made from is the same; most of it is, and words take long to make. */
    private static boolean alike(Fact fact, Pair pair) {
        PciFunction was = pair.before();
        PciFunction is = pair.after();
        return switch (fact) {
            case DEVICE_ID, SUBSYSTEM, CLASS, REVISION -> was.identity().equals(is.identity());
            case SERIAL_NUMBER ->
                was.config().equals(is.config())
                        && was.record().listing().equals(is.record().listing());
            case ROLE -> was.role() == is.role();
            case LINK_CAPABILITY -> was.express().link().equals(is.express().link());
            case ACS -> was.express().acs().equals(is.express().acs());
            case TOTAL_VFS,
                    INITIAL_VFS,
                    DRIVER_VFS,
                    VF_PLACES,
                    VF_DEVICE,
                    ARI_HIERARCHY,
                    TOTAL_SDIS,
                    SDI_PLACES,
                    SDI_STATE -> was.iov().equals(is.iov());
            case NUMA_NODE, SLOT -> was.place().equals(is.place());
            default -> false;
        };
    }

    private Optional<FactChange> single(Fact fact, Pair pair) {
        Optional<String> was = before.value(fact, pair.before());
        Optional<String> is = after.value(fact, pair.after());
        if (fact == Fact.CLASS && (was.isEmpty() || is.isEmpty())) {
            was = KnownFacts.shortClass(pair.before());
            is = KnownFacts.shortClass(pair.after());
        }
        return was.isEmpty() || is.isEmpty() || was.equals(is)
                ? Optional.empty()
                : Optional.of(FactChange.of(fact, was.get(), is.get()));
    }

    /** Of a bridge whose numbers went along with others above it, only another size is news. */
    private Optional<FactChange> buses(Pair pair) {
        Optional<BridgeBuses> was = pair.before().bridge();
        Optional<BridgeBuses> is = pair.after().bridge();
        if (was.isEmpty() || is.isEmpty() || told.test(pair)) {
            return Optional.empty();
        }
        boolean alongWithOthers = pair.readdressed() || moved.test(pair);
        boolean same = alongWithOthers
                ? was.get().configured() == is.get().configured() && size(was.get()) == size(is.get())
                : was.get().secondary() == is.get().secondary()
                        && was.get().subordinate() == is.get().subordinate();
        return same
                ? Optional.empty()
                : Optional.of(FactChange.of(Fact.BUS_RANGE, KnownFacts.buses(was.get()), KnownFacts.buses(is.get())));
    }

    private static int size(BridgeBuses buses) {
        return buses.subordinate() - buses.secondary();
    }

    private static void capabilities(Pair pair, List<FactChange> changes) {
        CapabilityList was = pair.before().capabilities();
        CapabilityList is = pair.after().capabilities();
        if (was.equals(is)) {
            return;
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (boolean extended : new boolean[] {false, true}) {
            if (walked(was, extended) && walked(is, extended)) {
                count(was, extended, -1, counts);
                count(is, extended, 1, counts);
            }
        }
        counts.forEach((name, more) -> {
            if (more != 0) {
                changes.add(
                        new FactChange(Fact.CAPABILITY, name, more < 0 ? "there" : NONE, more < 0 ? NONE : "there"));
            }
        });
    }

    /** Whether the list is known as a whole; one that a function does not have is. */
    static boolean walked(CapabilityList list, boolean extended) {
        return (extended ? list.extended() : list.standard()) != CapabilityList.Walked.UNKNOWN;
    }

    private static void count(CapabilityList list, boolean extended, int step, Map<String, Integer> counts) {
        for (Capability capability : list.capabilities()) {
            if (capability.extended() == extended) {
                counts.merge(capability.name() + " (" + capability.idText() + ")", step, Integer::sum);
            }
        }
    }

    private void bars(Pair pair, List<FactChange> changes) {
        if (pair.before()
                .record()
                .os()
                .resources()
                .equals(pair.after().record().os().resources())) {
            return;
        }
        Map<Integer, String> was = sizes(pair.before());
        Map<Integer, String> is = sizes(pair.after());
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        Set<Integer> indices = new TreeSet<>(was.keySet());
        indices.addAll(is.keySet());
        for (int index : indices) {
            boolean both = was.containsKey(index) && is.containsKey(index);
            String old = was.getOrDefault(index, NONE);
            String now = is.getOrDefault(index, NONE);
            if ((both || sameKindOfSource) && !old.equals(now)) {
                changes.add(new FactChange(Fact.BAR, bar(index), old, now));
            }
        }
    }

    private static String bar(int index) {
        if (index == ROM) {
            return "expansion ROM";
        }
        return index < ROM ? "BAR " + index : "VF BAR " + (index - ROM - 1) + " (all VFs)";
    }

    private static Map<Integer, String> sizes(PciFunction function) {
        Map<Integer, String> sizes = new TreeMap<>();
        for (OsFacts.Resource resource : function.record().os().resources()) {
            if (resource.index() < WINDOWS && resource.size().isPresent()) {
                sizes.putIfAbsent(resource.index(), bytes(resource.size().getAsLong()));
            }
        }
        return sizes;
    }

    private static String bytes(long size) {
        String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
        long rest = size;
        int unit = 0;
        while (unit < units.length - 1 && rest != 0 && (rest & 0x3ff) == 0) {
            rest >>>= 10;
            unit++;
        }
        return Long.toUnsignedString(rest) + " " + units[unit];
    }
}
