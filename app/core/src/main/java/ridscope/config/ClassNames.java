package ridscope.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.text.Numbers;

/** Names of all class codes, from a table of our own, so that a class has the same name on every machine. Immutable. */
public final class ClassNames {

    private static final String TABLE = "classes.txt";
    private static final int SUBCLASS_DIGITS = 4;

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Integer> listed = new HashMap<>();

    /**
     * @param word for pictures
     * @param name for lines
     */
    public record Entry(String word, String name) {}

    /** Reads the table. */
    public ClassNames() {
        try (InputStream table = ClassNames.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] columns = line.split(" \\| ", 4);
        entries.put(columns[0], new Entry(columns[1], columns[2]));
        if (columns[0].length() == SUBCLASS_DIGITS) {
            for (String name : columns[columns.length - 1].split("; ")) {
                listed.putIfAbsent(
                        name.toLowerCase(Locale.ROOT), Numbers.hex(columns[0]).orElseThrow());
            }
        }
    }

    /**
     * The entry of a class, or of its base class where the subclass is unknown.
     *
     * @param baseAndSubclass 16 bits
     */
    public Optional<Entry> of(int baseAndSubclass) {
        String code = Numbers.hexText(baseAndSubclass, SUBCLASS_DIGITS);
        return Optional.ofNullable(entries.get(code)).or(() -> Optional.ofNullable(entries.get(code.substring(0, 2))));
    }

    /** All classes by code: two hex digits of a base class, four with the subclass. */
    public Map<String, Entry> all() {
        return Collections.unmodifiableMap(entries);
    }

    /**
     * The class, 16 bits, that lspci prints under this name. It prints the name of a base class only with the number behind
     * it, so a name alone is that of a subclass.
     */
    public OptionalInt listedAs(String name) {
        Integer code = listed.get(name.toLowerCase(Locale.ROOT));
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
