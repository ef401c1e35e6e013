package ridscope.source.machine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One line of the text with what stands below it. */
final class Element {

    private final Kind kind;
    private final int line;
    private final Map<Key, Integer> numbers = new EnumMap<>(Key.class);
    private final List<Element> below = new ArrayList<>();
    private Optional<String> name = Optional.empty();

    Element(Kind kind, int line) {
        this.kind = kind;
        this.line = line;
    }

    Kind kind() {
        return kind;
    }

    int line() {
        return line;
    }

    List<Element> below() {
        return below;
    }

    Optional<String> name() {
        return name;
    }

    void name(String text) {
        name = Optional.of(text);
    }

    void put(Key key, int value) {
        numbers.put(key, value);
    }

    boolean has(Key key) {
        return key == Key.NAME ? name.isPresent() : numbers.containsKey(key);
    }

    OptionalInt get(Key key) {
        Integer value = numbers.get(key);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    int get(Key key, int otherwise) {
        return numbers.getOrDefault(key, otherwise);
    }

    int times() {
        return get(Key.TIMES, 1);
    }

    /** As messages call it: {@code port of line 7}. */
    @Override
    public String toString() {
        return kind + " of line " + line;
    }
}
