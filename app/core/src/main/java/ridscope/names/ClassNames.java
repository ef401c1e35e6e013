package ridscope.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ridscope.text.Numbers;

/** Names of all class codes, from a table of our own, so that a class has the same name on every machine. Immutable. */
final class ClassNames {

    private static final String TABLE = "classes.txt";

    private final Map<String, Entry> entries = new HashMap<>();

    /**
     * @param word for pictures
     * @param name for lines
     */
    record Entry(String word, String name) {}

    ClassNames() {
        try (InputStream table = ClassNames.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] columns = line.split(" \\| ", 3);
        entries.put(columns[0], new Entry(columns[1], columns[2]));
    }

    /**
     * The entry of a class, or of its base class where the subclass is unknown.
     *
     * @param baseAndSubclass 16 bits
     */
    Optional<Entry> of(int baseAndSubclass) {
        String code = Numbers.hexText(baseAndSubclass, 4);
        return Optional.ofNullable(entries.get(code)).or(() -> Optional.ofNullable(entries.get(code.substring(0, 2))));
    }
}
