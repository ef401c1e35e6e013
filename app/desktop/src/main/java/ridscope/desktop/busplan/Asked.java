package ridscope.desktop.busplan;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import ridscope.desktop.document.Document;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * What a host is looked through for before anything is planned: who can be asked for something, and what is so already.
 *
 * @param start what is enabled now, so that an untouched plan shows the host as it is; VFs that nobody can place are left out
 * @param owners segments that have functions with VFs or SDIs
 * @param devices functions that have VFs or SDIs, or could be given SIOV
 * @param ports bridges that a card can be thought below, or whose ARI forwarding can be wished for
 */
record Asked(Wishes start, SortedSet<Segment> owners, List<PlanDevice> devices, List<PlanPort> ports) {

    static final Asked NOBODY = new Asked(Wishes.none(), new TreeSet<>(), List.of(), List.of());

    Asked {
        devices = List.copyOf(devices);
        ports = List.copyOf(ports);
    }

    /** Looks at every function of a host, which may have many: not for the drawing thread. */
    static Asked of(Document document) {
        TreeSet<Segment> owners = new TreeSet<>();
        document.topology().functions().stream()
                .filter(PciFunction::physicalFunction)
                .forEach(f -> owners.add(f.address().segment()));
        return new Asked(start(document.topology()), owners, PlanDevice.of(document), PlanPort.of(document));
    }

    /** What is enabled now. Looks at every function. */
    static Wishes start(Topology topology) {
        TreeMap<FunctionAddress, Integer> vfs = new TreeMap<>();
        for (PciFunction f : topology.functions()) {
            f.sriov()
                    .filter(s -> s.possible().isPresent() && s.enabledVfs() > 0)
                    .ifPresent(s -> vfs.put(f.address(), s.enabledVfs()));
        }
        Wishes none = Wishes.none();
        return new Wishes(
                vfs, none.sdis(), none.cards(), none.ari(), none.assignBusses(), none.hpbussize(), none.reservation());
    }
}
