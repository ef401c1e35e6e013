package ridscope.topology;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/**
 * A part of a host as a host of its own, for pictures of it: the functions that are asked for, the bridges above them, and the
 * VFs of PFs among them. What a bridge forwards is still what its registers say. Nothing may be concluded from what is missing.
 */
public final class TopologyPart {

    private TopologyPart() {}

    /**
     * The functions, those above them, and those below bridges among them.
     *
     * @param chosen functions that are not there do not count
     */
    public static Topology of(Topology whole, Collection<FunctionAddress> chosen) {
        Set<FunctionAddress> kept = new TreeSet<>();
        for (FunctionAddress address : chosen) {
            whole.function(address).ifPresent(f -> {
                whole.pathToRoot(f).forEach(above -> kept.add(above.address()));
                addWithBelow(whole, f, kept);
            });
        }
        return only(whole, kept);
    }

    /** One segment. */
    public static Topology of(Topology whole, Segment segment) {
        return only(
                whole,
                whole.byAddress().keySet().stream()
                        .filter(a -> a.segment().equals(segment))
                        .toList());
    }

    private static void addWithBelow(Topology whole, PciFunction function, Set<FunctionAddress> kept) {
        if (kept.add(function.address()) || function.role().bridge()) {
            whole.virtualFunctionsOf(function).forEach(vf -> kept.add(vf.address()));
            for (PciFunction below : whole.below(function)) {
                if (!kept.contains(below.address())) {
                    addWithBelow(whole, below, kept);
                }
            }
        }
    }

    private static Topology only(Topology whole, Collection<FunctionAddress> functions) {
        Set<FunctionAddress> kept = new TreeSet<>(functions);
        TopologyBuilder builder = new TopologyBuilder(whole.provenance());
        kept.forEach(address -> whole.function(address).ifPresent(builder::add));
        whole.hostBridges().stream()
                .filter(h -> kept.stream()
                        .anyMatch(a -> a.segment().equals(h.segment())
                                && whole.function(a)
                                        .filter(f -> f.place().rootBus() == h.rootBus())
                                        .isPresent()))
                .forEach(builder::add);
        for (Switch pcieSwitch : whole.switches()) {
            if (kept.contains(pcieSwitch.upstreamPort())) {
                List<FunctionAddress> ports = pcieSwitch.downstreamPorts().stream()
                        .filter(kept::contains)
                        .toList();
                builder.add(new Switch(pcieSwitch.upstreamPort(), ports));
            }
        }
        whole.links().stream().filter(l -> kept.contains(l.device())).forEach(builder::add);
        whole.slots().stream()
                .filter(s -> s.port().filter(kept::contains).isPresent())
                .forEach(builder::add);
        whole.numaNodes().forEach(builder::add);
        whole.logNotes().stream().filter(n -> kept.contains(n.subject())).forEach(builder::add);
        return builder.build();
    }
}
