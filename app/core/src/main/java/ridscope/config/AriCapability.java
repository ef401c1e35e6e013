package ridscope.config;

import java.util.Optional;

/**
 * The ARI extended capability (ID 0x0E).
 *
 * @param offset where the capability stands
 * @param nextFunction Next Function Number, capability register bits 15:8; 0 ends the chain
 */
public record AriCapability(int offset, int nextFunction) {

    /** Extended capability ID. */
    public static final int ID = 0x0e;

    static Optional<AriCapability> decode(ConfigSpace config, int at) {
        return config.has(at, 8)
                ? Optional.of(new AriCapability(at, config.u8(at + 5).getAsInt()))
                : Optional.empty();
    }
}
