package ridscope.source.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.PortType;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;
import ridscope.source.Limits;
import ridscope.source.SnapshotException;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;

/**
 * Makes a host of what is described. Bus numbers that the text gives stay; the others are given out depth first and densely,
 * as firmware does that reserves none for VFs, SDIs or cards to come.
 */
final class MachineBuilder {

    /** All of ACS but Egress Control, and what of it Linux switches on. */
    private static final int ACS = 0x5f;

    private static final int ACS_ON = 0x1d;

    private final Mistakes mistakes;
    private final Records records;
    private final Slots slots;
    private final List<RootBus> roots = new ArrayList<>();
    private int used;

    private MachineBuilder(String title, Description description, Mistakes mistakes) {
        this.mistakes = mistakes;
        records = new Records(title, Limits.FUNCTIONS);
        slots = new Slots(description.hostBridges());
    }

    /**
     * The host; without functions if there is nothing in the text that could be one.
     *
     * @param title how messages call the source
     * @throws SnapshotException if there are too many functions
     */
    static HostSnapshot build(String kind, String title, Description description, Mistakes mistakes)
            throws SnapshotException {
        MachineBuilder builder = new MachineBuilder(title, description, mistakes);
        for (Element hostBridge : description.hostBridges()) {
            builder.hostBridge(hostBridge);
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(Diagnostic.of(
                "MACHINE_DESCRIBED",
                "This is a machine that somebody described, not a real one; bus numbers that the description leaves open"
                        + " are given out densely, with none reserved for VFs, SDIs or cards to come"));
        diagnostics.addAll(mistakes.all());
        Provenance provenance = new Provenance(
                kind,
                description.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("description, not a real machine"),
                Optional.empty(),
                false);
        return new HostSnapshot(
                provenance,
                builder.roots,
                builder.records.all(),
                List.of(),
                List.of(),
                builder.numaNodes(),
                diagnostics);
    }

    private List<NumaNode> numaNodes() {
        return roots.stream()
                .flatMap(r -> r.numaNode().stream().boxed())
                .distinct()
                .sorted()
                .map(node -> new NumaNode(node, Optional.empty()))
                .toList();
    }

    private void hostBridge(Element element) throws SnapshotException {
        if (!element.has(Key.FIRST_BUS)) {
            mistakes.add(element.line(), "a host-bridge needs its buses, such as 0000:00-3f");
            return;
        }
        Segment segment = new Segment(element.get(Key.SEGMENT, 0));
        BusRange buses = new BusRange(element.get(Key.FIRST_BUS, 0), element.get(Key.LAST_BUS, 0xff));
        for (RootBus other : roots) {
            if (other.segment().equals(segment)
                    && new BusRange(other.bus(), other.end().orElse(0xff)).intersects(buses)) {
                mistakes.add(element.line(), "the buses " + buses + " are in part those of another host-bridge");
                return;
            }
        }
        OptionalInt node = element.get(Key.NUMA);
        roots.add(new RootBus(segment, buses.first(), OptionalInt.of(buses.last()), node));
        used = buses.first();
        Place root = new Place(segment, buses.first(), buses.last(), node, Optional.empty(), Optional.empty());
        several(element, root, 1);
    }

    /** Everything on a bus that has room for many. */
    private void several(Element above, Place place, int firstDevice) throws SnapshotException {
        Spots spots = new Spots(place, firstDevice, mistakes);
        above.below().forEach(spots::take);
        int ports = 0;
        for (Spots.Spot spot : spots.all()) {
            if (spot.card().isPresent()) {
                spot.card().get().place(place, spot.devfn(), records);
            } else {
                boolean multifunction = spots.shared(spot.devfn());
                port(spot, place, ++ports, multifunction);
            }
        }
    }

    private void port(Spots.Spot spot, Place place, int number, boolean multifunction) throws SnapshotException {
        Element port = spot.element();
        Registers registers = bridge(
                port, port.kind() == Kind.PORT ? PortType.DOWNSTREAM_PORT : PortType.ROOT_PORT, number, multifunction);
        Optional<Element> plugged = port.below().stream().findFirst();
        LinkEnds.below(port).atPort(registers);
        if (port.has(Key.HOTPLUG) || port.has(Key.SLOT)) {
            OptionalInt slot = slots.number(port, spot.repetition());
            if (slot.isPresent()) {
                registers.slot(slot.getAsInt(), port.has(Key.HOTPLUG), plugged.isPresent());
            }
        }
        if (port.has(Key.ARI)) {
            registers.ariForwarding(plugged.filter(p -> p.has(Key.ARI)).isPresent());
        }
        port.below().stream()
                .skip(1)
                .forEach(
                        second -> mistakes.add(
                                second.line(),
                                "a second " + second.kind() + " cannot stand below the " + port
                                        + ", because a link has one at its end; further functions stand below the device as function"));
        place(port, place, spot.devfn(), spot.repetition(), registers, below -> {
            if (plugged.isPresent() && plugged.get().kind() == Kind.SWITCH) {
                upstream(plugged.get(), below);
            } else if (plugged.isPresent()) {
                new Card(plugged.get(), mistakes).place(below, 0, records);
            }
        });
    }

    private void upstream(Element element, Place place) throws SnapshotException {
        Registers registers = bridge(element, PortType.UPSTREAM_PORT, 0, false);
        place.port().ifPresent(port -> LinkEnds.below(port).atDevice(registers));
        place(element, place, 0, 0, registers, below -> several(element, below, 0));
    }

    private static Registers bridge(Element element, PortType type, int number, boolean multifunction) {
        Registers registers = new Registers(1, element);
        registers.express(type);
        registers.portNumber(number);
        if (multifunction) {
            registers.multifunction();
        }
        if (element.has(Key.ACS)) {
            registers.acs(ACS, ACS_ON);
        }
        return registers;
    }

    private interface Below {
        void place(Place place) throws SnapshotException;
    }

    /** Gives a bridge its buses and goes on below it. Where none is left its registers stay 0, and what is below is left out. */
    private void place(Element bridge, Place place, int devfn, int repetition, Registers registers, Below below)
            throws SnapshotException {
        OptionalInt given = repetition == 0 ? bridge.get(Key.FIRST_BUS) : OptionalInt.empty();
        int secondary = given.orElse(used + 1);
        if (secondary <= used) {
            mistakes.add(
                    bridge.line(),
                    "bus " + hex(secondary) + " is used before; the " + bridge.kind() + " gets " + hex(used + 1));
            secondary = used + 1;
        }
        if (secondary > place.limit()) {
            mistakes.add(
                    bridge.line(),
                    "no bus number is left up to " + hex(place.limit()) + " for a " + bridge.kind()
                            + (bridge.below().isEmpty() ? "" : "; what is below it is left out"));
            records.add(place, devfn, bridge, registers);
            return;
        }
        OptionalInt last = given.isPresent() ? bridge.get(Key.LAST_BUS) : OptionalInt.empty();
        int limit = Math.min(last.orElse(place.limit()), place.limit());
        if (last.orElse(0) > place.limit()) {
            mistakes.add(
                    bridge.line(),
                    "bus " + hex(last.getAsInt()) + " lies behind " + hex(place.limit())
                            + ", where the buses above it end; the " + bridge.kind() + " gets those up to there");
        }
        used = secondary;
        below.place(place.below(devfn, secondary, limit, bridge));
        used = last.isPresent() ? Math.max(limit, used) : used;
        registers.buses(place.bus(), secondary, used);
        records.add(place, devfn, bridge, registers);
    }

    private static String hex(int bus) {
        return Numbers.hexText(bus, 2);
    }
}
