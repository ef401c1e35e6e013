package ridscope.enumerate;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.PortType;
import ridscope.topology.Role;

/**
 * Decides what every function is: by PCIe port type with the two corrections of Linux {@code set_pcie_port_type}, by class
 * where there is no PCI Express capability, and by the neighbours where nobody could read whether there is one.
 */
final class Roles {

    private static final int HOST_BRIDGE_CLASS = 0x0600;
    private static final int PCI_BRIDGE_CLASS = 0x0604;
    private static final int CARDBUS_BRIDGE_CLASS = 0x0607;
    private static final int PCI_BRIDGE_LAYOUT = 1;
    private static final int CARDBUS_LAYOUT = 2;
    private static final int EVENT_COLLECTOR_CLASS = 0x0807;
    private static final int CONVENTIONAL_SPACE = 256;
    private static final Set<PortType> LINK_BELOW_A_PORT = EnumSet.of(
            PortType.ENDPOINT, PortType.LEGACY_ENDPOINT, PortType.UPSTREAM_PORT, PortType.PCIE_TO_PCI_BRIDGE);

    private Roles() {}

    /** From the top down, because a correction looks at the corrected role above. */
    static void decide(Collection<Draft> drafts) {
        Deque<Draft> todo = new ArrayDeque<>();
        drafts.stream().filter(d -> d.parent.isEmpty()).forEach(todo::add);
        while (!todo.isEmpty()) {
            Draft draft = todo.remove();
            draft.role = role(draft);
            todo.addAll(draft.children);
        }
    }

    private static Role role(Draft draft) {
        if (classIs(draft, HOST_BRIDGE_CLASS) && !draft.bridgeHeader()) {
            return Role.HOST_BRIDGE;
        }
        Optional<PortType> type = draft.express.flatMap(e -> e.type());
        if (type.isPresent()) {
            return corrected(type.get(), draft.parent.map(p -> p.role));
        }
        if (draft.capabilities.standard() == Walked.UNKNOWN) {
            return guessed(draft);
        }
        return byClass(draft);
    }

    private static Role corrected(PortType type, Optional<Role> above) {
        if (type == PortType.DOWNSTREAM_PORT
                && above.filter(Role::downstreamPort).isPresent()) {
            return Role.UPSTREAM_PORT;
        }
        if (type == PortType.UPSTREAM_PORT && above.equals(Optional.of(Role.UPSTREAM_PORT))) {
            return Role.DOWNSTREAM_PORT;
        }
        return Role.valueOf(type.name());
    }

    private static Role byClass(Draft draft) {
        if (classIs(draft, CARDBUS_BRIDGE_CLASS) || layoutIs(draft, CARDBUS_LAYOUT)) {
            return Role.CARDBUS_BRIDGE;
        }
        boolean bridge = draft.bridgeHeader() || layoutIs(draft, PCI_BRIDGE_LAYOUT) || onlyKnownFromBelow(draft);
        return bridge
                        || classIs(draft, PCI_BRIDGE_CLASS)
                                && draft.identity.headerType().isEmpty()
                ? Role.PCI_BRIDGE
                : Role.CONVENTIONAL;
    }

    /** Nothing says what it is, but the source's nesting shows functions behind it. */
    private static boolean onlyKnownFromBelow(Draft draft) {
        return draft.identity.headerType().isEmpty()
                && draft.identity.baseAndSubclass().isEmpty()
                && draft.children.stream().anyMatch(c -> c.pf.isEmpty());
    }

    /**
     * Nobody could read the capability list. That a function is conventional shows by the bus it is on only, never by the
     * absence of a sign.
     */
    private static Role guessed(Draft draft) {
        Role plain = byClass(draft);
        if (plain == Role.CARDBUS_BRIDGE) {
            return plain;
        }
        if (plain == Role.PCI_BRIDGE) {
            return bridge(draft);
        }
        if (draft.pf.isPresent()) {
            return likePf(draft.pf.get());
        }
        if (!express(draft)) {
            return onConventionalBus(draft) ? Role.CONVENTIONAL : Role.UNKNOWN;
        }
        boolean integrated = draft.parent.isEmpty() && LinkEnds.fromSysfs(draft).isEmpty();
        Role inComplex = classIs(draft, EVENT_COLLECTOR_CLASS) ? Role.RCEC : Role.RCIEP;
        return integrated ? inComplex : Role.ENDPOINT;
    }

