package ridscope.host;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a snapshot comes from.
 *
 * @param kind source kind: {@code live}, {@code json}, {@code lspci-hex}, {@code sysfs} … A JSON snapshot keeps the kind it
 *     was captured with
 * @param host host name
 * @param kernel kernel release
 * @param capturedAt when the facts were read
 * @param tool what wrote it, such as {@code lspci} or {@code RIDscope 0.1}
 * @param privileged whether full configuration space could be read
 * @param thisMachine whether it was read from the running machine just now
 */
public record Provenance(
        String kind,
        Optional<String> host,
        Optional<String> kernel,
        Optional<Instant> capturedAt,
        Optional<String> tool,
        Optional<Boolean> privileged,
        boolean thisMachine) {

    /** A foreign snapshot of which only the kind is known. */
    public static Provenance of(String kind) {
        return new Provenance(
                kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
