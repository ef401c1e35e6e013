package ridscope.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ridscope.config.PciExpress;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.BusRouting;
import ridscope.ridmap.Claim;
import ridscope.ridmap.FpbWindow;
import ridscope.ridmap.RidAnswer;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** How a Routing ID is reached: the bus and the bridges to it, ARI Forwarding, and what an IOMMU sees instead. */
final class RoutingWords {

    /** Highest segment that firmware can name (ACPI {@code _SEG} has 16 bits); Linux gives those above to VMD. */
    private static final int FIRMWARE_SEGMENTS = 0xffff;

    private final Topology topology;

    RoutingWords(Topology topology) {
        this.topology = topology;
    }

    String bus(BusRouting routing) {
        String bus = "bus " + Words.hex(routing.bus(), 2);
        String state = switch (routing.state()) {
            case USED -> bus + " is used";
            case RESERVED -> bus + reserved(routing) + "; no function answers there";
            case FREE -> bus + " belongs to the host bridge, no bridge forwards it";
            case UNROUTED -> bus + " is in nobody's window";
            case UNKNOWN -> bus + " may be behind a bridge whose buses the source does not tell, or behind none";
        };
        String root = routing.hostBridge()
                .map(h -> " · root bus " + Words.hex(h.rootBus(), 2) + " " + h.buses()
                        + h.guess().map(guess -> ", " + guess).orElse(""))
                .orElse("");
        String bridges =
                routing.bridges().stream().map(b -> " → " + b + " " + range(b)).collect(Collectors.joining());
        return state + root + bridges;
    }

    private String reserved(BusRouting routing) {
        List<FunctionAddress> bridges = routing.bridges();
        if (bridges.isEmpty()) {
            return " is reserved";
        }
        FunctionAddress nearest = bridges.get(bridges.size() - 1);
        boolean secondary = topology.function(nearest)
                .flatMap(PciFunction::bridge)
                .filter(b -> b.secondary() == routing.bus())
                .isPresent();
        return secondary
                ? " is directly below " + nearest.rid() + " " + range(nearest)
                : " lies in " + nearest.rid() + "'s range " + range(nearest);
    }

    private String range(FunctionAddress bridge) {
        return topology.function(bridge)
                .flatMap(PciFunction::bridge)
                .map(Words::buses)
                .orElse("");
    }

    /** What a VF or SDI leaves; empty where it leaves nothing that is known. */
    Optional<String> outside(RidAnswer answer, Claim claim) {
        return Optional.ofNullable(answer.outside().get(claim))
                .map(reach -> reach.port()
                        .map(port -> port.rid() + " " + reach.buses() + ", the port of its PF")
                        .orElseGet(() -> reach.buses() + ", the window of its PF's root bus "
                                + Words.hex(reach.buses().first(), 2)));
    }

    /**
     * Directly below a downstream-type port a device number above 0 is reached only with ARI Forwarding enabled there (PCIe
     * Base Specification 6.13). Empty where no claimant sits on such a bus.
     */
    Optional<String> ari(RidAnswer answer) {
        RoutingId rid = answer.address().rid();
        if (rid.device() == 0) {
            return Optional.empty();
        }
        return Stream.concat(answer.claims().stream(), answer.wrapped().stream())
                .filter(c -> c.owner().bus() == c.placement().bus())
                .filter(c -> c.kind() != Claim.Kind.BRIDGE_ALIAS)
                .flatMap(c -> topology.function(c.owner()).stream())
                .flatMap(f -> f.parent().flatMap(topology::function).stream())
                .filter(port -> port.role().downstreamPort() || Readability.capabilitiesUnknown(port))
                .findFirst()
                .map(port -> "device " + Words.hex(rid.device(), 2) + " directly below "
                        + port.address().rid() + " is reached only with ARI Forwarding; " + forwarding(port));
    }

    private static String forwarding(PciFunction port) {
        Optional<PciExpress> express = port.express().capability();
        Optional<PciExpress.DeviceControl2> control = express.flatMap(PciExpress::control2);
        if (control.isPresent()) {
            return control.get().ariForwardingEnabled()
                    ? "the port has it enabled"
                    : control.get().ariForwardingSupported()
                            ? "the port supports it, but it is not enabled"
                            : "the port does not support it";
        }
        return express.filter(e -> e.version().orElse(2) < 2).isPresent()
                ? "the port does not support it"
                : "whether the port has it enabled is not readable";
    }

    /** What a Flattening Portal Bridge does with an ID of its window, whatever its bus range says. */
    static String fpb(FpbWindow window, RoutingId rid) {
        String bit = "bit " + window.bit(rid) + " of its RID vector";
        String verdict = window.forwards(rid)
                .map(yes ->
                        yes ? " forwards it: " + bit + " is set" : " does not forward it by FPB: " + bit + " is clear")
                .orElse(" may forward it: " + bit + " is not in configuration space");
        return window.port() + verdict;
    }

    /** Linux {@code pci_real_dma_dev}. Empty for segments whose devices send requests under their own IDs. */
    static Optional<String> dma(Topology topology, Segment segment) {
        if (Integer.compareUnsigned(segment.number(), FIRMWARE_SEGMENTS) <= 0) {
            return Optional.empty();
        }
        String endpoint = topology.dmaRequesterOf(segment)
                .map(address -> "the RID of the VMD endpoint " + address)
                .orElse("the VMD endpoint's RID");
        return Optional.of("at the IOMMU, DMA from below VMD carries " + endpoint + " instead");
    }
}
