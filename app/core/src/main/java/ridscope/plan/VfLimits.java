package ridscope.plan;

import java.util.OptionalInt;
import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/**
 * The most VFs of one PF that Linux would enable and the port above would reach.
 *
 * @param now with the numbers of the running system
 * @param afterRescan after firmware's numbers were read again: a reboot, or removing the port and scanning anew
 * @param afterAssignBusses after a boot with {@code pci=assign-busses}
 * @param sampledAt NumVFs at which offset and stride were read; a device may change them with NumVFs
 */
public record VfLimits(int now, int afterRescan, int afterAssignBusses, OptionalInt sampledAt) {

    /** For a function that owns none, all are 0. */
    public static VfLimits of(Topology topology, PciFunction pf) {
        return of(topology, pf, Wishes.none());
    }

    /** With other wishes in force as well; {@code assignBusses} of them counts for the last figure only. */
    public static VfLimits of(Topology topology, PciFunction pf, Wishes wishes) {
        long end = pf.parent()
                .flatMap(topology::function)
                .map(p -> p.bridge().map(b -> (long) b.subordinate()).orElse((long)
                        pf.address().bus()))
                .or(() -> topology.hostBridgeOf(pf).map(h -> lastOf(h)))
                .orElse((long) pf.address().bus());
        int now = EnableCheck.of(topology, pf, end).largest();
        return new VfLimits(
                Math.min(now, Ari.reached(pf, pf.address().rid(), Ari.today(topology, pf))),
                planned(topology, pf, wishes.withAssignBusses(false)),
                planned(topology, pf, wishes.withAssignBusses(true)),
                pf.sriov().map(SrIov::numVfs).map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    /**
     * {@code 0000:01:00.0 can have 127 now, 127 after a rescan, 256 after a boot with pci=assign-busses}.
     *
     * @param renumbers whether the host's kernel knows that option; it is left out otherwise
     */
    public String text(FunctionAddress pf, boolean renumbers) {
        return pf + " can have " + Numbers.grouped(now) + " now, " + Numbers.grouped(afterRescan) + " after a rescan"
                + (renumbers ? ", " + Numbers.grouped(afterAssignBusses) + " after a boot with pci=assign-busses" : "");
    }

    private static long lastOf(HostBridge hostBridge) {
        return hostBridge.buses().last();
    }

    private static int planned(Topology topology, PciFunction pf, Wishes wishes) {
        PlanLog log = new PlanLog();
        Machine machine = Machine.of(topology, pf.address().segment(), wishes, log);
        BusPlanner.assign(machine, pf.address().segment(), wishes, log);
        return machine.part(pf.address())
                .filter(p -> p.bus != null)
                .map(p -> largest(topology, pf, p, wishes))
                .orElse(0);
    }

    private static int largest(Topology topology, PciFunction pf, Part part, Wishes wishes) {
        FunctionAddress planned = part.planned().orElseThrow();
        int enabled = EnableCheck.of(topology, pf, planned, part.bus.range.end(), wishes.reservation())
                .largest();
        return Math.min(enabled, Ari.reached(pf, planned.rid(), Ari.planned(topology, pf, wishes)));
    }
}
