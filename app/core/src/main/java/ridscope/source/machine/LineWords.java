package ridscope.source.machine;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.rid.Segment;
import ridscope.source.Limits;
import ridscope.text.Numbers;

/** Reads what a line says about its element. What it cannot read is a mistake and changes nothing. */
final class LineWords {

    private record Range(Key key, int least, int most) {}

    private static final Map<String, Range> NUMBERS = Map.of(
            "slot", new Range(Key.SLOT, 0, 0x1fff),
            "vfs", new Range(Key.VFS, 1, 0xffff),
            "sdis", new Range(Key.SDIS, 1, 0xffff),
            "times", new Range(Key.TIMES, 1, 256),
            "numa", new Range(Key.NUMA, 0, 0xffff));
    private static final Map<String, Key> FLAGS = Map.of("hotplug", Key.HOTPLUG, "ari", Key.ARI, "acs", Key.ACS);
    private static final Set<Integer> WIDTHS = Set.of(1, 2, 4, 8, 12, 16, 32);
    private static final Pattern PLACE = Pattern.compile("([01][0-9a-fA-F])\\.([0-7])");
    private static final Pattern IDS = Pattern.compile("([0-9a-fA-F]{4}):([0-9a-fA-F]{4})");
    private static final Pattern BUSES = Pattern.compile("([0-9a-fA-F]{2})(?:-([0-9a-fA-F]{2}))?");
    private static final Pattern ROOT_BUSES =
            Pattern.compile("(?:([0-9a-fA-F]{4,8}):)?([0-9a-fA-F]{2})(?:-([0-9a-fA-F]{2}))?");
    private static final int LAST_GENERATION = 7;

    private final Element element;
    private final Words words;
    private final Mistakes mistakes;

    /** What {@code offset} and {@code stride} are about. */
    private Key last = Key.NUMBER;

    private LineWords(Element element, Words words, Mistakes mistakes) {
        this.element = element;
        this.words = words;
        this.mistakes = mistakes;
    }

    static void read(Element element, Words words, Mistakes mistakes) {
        LineWords reader = new LineWords(element, words, mistakes);
        while (words.more()) {
            reader.word(words.next());
        }
    }

    private void word(String word) {
        if (words.inQuotes()) {
            name(word);
        } else if (FLAGS.containsKey(word)) {
            put(FLAGS.get(word), 1, word);
        } else if (NUMBERS.containsKey(word)) {
            number(NUMBERS.get(word), word);
        } else {
            switch (word) {
                case "offset" -> of(Key.VF_OFFSET, Key.SDI_OFFSET, word);
                case "stride" -> of(Key.VF_STRIDE, Key.SDI_STRIDE, word);
                case "bus" -> buses(BUSES.matcher(words.next()), word);
                case "class" -> classCode(words.next());
                case "vf-device" -> hex(Key.VF_DEVICE, words.next(), word);
                default -> form(word);
            }
        }
    }

    /** Words that show by their form what they are. */
    private void form(String word) {
        Matcher place = PLACE.matcher(word);
        Matcher ids = IDS.matcher(word);
        Matcher buses = ROOT_BUSES.matcher(word);
        if (place.matches() && element.kind().may(Key.DEVFN)) {
            put(Key.DEVFN, hex(place.group(1)) << 3 | hex(place.group(2)), word);
        } else if (element.kind() == Kind.HOST_BRIDGE && buses.matches()) {
            rootBuses(buses, word);
        } else if (ids.matches()) {
            put(Key.VENDOR, hex(ids.group(1)), word);
            put(Key.DEVICE, hex(ids.group(2)));
        } else if (word.startsWith("x") && WIDTHS.contains(decimal(word, 1))) {
            put(Key.WIDTH, decimal(word, 1), word);
        } else if (word.startsWith("gen") && decimal(word, 3) >= 1 && decimal(word, 3) <= LAST_GENERATION) {
            put(Key.GENERATION, decimal(word, 3), word);
        } else if (element.kind() == Kind.FUNCTION && decimal(word, 0) >= 0 && decimal(word, 0) <= 0xff) {
            put(Key.NUMBER, decimal(word, 0), word);
        } else {
            unknown(word);
        }
    }

