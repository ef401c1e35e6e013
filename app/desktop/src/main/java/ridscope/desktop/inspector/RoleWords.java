package ridscope.desktop.inspector;

import ridscope.desktop.l10n.Messages;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** What a function is, in one word. */
final class RoleWords {

    private RoleWords() {}

    static String of(PciFunction function) {
        String role = of(function.role());
        if (function.virtual().isPresent()) {
            return Messages.text("inspector.role.vf", role);
        }
        return function.physicalFunction() ? Messages.text("inspector.role.pf", role) : role;
    }

    private static String of(Role role) {
        return switch (role) {
            case HOST_BRIDGE -> Messages.text("inspector.role.host-bridge");
            case ROOT_PORT -> Messages.text("inspector.role.root-port");
            case UPSTREAM_PORT -> Messages.text("inspector.role.upstream-port");
            case DOWNSTREAM_PORT -> Messages.text("inspector.role.downstream-port");
            case ENDPOINT -> Messages.text("inspector.role.endpoint");
            case LEGACY_ENDPOINT -> Messages.text("inspector.role.legacy-endpoint");
            case RCIEP -> Messages.text("inspector.role.rciep");
            case RCEC -> Messages.text("inspector.role.rcec");
            case PCIE_TO_PCI_BRIDGE -> Messages.text("inspector.role.pcie-to-pci-bridge");
            case PCI_TO_PCIE_BRIDGE -> Messages.text("inspector.role.pci-to-pcie-bridge");
            case PCI_BRIDGE -> Messages.text("inspector.role.pci-bridge");
            case CARDBUS_BRIDGE -> Messages.text("inspector.role.cardbus-bridge");
            case CONVENTIONAL -> Messages.text("inspector.role.conventional");
            case UNKNOWN -> Messages.text("inspector.role.unknown");
            case UNKNOWN_BRIDGE -> Messages.text("inspector.role.unknown-bridge");
        };
    }
}
