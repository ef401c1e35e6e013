package ridscope.isolation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ridscope.rid.FunctionAddress;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Topology;

/**
 * The way from one function to another: up to the bridge or host bridge that both have above them, and down again.
 *
 * @param from where it begins
 * @param to where it ends
 * @param kind how far apart they are
 * @param hops bridges that it goes through, in order
 */
public record DevicePath(FunctionAddress from, FunctionAddress to, Kind kind, List<Hop> hops) {

    public DevicePath {
        hops = List.copyOf(hops);
    }

    /** How far apart two functions are, in the words that GPU tools use for it. */
    public enum Kind {
        /** Functions of one device, VFs included. */
        SAME_DEVICE("same device"),
        /** Through one bridge or one switch. */
        PIX("one bridge or switch"),
        /** Through several bridges, not through a host bridge. */
        PXB("several bridges or switches, below one host bridge's port"),
        /** Through the host bridge that both have. */
        PHB("through one host bridge"),
        /** Through two host bridges of one NUMA node. */
        NODE("through two host bridges of one NUMA node"),
        /** From one NUMA node to another. */
        SYS("from one NUMA node to another"),
        /** Through two host bridges, of at least one of which nobody tells the NUMA node: NODE or SYS. */
        NODE_OR_SYS("through two host bridges; the NUMA node of one is not known");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What it means. */
        public String words() {
            return words;
        }

        /** {@code PIX}, {@code same device}, {@code NODE or SYS}. */
        public String label() {
            return this == SAME_DEVICE ? words : name().replace("_OR_", " or ");
        }
    }

    /**
     * A bridge on the way.
     *
     * @param bridge its address
     * @param acs whether it keeps requests from below from turning round to its siblings; empty for a bridge that is no root or
     *     downstream port, where the question does not arise
     */
    public record Hop(FunctionAddress bridge, Optional<AcsVerdict> acs) {}

    /** The way between two functions of a topology. */
    public static DevicePath between(Topology topology, PciFunction from, PciFunction to) {
        List<PciFunction> up = chain(topology, from);
        List<PciFunction> down = chain(topology, to);
        Optional<PciFunction> common = up.stream().filter(down::contains).findFirst();
        if (sameDevice(topology, from, to)) {
            return new DevicePath(from.address(), to.address(), Kind.SAME_DEVICE, List.of());
        }
        List<PciFunction> way =
                new ArrayList<>(common.map(c -> up.subList(0, up.indexOf(c))).orElse(up));
        common.ifPresent(way::add);
        List<PciFunction> back = new ArrayList<>(
                common.map(c -> down.subList(0, down.indexOf(c))).orElse(down));
        Collections.reverse(back);
        way.addAll(back);
        EffectiveAcs acs = new EffectiveAcs(topology);
        List<Hop> hops = way.stream()
                .map(b -> new Hop(b.address(), EffectiveAcs.port(b) ? Optional.of(acs.of(b)) : Optional.empty()))
                .toList();
        Kind kind = common.isPresent() ? below(way) : across(topology, from, to);
        return new DevicePath(from.address(), to.address(), kind, hops);
    }

    /** A bridge is on its own way, so that what is below it is reached through it. */
    private static List<PciFunction> chain(Topology topology, PciFunction function) {
        List<PciFunction> chain = new ArrayList<>();
        if (function.role().bridge()) {
            chain.add(function);
        }
        chain.addAll(topology.pathToRoot(function));
        return chain;
    }

    /** Whether two functions, VFs or others, belong to one device: one below a port, or with one device number. */
    public static boolean sameDevice(Topology topology, PciFunction a, PciFunction b) {
        PciFunction one = physical(topology, a);
        PciFunction other = physical(topology, b);
        if (one.equals(other)) {
            return true;
        }
        if (one.role().bridge() || other.role().bridge() || !one.parent().equals(other.parent())) {
            return false;
        }
        boolean link = one.parent()
                .flatMap(topology::function)
                .filter(p -> p.role().downstreamPort())
                .isPresent();
        boolean device = one.address().segment().equals(other.address().segment())
                && one.address().rid().value() >> 3 == other.address().rid().value() >> 3;
        return link || device;
    }

    private static PciFunction physical(Topology topology, PciFunction f) {
        return f.virtual().flatMap(v -> topology.function(v.physicalFunction())).orElse(f);
    }

    /** All ports of a switch are one thing on the way. */
    private static Kind below(List<PciFunction> way) {
        Set<FunctionAddress> things = new HashSet<>();
        for (PciFunction bridge : way) {
            boolean part =
                    bridge.role() == Role.DOWNSTREAM_PORT && bridge.parent().isPresent();
            things.add(part ? bridge.parent().get() : bridge.address());
        }
        return things.size() > 1 ? Kind.PXB : Kind.PIX;
    }

    private static Kind across(Topology topology, PciFunction from, PciFunction to) {
        Optional<HostBridge> one = topology.hostBridgeOf(from);
        Optional<HostBridge> other = topology.hostBridgeOf(to);
        if (one.isPresent() && one.equals(other)) {
            return Kind.PHB;
        }
        OptionalInt node = node(from, one);
        OptionalInt otherNode = node(to, other);
        if (node.isEmpty() || otherNode.isEmpty()) {
            return Kind.NODE_OR_SYS;
        }
        return node.equals(otherNode) ? Kind.NODE : Kind.SYS;
    }

    private static OptionalInt node(PciFunction function, Optional<HostBridge> host) {
        OptionalInt own = function.place().numaNode();
        return own.isPresent() ? own : host.map(HostBridge::numaNode).orElse(OptionalInt.empty());
    }

    /** One line per bridge, to be copied: kind first. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(from).append(" – ").append(to).append(": ").append(kind.label());
        if (kind != Kind.SAME_DEVICE) {
            text.append(" (").append(kind.words()).append(')');
        }
        for (Hop hop : hops) {
            text.append('\n').append(hop.bridge());
            hop.acs().ifPresent(v -> text.append("  ").append(words(v)));
        }
        return text.toString();
    }

    /** {@code isolates: all controls …}, {@code lets peers through: it has no ACS capability}, {@code not known: …}. */
    public static String words(AcsVerdict verdict) {
        String answer = verdict.yes() ? "isolates" : verdict.no() ? "lets peers through" : "not known";
        return answer + ": " + verdict.reason().words();
    }
}
