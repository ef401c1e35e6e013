package ridscope.desktop.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A capability, a register or a bit field.
 *
 * @param kind which of these
 * @param place absolute offset, or the bits of a field: {@code 0x208}, {@code 7:4}
 * @param name as the specification calls it
 * @param value the number; of a capability its ID
 * @param meaning the number in words; may be empty
 * @param tone UNREADABLE or UNKNOWN where there is no number
 * @param bytes where it stands; a field has its register's bytes that hold it
 * @param children registers or fields
 */
record RegisterNode(
        Kind kind,
        String place,
        String name,
        String value,
        String meaning,
        Tone tone,
        ByteSpan bytes,
        List<RegisterNode> children) {

    /** What a node stands for. */
    enum Kind {
        CAPABILITY,
        REGISTER,
        FIELD
    }

    RegisterNode {
        children = List.copyOf(children);
    }

    /** The node itself where every word is found in it; else its children that have them; else nothing. */
    Optional<RegisterNode> filtered(List<String> words) {
        String text = (place + " " + name + " " + value + " " + meaning).toLowerCase(Locale.ROOT);
        if (words.stream().allMatch(text::contains)) {
            return Optional.of(this);
        }
        List<String> missing =
                words.stream().filter(word -> !text.contains(word)).toList();
        List<RegisterNode> kept = children.stream()
                .flatMap(child -> child.filtered(missing).stream())
                .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new RegisterNode(kind, place, name, value, meaning, tone, bytes, kept));
    }
}
