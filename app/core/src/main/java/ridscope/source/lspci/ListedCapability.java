package ridscope.source.lspci;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.text.Numbers;

/** A capability as printed: {@code [160 v1] Single Root I/O Virtualization (SR-IOV)} and the lines below it. */
final class ListedCapability {

    private static final int FIRST_EXTENDED = 0x100;
    private static final Pattern START = Pattern.compile("Capabilities: \\[([0-9a-f]{2,3})(?: v(\\d{1,2}))?\\] ?(.*)");
    private static final Pattern KEY = Pattern.compile("([A-Z][A-Za-z]+[23]?):[ \\t]*(.*)");

    /** Registers whose lines are told apart; other words with a colon are part of what such a line says. */
    private static final Set<String> REGISTERS = Set.of(
            "DevCap", "DevCtl", "DevSta", "LnkCap", "LnkCtl", "LnkSta", "SltCap", "SltCtl", "SltSta", "RootCap",
            "RootCtl", "RootSta", "DevCap2", "DevCtl2", "DevSta2", "LnkCap2", "LnkCtl2", "LnkSta2", "SltCap2",
            "SltCtl2", "SltSta2", "ACSCap", "ACSCtl", "ARICap", "ARICtl", "IOVCap", "IOVCtl", "IOVSta", "SIOVCap",
            "SIOVCtl", "SIOVSta");

    private final int offset;
    private final OptionalInt version;
    private final String title;
    private final List<String> lines = new ArrayList<>();

    private ListedCapability(int offset, OptionalInt version, String title) {
        this.offset = offset;
        this.version = version;
        this.title = title;
    }

    /** Reads the first line; empty if it is none. */
    static Optional<ListedCapability> start(String line) {
        Matcher m = START.matcher(line);
        if (!m.matches()) {
            return Optional.empty();
        }
        OptionalInt version = m.group(2) == null ? OptionalInt.empty() : Numbers.decimal(m.group(2));
        return Optional.of(new ListedCapability(Numbers.hex(m.group(1)).orElse(0), version, m.group(3)));
    }

    void add(String line) {
        lines.add(line);
    }

    boolean extended() {
        return offset >= FIRST_EXTENDED;
    }

    int offset() {
        return offset;
    }

    /** Empty where {@code -v} leaves it out; a standard capability has none. */
    OptionalInt version() {
        return extended() ? version : OptionalInt.of(0);
    }

    /** What stands behind the brackets. */
    String title() {
        return title;
    }

    /** All lines below in one. */
    String text() {
        return String.join(" ", lines);
    }

    /** The lines below by the register at their start; those without one continue the register before. */
    Map<String, String> registers() {
        Map<String, String> registers = new HashMap<>();
        String key = "";
        for (String line : lines) {
            Matcher m = KEY.matcher(line);
            if (m.matches() && REGISTERS.contains(m.group(1))) {
                key = m.group(1);
                registers.putIfAbsent(key, m.group(2));
            } else {
                registers.merge(key, line, (before, more) -> before + " " + more);
            }
        }
        return registers;
    }
}