    private void unknown(String word) {
        mistake("'" + shortened(word) + "' is not known; a " + element.kind() + " may have "
                + element.kind().expectedWords());
    }

    private void put(Key key, int value, String word) {
        if (!element.kind().may(key)) {
            unknown(word);
        } else if (element.has(key)) {
            mistake("'" + word + "' says again what this line has said; the first counts");
        } else {
            put(key, value);
        }
        last = key == Key.VFS || key == Key.SDIS ? key : last;
    }

    private void put(Key key, int value) {
        if (!element.has(key)) {
            element.put(key, value);
        }
    }

    private void name(String text) {
        if (text.length() > Limits.TEXT || !element.kind().may(Key.NAME)) {
            unknown("\"" + text + "\"");
        } else if (!text.isBlank()) {
            element.name(text.strip());
        }
    }

    private void number(Range range, String word) {
        int value = decimal(words.peek(), 0);
        if (value < range.least() || value > range.most()) {
            mistake(word + " takes a number from " + range.least() + " to " + range.most() + ", not '"
                    + shortened(words.next()) + "'");
        } else {
            words.next();
            put(range.key(), value, word);
        }
    }

    private void of(Key ofVfs, Key ofSdis, String word) {
        int value = decimal(words.peek(), 0);
        if (last != Key.VFS && last != Key.SDIS) {
            mistake(word + " belongs behind vfs or sdis");
            words.next();
        } else if (value < 1 || value > 0xffff) {
            mistake(word + " takes a number from 1 to 65535, not '" + shortened(words.next()) + "'");
        } else {
            words.next();
            put(last == Key.VFS ? ofVfs : ofSdis, value);
        }
    }

    private void buses(Matcher text, String word) {
        if (!text.matches() || !range(text.group(1), text.group(2))) {
            mistake("bus takes one bus or a range from low to high in hex, such as 10 or 10-1f");
            return;
        }
        put(Key.FIRST_BUS, hex(text.group(1)), word);
        if (text.group(2) != null) {
            put(Key.LAST_BUS, hex(text.group(2)));
        }
    }

    private void rootBuses(Matcher text, String word) {
        if (!range(text.group(2), text.group(3))) {
            mistake("the buses of a host-bridge go from low to high, such as 0000:00-3f");
            return;
        }
        put(Key.SEGMENT, text.group(1) == null ? Segment.ZERO.number() : hex(text.group(1)), word);
        put(Key.FIRST_BUS, hex(text.group(2)));
        put(Key.LAST_BUS, text.group(3) == null ? 0xff : hex(text.group(3)));
    }

    private static boolean range(String first, String last) {
        return last == null || hex(first) <= hex(last);
    }

    private void classCode(String text) {
        OptionalInt code = Classes.code(text);
        if (code.isPresent()) {
            put(Key.CLASS, code.getAsInt(), "class");
        } else {
            mistake("class takes four or six hex digits or one of " + Classes.words() + ", not '" + shortened(text)
                    + "'");
        }
    }

    private void hex(Key key, String text, String word) {
        if (text.length() == 4 && Numbers.hex(text).isPresent()) {
            put(key, hex(text), word);
        } else {
            mistake(word + " takes four hex digits, not '" + shortened(text) + "'");
        }
    }

    private void mistake(String sentence) {
        mistakes.add(element.line(), sentence);
    }

    private static int hex(String digits) {
        return Numbers.hex(digits).orElse(0);
    }

    /** −1 if the text is no decimal number from some position on. */
    private static int decimal(String text, int from) {
        String digits = text.substring(Math.min(from, text.length()));
        return digits.isEmpty() || digits.charAt(0) == '-'
                ? -1
                : Numbers.decimal(digits).orElse(-1);
    }

    private static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 39) + "…";
    }
}
