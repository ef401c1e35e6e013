package ridscope.config.layout;

import java.util.List;
import java.util.Optional;

/**
 * The registers of a header or of one capability, ready for an inspector.
 *
 * @param title such as {@code SR-IOV}
 * @param offset where it starts
 * @param source which document or kernel header the layout follows; empty when there is no layout
 * @param note what a reader must know, such as {@code layout not known}
 * @param registers ascending by offset
 */
public record RegisterTree(
        String title, int offset, Optional<String> source, Optional<String> note, List<Register> registers) {

    public RegisterTree {
        registers = List.copyOf(registers);
    }

    /** The register of this name, for tests and cards. */
    public Register register(String name) {
        return registers.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title + " has no register " + name));
    }
}