    /** A VF has its PF's port type (SR-IOV 3.5.2); a PF that is not readable either is an endpoint all the same. */
    private static Role likePf(Draft pf) {
        return pf.express
                .flatMap(e -> e.type())
                .map(t -> Role.valueOf(t.name()))
                .orElse(Role.ENDPOINT);
    }

    private static Role bridge(Draft draft) {
        boolean port = drivenAsPort(draft);
        if (draft.parent.isEmpty()) {
            boolean rootPort = express(draft) || calledRootPort(draft) || hasDevicesBelow(draft);
            return rootPort ? Role.ROOT_PORT : Role.UNKNOWN_BRIDGE;
        }
        Role above = draft.parent.get().role;
        if (above == Role.UPSTREAM_PORT) {
            return Role.DOWNSTREAM_PORT;
        }
        if (!above.downstreamPort()) {
            return Role.UNKNOWN_BRIDGE;
        }
        if (port || hasPortsBelow(draft)) {
            return Role.UPSTREAM_PORT;
        }
        return draft.children.stream().anyMatch(Roles::provedConventional)
                ? Role.PCIE_TO_PCI_BRIDGE
                : Role.UNKNOWN_BRIDGE;
    }

    /**
     * Signs of PCIe: a port above, the port driver, the link attributes that Linux shows for PCIe functions only, and a
     * configuration space beyond 256 bytes.
     */
    private static boolean express(Draft draft) {
        Optional<Role> above = draft.parent.map(p -> p.role);
        return above.filter(r -> r.downstreamPort() || r == Role.UPSTREAM_PORT).isPresent()
                || drivenAsPort(draft)
                || draft.record.os().link().isPresent()
                || draft.record.configSize() > CONVENTIONAL_SPACE;
    }

    private static boolean drivenAsPort(Draft draft) {
        return draft.record.os().driver().equals(Optional.of("pcieport"));
    }

    private static boolean provedConventional(Draft draft) {
        return draft.pf.isEmpty() && draft.capabilities.standard() != Walked.UNKNOWN && draft.express.isEmpty();
    }

    /** The bus below a bridge that is known to lead to conventional PCI. */
    private static boolean onConventionalBus(Draft draft) {
        return draft.parent
                .filter(p -> p.role == Role.PCIE_TO_PCI_BRIDGE || p.role == Role.CARDBUS_BRIDGE)
                .isPresent();
    }

    private static boolean calledRootPort(Draft draft) {
        return draft.record
                .os()
                .names()
                .device()
                .filter(n -> n.toLowerCase(Locale.ROOT).contains("root port"))
                .isPresent();
    }

    /** Whether something below has the upper end of a link. */
    private static boolean hasDevicesBelow(Draft draft) {
        return draft.children.stream()
                .anyMatch(c -> c.express
                                .flatMap(e -> e.type())
                                .filter(LINK_BELOW_A_PORT::contains)
                                .isPresent()
                        || LinkEnds.fromSysfs(c).isPresent());
    }

    private static boolean hasPortsBelow(Draft draft) {
        return draft.children.stream()
                .anyMatch(c -> drivenAsPort(c)
                        || c.express
                                .flatMap(e -> e.type())
                                .filter(PortType.DOWNSTREAM_PORT::equals)
                                .isPresent());
    }

    private static boolean classIs(Draft draft, int wanted) {
        return draft.identity.baseAndSubclass().equals(OptionalInt.of(wanted));
    }

    private static boolean layoutIs(Draft draft, int wanted) {
        return draft.identity.headerType().equals(OptionalInt.of(wanted));
    }
}
