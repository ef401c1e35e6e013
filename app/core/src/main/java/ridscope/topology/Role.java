package ridscope.topology;

import java.util.Locale;

/** What a function is in the hierarchy. */
public enum Role {
    HOST_BRIDGE,
    ROOT_PORT,
    UPSTREAM_PORT,
    DOWNSTREAM_PORT,
    ENDPOINT,
    LEGACY_ENDPOINT,
    RCIEP,
    RCEC,
    PCIE_TO_PCI_BRIDGE,
    PCI_TO_PCIE_BRIDGE,
    PCI_BRIDGE,
    CARDBUS_BRIDGE,
    CONVENTIONAL;

    /** As {@code show --json} prints it: {@code root-port}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a bus hangs below it. */
    public boolean bridge() {
        return switch (this) {
            case ROOT_PORT,
                    UPSTREAM_PORT,
                    DOWNSTREAM_PORT,
                    PCIE_TO_PCI_BRIDGE,
                    PCI_TO_PCIE_BRIDGE,
                    PCI_BRIDGE,
                    CARDBUS_BRIDGE -> true;
            default -> false;
        };
    }

    /** Whether a PCIe link hangs below it. */
    public boolean downstreamPort() {
        return this == ROOT_PORT || this == DOWNSTREAM_PORT || this == PCI_TO_PCIE_BRIDGE;
    }
}
