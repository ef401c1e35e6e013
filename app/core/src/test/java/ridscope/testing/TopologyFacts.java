package ridscope.testing;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import ridscope.config.LinkSpeed;
import ridscope.host.OsFacts;
import ridscope.topology.Identity;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * A topology as single facts, each with a name, so that two ways of reading one host can be compared where both know a fact:
 * what is unknown has no entry.
 */
public final class TopologyFacts {

    private final Map<String, String> facts = new TreeMap<>();

    private TopologyFacts() {}

    /** All facts by name: address or other subject, blank, what about it. */
    public static Map<String, String> of(Topology topology) {
        TopologyFacts all = new TopologyFacts();
        topology.hostBridges()
                .forEach(h -> all.put(
                        "host bridge " + h.segment() + " " + h.rootBus(),
                        h.endAssumed() ? Optional.empty() : Optional.of(h.buses())));
        topology.numaNodes().forEach(n -> all.put("node " + n.node() + " cpus", n.cpus()));
        topology.slots().forEach(s -> {
            String name = "slot " + s.label();
            all.put(name + " port", s.port());
            all.put(name + " occupied", s.occupied());
            all.put(name + " powered", s.powered());
            all.put(name + " speed", s.speed());
        });
        topology.functions().forEach(f -> all.function(topology, f));
        return all.facts;
    }

    private void function(Topology topology, PciFunction f) {
        BiConsumer<String, Optional<?>> put = (what, value) -> put(f.address() + " " + what, value);
        put.accept("here", Optional.of(true));
        put.accept("parent", Optional.of(f.parent().map(Object::toString).orElse("none")));
        put.accept("root bus", Optional.of(f.place().rootBus()));
        put.accept("role", Optional.of(f.role()).filter(role -> role.known()));
        put.accept("bridge", f.bridge());
        put.accept("driver", f.driver());
        put.accept("slot", f.place().slot().map(s -> s.label()));
        put.accept("slot below", topology.slotBelow(f.address()).map(s -> s.label()));
        put.accept("numa", number(f.place().numaNode()));
        put.accept("group", number(f.iommuGroup()));
        identity(f.identity(), put);
        f.express().link().ifPresent(link -> link(link, put));
        f.sriov().ifPresent(s -> {
            put.accept("vfs enabled", Optional.of(s.numVfs()));
            put.accept("vf offset", number(s.firstVfOffset()));
            put.accept("vf stride", number(s.vfStride()));
        });
        f.virtual().ifPresent(v -> put.accept("vf of", Optional.of(v.physicalFunction() + " " + v.index())));
        OsFacts os = f.record().os();
        put.accept("devices", Optional.of(os.devices()).filter(d -> !d.isEmpty()));
        put.accept("resources", Optional.of(os.resources()).filter(r -> !r.isEmpty()));
        put.accept("vectors", number(os.state().vectors()));
        put.accept("vf vectors", number(os.state().vfMsixTotal()));
    }

    private static void identity(Identity id, BiConsumer<String, Optional<?>> put) {
        put.accept("vendor", number(id.vendor()));
        put.accept("device", number(id.device()));
        put.accept("class", number(id.classCode()));
        put.accept("revision", number(id.revision()));
        put.accept("subsystem vendor", number(id.subsystemVendor()));
        put.accept("subsystem device", number(id.subsystemDevice()));
        put.accept("header", number(id.headerType()));
        put.accept("multifunction", id.multifunction());
    }

    private static void link(LinkEnd link, BiConsumer<String, Optional<?>> put) {
        put.accept("speed", link.speed().filter(LinkSpeed::known));
        put.accept("width", number(link.width()));
        put.accept("max speed", link.maxSpeed().filter(LinkSpeed::known));
        put.accept("max width", number(link.maxWidth()));
    }

    private static Optional<Integer> number(OptionalInt value) {
        return value.stream().boxed().findFirst();
    }

    private void put(String name, Optional<?> value) {
        value.ifPresent(v -> facts.put(name, v.toString()));
    }
}
