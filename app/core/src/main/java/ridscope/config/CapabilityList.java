package ridscope.config;

import java.util.List;
import java.util.Optional;
import ridscope.text.Diagnostic;

/**
 * What the two capability walks found.
 *
 * @param capabilities standard ones in list order, then extended ones in list order
 * @param standard whether the standard list could be read
 * @param extended whether the extended list could be read
 * @param diagnostics {@code CAP_LOOP} and the like; their subject is left empty, the enumerator fills in the address
 */
public record CapabilityList(
        List<Capability> capabilities, Walked standard, Walked extended, List<Diagnostic> diagnostics) {

    /** Whether a list was there to be read. Unknown is not absent. */
    public enum Walked {
        /** The whole list was walked (it may be empty). */
        YES,
        /** The function has no such list: status bit clear, or a 256-byte function. */
        ABSENT,
        /** The bytes are not in the snapshot, so nothing can be said. */
        UNKNOWN
    }

    public CapabilityList {
        capabilities = List.copyOf(capabilities);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The first standard capability with this ID. */
    public Optional<Capability> standard(int id) {
        return first(false, id);
    }

    /** The first extended capability with this ID. */
    public Optional<Capability> extended(int id) {
        return first(true, id);
    }

    private Optional<Capability> first(boolean ext, int id) {
        return capabilities.stream()
                .filter(c -> c.extended() == ext && c.id() == id)
                .findFirst();
    }
}
