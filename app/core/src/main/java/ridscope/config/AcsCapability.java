package ridscope.config;

import java.util.Optional;

/**
 * The ACS extended capability (ID 0x0D; Linux {@code PCI_ACS_*}).
 *
 * @param offset where the capability stands
 * @param capability register at +0x04
 * @param control register at +0x06
 */
public record AcsCapability(int offset, int capability, int control) {

    /** Extended capability ID. */
    public static final int ID = 0x0d;

    /** Source Validation, Request Redirect, Completion Redirect, Upstream Forwarding: what Linux groups by. */
    public static final int ISOLATION = 0x1d;

    static Optional<AcsCapability> decode(ConfigSpace config, int at) {
        return config.has(at, 8)
                ? Optional.of(new AcsCapability(
                        at, config.u16(at + 4).getAsInt(), config.u16(at + 6).getAsInt()))
                : Optional.empty();
    }

    /** Linux {@code pci_acs_flags_enabled}: what is not implemented need not be enabled, except Egress Control. */
    public boolean satisfies(int mask) {
        int need = mask & (capability | 0x20);
        return (control & need) == need;
    }
}
