package ridscope.enumerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.config.BridgeBuses;
import ridscope.config.CapabilityList;
import ridscope.config.Header;
import ridscope.config.PciExpress;
import ridscope.host.FunctionRecord;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Identity;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Place;
import ridscope.topology.Role;
import ridscope.topology.Siov;
import ridscope.topology.Slot;
import ridscope.topology.SrIov;
import ridscope.topology.VirtualFunction;

/** A function while the pieces of its model are being found. Lives inside one run of {@link Enumerator}. */
final class Draft {

    static final int UNKNOWN_BUS = -1;
    private static final int PCI_BRIDGE_CLASS = 0x0604;
    private static final int CARDBUS_BRIDGE_CLASS = 0x0607;

    final FunctionRecord record;
    final FunctionAddress address;
    final Header header;
    final CapabilityList capabilities;
    final Optional<BridgeBuses> bridge;
    final Optional<PciExpress> express;
    final Optional<AriCapability> ari;
    final Optional<AcsCapability> acs;
    final List<Draft> children = new ArrayList<>();
    Identity identity;
    Optional<SrIov> sriov = Optional.empty();
    Optional<Siov> siov = Optional.empty();
    Optional<VirtualFunction> virtual = Optional.empty();
    Optional<Draft> pf = Optional.empty();
    boolean ownsVfs;
    Optional<Draft> parent = Optional.empty();
    Optional<LinkEnd> link = Optional.empty();
    Optional<Slot> slot = Optional.empty();
    Role role = Role.UNKNOWN;
    int rootBus = UNKNOWN_BUS;

    Draft(FunctionRecord record, DraftReader.Registers registers) {
        this.record = record;
        address = record.address();
        header = registers.header();
        capabilities = registers.capabilities();
        bridge = registers.bridge();
        express = registers.express();
        ari = registers.ari();
        acs = registers.acs();
        identity = registers.identity();
    }

    int bus() {
        return address.bus();
    }

    boolean bridgeHeader() {
        return bridge.isPresent();
    }

    /** A bridge whose buses the source does not tell. */
    boolean blindBridge() {
        OptionalInt kind = identity.baseAndSubclass();
        boolean bridging = identity.headerType().orElse(0) != 0
                || kind.equals(OptionalInt.of(PCI_BRIDGE_CLASS))
                || kind.equals(OptionalInt.of(CARDBUS_BRIDGE_CLASS));
        return bridge.isEmpty() && pf.isEmpty() && bridging && children.isEmpty();
    }

    /** IDs that read all ones, as those of every VF do (Linux {@code pci_iov_add_virtfn} fills them in). */
    boolean maskedIds() {
        return header.vendor().equals(OptionalInt.of(0xffff)) && header.device().equals(OptionalInt.of(0xffff));
    }

    PciFunction freeze() {
        return new PciFunction(
                record,
                identity,
                role,
                new Place(
                        parent.map(p -> p.address),
                        rootBus,
                        slot,
                        record.os().place().numaNode(),
                        record.os().place().iommuGroup()),
                bridge,
                capabilities,
                new PciFunction.Express(express, link, ari, acs),
                new PciFunction.Iov(sriov, siov, virtual));
    }
}
