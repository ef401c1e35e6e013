package ridscope.source.machine;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a line describes, where it may stand and what it may say. */
enum Kind {
    HOST_BRIDGE("host-bridge", Set.of(), EnumSet.of(Key.SEGMENT, Key.NUMA)),
    ROOT_PORT("root-port", Set.of(HOST_BRIDGE), Sets.PORT),
    SWITCH("switch", Set.of(), Sets.UPSTREAM),
    PORT("port", Set.of(SWITCH), Sets.PORT),
    DEVICE("device", Set.of(HOST_BRIDGE, ROOT_PORT, PORT), Sets.DEVICE),
    FUNCTION("function", Set.of(DEVICE), Sets.FUNCTION);

    /** What the kinds have in common. */
    private static final class Sets {
        static final Set<Key> UPSTREAM =
                EnumSet.of(Key.VENDOR, Key.WIDTH, Key.GENERATION, Key.ACS, Key.FIRST_BUS, Key.NAME);
        static final Set<Key> PORT = with(UPSTREAM, Key.DEVFN, Key.HOTPLUG, Key.SLOT, Key.ARI, Key.TIMES);
        static final Set<Key> FUNCTION = EnumSet.of(
                Key.NUMBER, Key.VENDOR, Key.CLASS, Key.ACS, Key.VFS, Key.VF_DEVICE, Key.SDIS, Key.TIMES, Key.NAME);
        static final Set<Key> DEVICE = with(FUNCTION, Key.DEVFN, Key.WIDTH, Key.GENERATION, Key.ARI);

        static {
            DEVICE.remove(Key.NUMBER);
        }

        private static Set<Key> with(Set<Key> some, Key... more) {
            Set<Key> all = EnumSet.copyOf(some);
            all.addAll(Arrays.asList(more));
            return all;
        }
    }

    private final String word;

    // No set in the JDK has a type that says it cannot change; nothing here changes them.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Kind> above;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Key> keys;

    Kind(String word, Set<Kind> above, Set<Key> keys) {
        this.word = word;
        this.above = above;
        this.keys = Collections.unmodifiableSet(keys);
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }

    /** Whether it may stand below another, or at the outermost level. */
    boolean below(Optional<Kind> other) {
        if (this == SWITCH) {
            return other.filter(k -> k == ROOT_PORT || k == PORT).isPresent();
        }
        return other.isEmpty() ? above.isEmpty() : above.contains(other.get());
    }

    /** Whether a line of this kind may say this. */
    boolean may(Key key) {
        return keys.contains(key);
    }

    /** What may stand below it, for a message. */
    static String expectedBelow(Optional<Kind> parent) {
        return Arrays.stream(values())
                .filter(k -> k.below(parent))
                .map(k -> k.word)
                .collect(Collectors.joining(" or "));
    }

    /** What it may say, for a message. */
    String expectedWords() {
        return keys.stream().map(Key::form).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return word;
    }
}
