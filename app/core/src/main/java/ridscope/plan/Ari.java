package ridscope.plan;

import java.util.Optional;
import ridscope.config.CapabilityList;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Whether the port above forwards ARI functions once Linux has configured it ({@code pci_configure_ari}). */
final class Ari {

    private Ari() {}

    /** Empty where nothing readable tells, and on a root bus or below what is no downstream-type port: nobody needs it there. */
    static Optional<Boolean> forwarding(Topology topology, Part device, Wishes wishes) {
        if (device.above == null || device.above.known.isEmpty()) {
            return Optional.empty();
        }
        PciFunction port = device.above.known.get();
        if (!port.role().downstreamPort() || port.express().capability().isEmpty()) {
            return Optional.empty();
        }
        Optional<Boolean> supported =
                port.express().capability().get().control2().map(c -> c.ariForwardingSupported());
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
}
