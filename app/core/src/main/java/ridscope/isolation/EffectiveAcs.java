package ridscope.isolation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ridscope.config.AcsCapability;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.PciExpress;
import ridscope.config.PortType;
import ridscope.isolation.AcsVerdict.Reason;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Topology;

/** Effective ACS of functions and of paths (Linux {@code pci_acs_enabled}, {@code pci_acs_path_enabled}), without quirks. */
public final class EffectiveAcs {

    private final Topology topology;
    private final boolean asked;
    private final Map<FunctionAddress, Optional<Boolean>> paths = new HashMap<>();

    /** For the functions of one topology, as their controls read. Not thread-safe. */
    public EffectiveAcs(Topology topology) {
        this(topology, false);
    }

    private EffectiveAcs(Topology topology, boolean asked) {
        this.topology = topology;
        this.asked = asked;
    }

    /**
     * As it will be once an IOMMU driver asks for ACS: Linux {@code pci_enable_acs} then sets what it groups by wherever the
     * capability implements it. Not thread-safe.
     */
    public static EffectiveAcs withIommu(Topology topology) {
        return new EffectiveAcs(topology, true);
    }

    /**
     * Whether one function keeps requests and completions to itself.
     *
     * @param mask bits of the ACS Control register that have to be on where they are implemented; Linux groups by
     *     {@link AcsCapability#ISOLATION}
     */
    public AcsVerdict of(PciFunction function, int mask) {
        return reason(function, mask).verdict();
    }

    /** The same for the mask that Linux groups by. */
    public AcsVerdict of(PciFunction function) {
        return of(function, AcsCapability.ISOLATION);
    }

    private Reason reason(PciFunction function, int mask) {
        return switch (function.role()) {
            case ROOT_PORT, DOWNSTREAM_PORT -> flags(function, mask);
            case PCIE_TO_PCI_BRIDGE, PCI_TO_PCIE_BRIDGE, RCEC -> Reason.NEVER;
            case ENDPOINT, LEGACY_ENDPOINT, UPSTREAM_PORT, RCIEP -> end(function, mask);
            case CONVENTIONAL, PCI_BRIDGE, CARDBUS_BRIDGE -> Reason.CONVENTIONAL;
            case HOST_BRIDGE -> hostBridge(function, mask);
            case UNKNOWN, UNKNOWN_BRIDGE -> Reason.UNREADABLE;
        };
    }

    /** A host bridge is recognised by its class; what counts here is the port type in its PCI Express capability, if any. */
    private Reason hostBridge(PciFunction function, int mask) {
        Optional<PciExpress> express = function.express().capability();
        if (express.isEmpty()) {
            boolean unknown = function.capabilities().standard() == Walked.UNKNOWN;
            return unknown ? Reason.UNREADABLE : Reason.CONVENTIONAL;
        }
        Optional<PortType> type = express.get().type();
        if (type.isEmpty()) {
            return Reason.OTHER;
        }
        return switch (type.get()) {
            case ROOT_PORT, DOWNSTREAM_PORT -> flags(function, mask);
            case PCIE_TO_PCI_BRIDGE, PCI_TO_PCIE_BRIDGE, RCEC -> Reason.NEVER;
            case ENDPOINT, LEGACY_ENDPOINT, UPSTREAM_PORT, RCIEP -> end(function, mask);
        };
    }

    private Reason end(PciFunction function, int mask) {
        Optional<Boolean> several = multifunction(function);
        if (several.isPresent() && !several.get()) {
            return Reason.SINGLE_FUNCTION;
        }
        Reason flags = flags(function, mask);
        // With unknown multifunction only a capability with everything on makes no difference.
        return several.isPresent() || flags == Reason.SWITCHED_ON ? flags : Reason.UNREADABLE;
    }

    private Reason flags(PciFunction function, int mask) {
        Optional<AcsCapability> acs = function.express().acs();
        if (acs.isPresent()) {
            int on = asked ? acs.get().capability() & AcsCapability.ISOLATION : 0;
            AcsCapability after = new AcsCapability(
                    acs.get().offset(), acs.get().capability(), acs.get().control() | on);
            return after.satisfies(mask) ? Reason.SWITCHED_ON : Reason.SWITCHED_OFF;
        }
        boolean unknown = function.capabilities().extended() == Walked.UNKNOWN
                || function.capabilities().extended(AcsCapability.ID).isPresent();
        return unknown ? Reason.UNREADABLE : Reason.NO_CAPABILITY;
    }

    /**
     * Whether Linux takes a function for one of several: the bit in its header, or a function number above 0
     * ({@code pci_scan_slot}). VFs are single functions for it whatever their registers say.
     */
    public Optional<Boolean> multifunction(PciFunction function) {
        if (function.virtual().isPresent()
                || function.record().os().sriov().physicalFunction().isPresent()) {
            return Optional.of(false);
        }
        boolean ariNumber = function.address().rid().device() > 0 && belowLink(function);
        if (function.address().rid().function() > 0 || ariNumber) {
            return Optional.of(true);
        }
        Optional<Boolean> told = function.identity().multifunction();
        return told.isEmpty() && hasSisters(function) ? Optional.of(true) : told;
    }

    /** Where the header is not in the snapshot: Linux looks for others only if function 0 says that there are some. */
    private boolean hasSisters(PciFunction zero) {
        FunctionAddress last = new FunctionAddress(
                zero.address().segment(), new RoutingId(zero.address().rid().value() | 7));
        return topology.byAddress().subMap(zero.address(), false, last, true).values().stream()
                .anyMatch(f -> f.virtual().isEmpty());
    }

    private boolean belowLink(PciFunction function) {
        return function.parent()
                .flatMap(topology::function)
                .filter(p -> p.role().downstreamPort())
                .isPresent();
    }

    /** Whether a bridge and every bridge above it up to the root bus is isolated; empty where that hangs on unknown registers. */
    public Optional<Boolean> path(PciFunction bridge) {
        Optional<Boolean> known = paths.get(bridge.address());
        if (known == null) {
            known = Optional.of(true);
            for (PciFunction up = bridge; up != null; up = above(up)) {
                Optional<Boolean> remembered = paths.get(up.address());
                known = both(known, remembered == null ? of(up).isolated() : remembered);
                if (remembered != null) {
                    break;
                }
            }
            paths.put(bridge.address(), known);
        }
        return known;
    }

    private PciFunction above(PciFunction function) {
        return function.parent().flatMap(topology::function).orElse(null);
    }

    private static Optional<Boolean> both(Optional<Boolean> a, Optional<Boolean> b) {
        boolean no = a.isPresent() && !a.get() || b.isPresent() && !b.get();
        if (no) {
            return Optional.of(false);
        }
        return a.isPresent() ? b : a;
    }

    /** Whether a role is a PCIe port whose ACS is about the devices below it. */
    public static boolean port(PciFunction function) {
        return function.role() == Role.ROOT_PORT || function.role() == Role.DOWNSTREAM_PORT;
    }
}
