package ridscope.source.lspci;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;

/**
 * One function as {@code lspci -m} prints it in a line of quoted words, or {@code -vmm} (or the old {@code -vm}) in a line
 * for each key.
 */
final class MachineRecord {

    private static final Pattern SLOT = Pattern.compile("(?:Slot|Device):[ \\t]+([0-9a-f:.]{7,16})");
    private static final Pattern FIELD = Pattern.compile(
            "(Class|Vendor|Device|SVendor|SDevice|Rev|ProgIf|PhySlot|Driver|Module|NUMANode|IOMMUGroup|DTNode):[ \\t]+(.*)");
    private static final Pattern WORD = Pattern.compile(" (?:\"((?:[^\"\\\\]|\\\\.)*)\"|-([rp])([0-9a-f]{2}))");
    private static final Pattern NUMBERED = Pattern.compile("(?:(.*) )?\\[([0-9a-f]{4})\\]|(?:Device )?([0-9a-f]{4})");
    private static final int ID_DIGITS = 4;
    private static final String[] QUOTED = {"Class", "Vendor", "Device", "SVendor", "SDevice"};

    private final Map<String, String> fields = new HashMap<>();

    /** The function whose record starts with this line; empty if none does. */
    static Optional<FunctionAddress> start(String line) {
        Matcher m = SLOT.matcher(line);
        return m.matches() ? FunctionAddress.parse(m.group(1)) : Optional.empty();
    }

    /** Whether a line is a whole record of {@code lspci -m}. */
    static boolean isLine(String line) {
        int space = line.indexOf(' ');
        return space > 0
                && line.startsWith("\"", space + 1)
                && words(line.substring(space)).size() >= 3;
    }

    /** The record in a line of {@code lspci -m}. */
    static MachineRecord ofLine(String line) {
        MachineRecord record = new MachineRecord();
        List<String> words = words(line.substring(line.indexOf(' ')));
        for (int i = 0; i < Math.min(words.size(), QUOTED.length); i++) {
            record.fields.put(QUOTED[i], words.get(i));
        }
        Matcher m = WORD.matcher(line);
        while (m.find()) {
            if (m.group(2) != null) {
                record.fields.put(m.group(2).equals("r") ? "Rev" : "ProgIf", m.group(3));
            }
        }
        return record;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            if (m.group(1) != null) {
                words.add(m.group(1).replaceAll("\\\\(.)", "$1"));
            }
        }
        return words;
    }

    /** Takes a line of a record; false if it is none. */
    boolean add(String line) {
        Matcher m = FIELD.matcher(line);
        if (!m.matches()) {
            return false;
        }
        fields.putIfAbsent(m.group(1), m.group(2).strip());
        return true;
    }

    /** What the record says of the things that a header line has. */
    HeaderLine header(FunctionAddress address) {
        Named vendor = named("Vendor");
        Named device = named("Device");
        return new HeaderLine(
                address,
                HeaderLine.classPair(fields.getOrDefault("Class", "")),
                HeaderLine.hexUpTo(fields.getOrDefault("ProgIf", ""), 2),
                HeaderLine.hexUpTo(fields.getOrDefault("Rev", ""), 2),
                vendor.number,
                device.number,
                vendor.name,
                device.name);
    }

    /** The rest of the record. */
    void fill(OsFactsBuilder os) {
        os.subsystemVendor(named("SVendor").number).subsystemDevice(named("SDevice").number);
        os.driver(Optional.ofNullable(fields.get("Driver")));
        os.slot(Optional.ofNullable(fields.get("PhySlot")));
        os.numaNode(Numbers.decimal(fields.getOrDefault("NUMANode", "")));
        os.iommuGroup(Numbers.decimal(fields.getOrDefault("IOMMUGroup", "")));
        os.names(new OsFacts.Names(named("Vendor").name, named("Device").name, subsystem()));
    }

    private Optional<String> subsystem() {
        return named("SDevice")
                .name
                .map(name -> named("SVendor").name.map(v -> v + " " + name).orElse(name));
    }

    private record Named(OptionalInt number, Optional<String> name) {}

    /**
     * {@code Intel Corporation [8086]}, {@code Intel Corporation}, {@code Device 1234}, {@code 8086}; the last only where the
     * class is a number too, since there are devices whose name is four digits.
     */
    private Named named(String key) {
        String text = fields.getOrDefault(key, "");
        Matcher m = NUMBERED.matcher(text);
        boolean bare =
                text.length() == ID_DIGITS && fields.getOrDefault("Class", "").length() != ID_DIGITS;
        if (bare || !m.matches()) {
            return new Named(OptionalInt.empty(), Optional.of(text).filter(n -> !n.isEmpty()));
        }
        String number = m.group(2) == null ? m.group(3) : m.group(2);
        Optional<String> name = Optional.ofNullable(m.group(1)).filter(n -> !n.equals("Device"));
        return new Named(Numbers.hex(number), name);
    }
}
