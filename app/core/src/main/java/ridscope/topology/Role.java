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
    CONVENTIONAL,
    /** No bridge, and nothing readable tells whether it is PCIe. */
    UNKNOWN,
    /** A bridge that may be a PCIe port or none: its capabilities could not be read and nothing else tells. */
    UNKNOWN_BRIDGE;

    /** Whether the kind is known; {@code show --json} leaves the role out where it is not. */
    public boolean known() {
        return this != UNKNOWN && this != UNKNOWN_BRIDGE;
    }

    /** As {@code show --json} prints it: {@code root-port}; words for a person where the kind is not known. */
    public String id() {
        return switch (this) {
            case UNKNOWN -> "kind not readable";
            case UNKNOWN_BRIDGE -> "bridge, kind not readable";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
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
                    CARDBUS_BRIDGE,
                    UNKNOWN_BRIDGE -> true;
            default -> false;
        };
    }

    /** Whether a PCIe link is known to hang below it. */
    public boolean downstreamPort() {
        return this == ROOT_PORT || this == DOWNSTREAM_PORT || this == PCI_TO_PCIE_BRIDGE;
    }
}
