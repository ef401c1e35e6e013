package ridscope.source.lspci;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.text.Numbers;

/** Finds out which capability a text of lspci means, from a table of all its wordings. Immutable. */
final class CapabilityWords {

    private static final String TABLE = "capabilities.txt";
    private static final int EXTENDED_DIGITS = 4;

    /** What lspci prints for an ID it has no name for: {@code Extended Capability ID 0x38}, before 3.6 {@code #38}. */
    private static final Pattern NUMBER = Pattern.compile("(?:(?:Extended )?Capability ID 0x|#)([0-9a-f]{1,4})\\b.*");

    private final List<Wording> wordings = new ArrayList<>();

    private record Wording(boolean extended, int id, String start) {}

    CapabilityWords() {
        try (InputStream table = CapabilityWords.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] columns = line.split(" \\| ", 2);
        wordings.add(new Wording(
                columns[0].length() == EXTENDED_DIGITS, Numbers.hex(columns[0]).orElseThrow(), columns[1]));
    }

    /** The ID; empty for a wording nobody has used so far. */
    OptionalInt id(boolean extended, String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return Numbers.hex(number.group(1));
        }
        Wording best = null;
        for (Wording wording : wordings) {
            boolean fits = wording.extended == extended
                    && text.regionMatches(true, 0, wording.start, 0, wording.start.length());
            if (fits && (best == null || best.start.length() < wording.start.length())) {
                best = wording;
            }
        }
        return best == null ? OptionalInt.empty() : OptionalInt.of(best.id);
    }
}
