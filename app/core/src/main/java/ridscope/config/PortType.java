package ridscope.config;

import java.util.Optional;

/** Device/Port Type of the PCI Express capability (Flags bits 7:4). */
public enum PortType {
    ENDPOINT(0),
    LEGACY_ENDPOINT(1),
    ROOT_PORT(4),
    UPSTREAM_PORT(5),
    DOWNSTREAM_PORT(6),
    PCIE_TO_PCI_BRIDGE(7),
    PCI_TO_PCIE_BRIDGE(8),
    RCIEP(9),
    RCEC(10);

    private final int code;

    PortType(int code) {
        this.code = code;
    }

    /** By the 4-bit code; empty for reserved ones. */
    public static Optional<PortType> of(int code) {
        for (PortType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Linux {@code pcie_downstream_port}: a link hangs below it. */
    public boolean downstream() {
        return this == ROOT_PORT || this == DOWNSTREAM_PORT || this == PCI_TO_PCIE_BRIDGE;
    }
}
