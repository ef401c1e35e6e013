package ridscope.enumerate;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
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
        boolean bridge = draft.bridgeHeader() || layoutIs(draft, PCI_BRIDGE_LAYOUT);
        return bridge
                        || classIs(draft, PCI_BRIDGE_CLASS)
                                && draft.header.layout().isEmpty()
                ? Role.PCI_BRIDGE
                : Role.CONVENTIONAL;
    }

    /** Nobody could read the capability list: PCIe shows by sysfs link attributes, by driver, or by a PCIe port above. */
    private static Role guessed(Draft draft) {
        Optional<Role> above = draft.parent.map(p -> p.role);
        boolean belowPort =
                above.filter(r -> r.downstreamPort() || r == Role.UPSTREAM_PORT).isPresent();
        boolean port = draft.record.os().driver().equals(Optional.of("pcieport"));
        boolean express = belowPort || port || draft.record.os().link().isPresent();
        Role plain = byClass(draft);
        if (!express || plain == Role.CARDBUS_BRIDGE) {
            return draft.pf.map(pf -> Role.ENDPOINT).orElse(plain);
        }
        if (plain != Role.PCI_BRIDGE) {
            boolean integrated = above.isEmpty()
                    && draft.pf.isEmpty()
                    && LinkEnds.fromSysfs(draft).isEmpty();
            return integrated ? Role.RCIEP : Role.ENDPOINT;
        }
        if (above.isEmpty()) {
            return Role.ROOT_PORT;
        }
        if (above.get() == Role.UPSTREAM_PORT) {
            return Role.DOWNSTREAM_PORT;
        }
        return port || hasPortsBelow(draft) ? Role.UPSTREAM_PORT : Role.PCIE_TO_PCI_BRIDGE;
    }

    private static boolean hasPortsBelow(Draft draft) {
        return draft.children.stream()
                .anyMatch(c -> c.record.os().driver().equals(Optional.of("pcieport"))
                        || c.express
                                .flatMap(e -> e.type())
                                .filter(PortType.DOWNSTREAM_PORT::equals)
                                .isPresent());
    }

    private static boolean classIs(Draft draft, int wanted) {
        return draft.identity.baseAndSubclass().equals(OptionalInt.of(wanted));
    }

    private static boolean layoutIs(Draft draft, int wanted) {
        return draft.header.layout().equals(OptionalInt.of(wanted));
    }
}
