package ridscope.config.layout;

import java.util.List;
import java.util.OptionalLong;

/**
 * One register as it stands in configuration space.
 *
 * @param offset absolute offset in configuration space
 * @param widthBits 8 to 64, a multiple of 8
 * @param name as the specification calls it
 * @param raw its value (64 bits: unsigned); empty when its bytes are not in the snapshot
 * @param meaning the value in words, for registers without fields; may be empty
 * @param fields its bit fields, highest first; may be empty
 */
public record Register(int offset, int widthBits, String name, OptionalLong raw, String meaning, List<Field> fields) {

    public Register {
        fields = List.copyOf(fields);
    }

    /** All digits of the value in hex without prefix, such as {@code 0010}; empty when it is not readable. */
    public String hex() {
        if (raw.isEmpty()) {
            return "";
        }
        return String.format("%0" + widthBits / 4 + "x", raw.getAsLong());
    }

    /** The field of this name, for tests and cards. */
    public Field field(String fieldName) {
        return fields.stream()
                .filter(f -> f.name().equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
    }
}
