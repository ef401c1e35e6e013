package ridscope.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.CapabilityList.Walked;
import ridscope.text.Diagnostic;

/**
 * Walks the standard and extended capability lists with every guard Linux has ({@code __pci_find_next_cap_ttl},
 * {@code pci_find_next_ext_capability}, {@code pci_cfg_space_size}) and some more: loops, bad pointers, silence and missing
 * bytes are told apart and said.
 */
public final class CapabilityWalk {

    private CapabilityWalk() {}

    /** {@link #walk(ConfigSpace, int)} for a source that does not say how large the configuration space is. */
    public static CapabilityList walk(ConfigSpace config) {
        return walk(config, 0);
    }

    /**
     * Never throws, whatever the bytes say.
     *
     * @param config the bytes that were readable
     * @param claimedSize the size the source claims for the space (256 or 4,096), 0 when it does not say; it decides
     *     whether bytes that are missing could exist
     */
    public static CapabilityList walk(ConfigSpace config, int claimedSize) {
        List<Capability> found = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (silent(config)) {
            return new CapabilityList(found, Walked.UNKNOWN, Walked.UNKNOWN, diagnostics);
        }
        Walked standard = new StandardWalk(config, found, diagnostics).run();
        Walked extended = extendedSpace(config, claimedSize, standard, found)
                .orElseGet(() -> new ExtendedWalk(config, found, diagnostics).run());
        return new CapabilityList(found, standard, extended, diagnostics);
    }

    /** Status cannot be all ones (reserved bits read 0): the function did not answer, as in D3cold. */
    private static boolean silent(ConfigSpace config) {
        OptionalInt status = config.u16(0x06);
        return status.isEmpty() || status.getAsInt() == 0xffff;
    }

    /** Why the extended list is not walked; empty when there are bytes to walk. */
    private static Optional<Walked> extendedSpace(
            ConfigSpace config, int claimedSize, Walked standard, List<Capability> found) {
        if (claimedSize > 0 && claimedSize <= 256 && config.length() <= 256) {
            return Optional.of(Walked.ABSENT);
        }
        boolean possible = ExtendedSpace.possible(config, found, Math.max(claimedSize, config.length()));
        if (!possible) {
            return Optional.of(standard == Walked.UNKNOWN ? Walked.UNKNOWN : Walked.ABSENT);
        }
        if (!config.has(0x100, 4)) {
            return Optional.of(Walked.UNKNOWN);
        }
        return ExtendedSpace.alias(config) ? Optional.of(Walked.ABSENT) : Optional.empty();
    }
}
