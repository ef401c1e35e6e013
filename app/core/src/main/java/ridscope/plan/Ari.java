package ridscope.plan;

import java.util.Optional;
import ridscope.config.CapabilityList;
import ridscope.config.PciExpress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/** Whether the port above forwards ARI functions once Linux has configured it ({@code pci_configure_ari}). */
final class Ari {

    private Ari() {}

    /** Empty where nothing readable tells, and on a root bus or below what is no downstream-type port: nobody needs it there. */
    static Optional<Boolean> forwarding(Topology topology, Part device, Wishes wishes) {
        return device.above == null
                ? Optional.empty()
                : device.above.known.flatMap(port -> forwarding(topology, port, wishes));
    }

    private static Optional<Boolean> forwarding(Topology topology, PciFunction port, Wishes wishes) {
        if (!port.role().downstreamPort() || port.express().capability().isEmpty()) {
            return Optional.empty();
        }
        Optional<Boolean> supported = supported(port);
        Boolean wish = wishes.ari().get(port.address());
        if (wish != null) {
            return Optional.of(wish && supported.orElse(true));
        }
        Optional<PciFunction> first = topology.below(port).stream()
                .filter(f -> f.address().rid().devfn() == 0)
                .findFirst();
        boolean unread = first.map(f -> f.capabilities().extended() == CapabilityList.Walked.UNKNOWN)
                .orElse(true);
        if (supported.isEmpty() || supported.get() && unread) {
            return Optional.empty();
        }
        return Optional.of(supported.get()
                && first.filter(f -> f.express().ari().isPresent()).isPresent());
    }

    /** Device Capabilities 2 bit 5, which the first version of the capability does not have; empty where not readable. */
    static Optional<Boolean> supported(PciFunction port) {
        boolean first = port.express()
                .capability()
                .filter(e -> e.version().isPresent() && e.version().getAsInt() < 2)
                .isPresent();
        if (first) {
            return Optional.of(false);
        }
        return control2(port).map(PciExpress.DeviceControl2::ariForwardingSupported);
    }

    private static Optional<PciExpress.DeviceControl2> control2(PciFunction port) {
        return port.express().capability().flatMap(PciExpress::control2);
    }

    /** For the VFs of a PF after the plan; where no register tells, what Linux says of the PF's bus today. */
    static Optional<Boolean> planned(Topology topology, PciFunction pf, Wishes wishes) {
        return port(topology, pf)
                .flatMap(port -> forwarding(topology, port, wishes).or(() -> told(pf)));
    }

    /** For the VFs of a PF as the registers stand; where they are not readable, what Linux says of the PF's bus. */
    static Optional<Boolean> today(Topology topology, PciFunction pf) {
        return port(topology, pf)
                .flatMap(port -> control2(port)
                        .map(PciExpress.DeviceControl2::ariForwardingEnabled)
                        .or(() -> told(pf)));
    }

    private static Optional<Boolean> told(PciFunction pf) {
        return pf.record().os().place().ariEnabled();
    }

    /** The port above, where it is one that only forwards device 0 without ARI, or may be. */
    static Optional<PciFunction> port(Topology topology, PciFunction pf) {
        return pf.parent()
                .flatMap(topology::function)
                .filter(p -> p.role().downstreamPort() || p.role() == Role.UNKNOWN_BRIDGE);
    }

    /** How many need it: those on the PF's own bus with a device number above 0. */
    static int needing(StridedRids vfs) {
        long bus = vfs.origin().bus() * 256L;
        return vfs.countUpTo(bus + 255) - vfs.countUpTo(bus + 7);
    }

    /**
     * How many VFs of a PF the port above reaches, counted from the first up to where one needs ARI forwarding and has none;
     * TotalVFs where nobody knows that one does.
     *
     * @param at where the PF is
     */
    static int reached(PciFunction pf, RoutingId at, Optional<Boolean> forwarding) {
        StridedRids vfs = pf.sriov()
                .flatMap(SrIov::possible)
                .map(own -> new StridedRids(at, own.offset(), own.stride(), own.count()))
                .orElse(null);
        if (vfs == null || needing(vfs) == 0 || forwarding.orElse(true)) {
            return pf.sriov().map(SrIov::totalVfs).orElse(0);
        }
        return vfs.countUpTo(at.bus() * 256L + 7);
    }

    /** What gets it for the VFs of a PF, as the end of a sentence. */
    static String advice(Topology topology, PciFunction pf, Wishes wishes) {
        Optional<PciFunction> port = port(topology, pf);
        boolean able = port.flatMap(Ari::supported).orElse(false);
        boolean unwished =
                port.filter(p -> wishes.ari().containsKey(p.address())).isEmpty();
        if (able && unwished) {
            return "take a device that has the ARI capability: Linux leaves ARI forwarding off above others";
        }
        return able ? "leave ARI on (no pci=noari)" : "take a port that has ARI forwarding";
    }
}
