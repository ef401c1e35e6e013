package ridscope.config;

import java.util.OptionalInt;
import ridscope.text.Numbers;

/**
 * One entry of a capability list.
 *
 * @param extended whether it stands in extended configuration space (PCIe, from 0x100)
 * @param id capability ID: 8 bits, or 16 when extended
 * @param offset where its header stands
 * @param version extended: bits 19:16 of the header, empty where a listing does not print them; standard: 0
 */
public record Capability(boolean extended, int id, int offset, OptionalInt version) {

    /** One whose version is known. */
    public Capability(boolean extended, int id, int offset, int version) {
        this(extended, id, offset, OptionalInt.of(version));
    }

    /** Two or four lower-case hex digits, as {@code show --json} prints it. */
    public String idText() {
        return Numbers.hexText(id, extended ? 4 : 2);
    }

    /** The field's short name, such as {@code SR-IOV}; {@code Unknown} for an ID without one. */
    public String name() {
        return CapabilityNames.of(extended, id);
    }
}
