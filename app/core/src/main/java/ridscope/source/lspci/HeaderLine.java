package ridscope.source.lspci;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.ClassNames;
import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;

/**
 * The line a function starts with, in any of the forms lspci has had: with or without {@code -D}, {@code -n}, {@code -nn},
 * verbose or not. The same line does not tell where a vendor's name ends and a device's begins, so both stand in
 * {@code name} unless the device has none.
 *
 * @param address the function
 * @param classPair base class and subclass in 16 bits, where printed as a number or as a name we know
 * @param progIf programming interface, where printed
 * @param revision revision, where printed; lspci does not print 0
 * @param vendor Vendor ID, where printed
 * @param device Device ID, where printed
 * @param vendorName vendor's name, known only where the device has no name
 * @param name name of vendor and device
 */
record HeaderLine(
        FunctionAddress address,
        OptionalInt classPair,
        OptionalInt progIf,
        OptionalInt revision,
        OptionalInt vendor,
        OptionalInt device,
        Optional<String> vendorName,
        Optional<String> name) {

    private static final ClassNames CLASSES = new ClassNames();
    private static final int ID_DIGITS = 4;

    /** A device that pci.ids had no name for: maker, then a word, then its ID unless that follows in brackets. */
    private static final Pattern NAMELESS = Pattern.compile("(?:(.*?):? )?(?:[Uu]nknown d|D)evice(?: ([0-9a-f]{4}))?");

    /** Whether a line starts with a function address; cheap, for every line of a dump. */
    static boolean looksLikeOne(byte[] line, int start, int end) {
        int at = start;
        while (at < end && Numbers.hexDigit(line[at]) >= 0) {
            at++;
        }
        int digits = at - start;
        if (at >= end || line[at] != ':') {
            return false;
        }
        if (digits >= 4 && digits <= 8) {
            at += 3;
        } else if (digits != 2) {
            return false;
        }
        return at + 5 < end && line[at] == ':' && line[at + 3] == '.' && line[at + 5] == ' '
                || at + 5 == end && line[at] == ':' && line[at + 3] == '.';
    }

    /** Only the address is known, as before the lines of a machine-readable record. */
    static HeaderLine bare(FunctionAddress address) {
        OptionalInt none = OptionalInt.empty();
        return new HeaderLine(address, none, none, none, none, none, Optional.empty(), Optional.empty());
    }

    /** Reads a header line; empty if it is none. */
    static Optional<HeaderLine> parse(String line) {
        int space = line.indexOf(' ');
        Optional<FunctionAddress> address = FunctionAddress.parse(space < 0 ? line : line.substring(0, space));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        String progIf = bracketed(rest, " (prog-if ");
        rest = before(rest, " (prog-if ");
        String revision = bracketed(rest, " (rev ");
        rest = before(rest, " (rev ");
        int colon = rest.indexOf(": ");
        String kind = colon < 0 ? rest : rest.substring(0, colon);
        Ids ids = Ids.find(colon < 0 ? "" : rest.substring(colon + 2).strip()).unlessMasked();
        Matcher nameless = NAMELESS.matcher(ids.text());
        boolean unnamed = nameless.matches();
        OptionalInt printedId = unnamed && nameless.group(2) != null ? id(nameless.group(2)) : OptionalInt.empty();
        return Optional.of(new HeaderLine(
                address.get(),
                classPair(kind),
                hexUpTo(progIf, 2),
                hexUpTo(revision, 2),
                ids.vendor(),
                ids.device().isPresent() ? ids.device() : printedId,
                unnamed ? Optional.ofNullable(nameless.group(1)).filter(n -> !n.isEmpty()) : Optional.empty(),
                Optional.of(ids.text()).filter(n -> !unnamed && !n.isEmpty())));
    }

    /** Whether the line says what the function is, as a listing does and a remark about a function does not. */
    static boolean says(String line) {
        return parse(line).filter(h -> h.classPair.isPresent()).isPresent() || MachineRecord.isLine(line);
    }

    private static String bracketed(String text, String opening) {
        int at = text.lastIndexOf(opening);
        int from = at + opening.length();
        return at < 0 ? "" : text.substring(from, Math.min(text.length(), from + 2));
    }

    private static String before(String text, String opening) {
        int at = text.lastIndexOf(opening);
        return at < 0 ? text : text.substring(0, at);
    }

    /** {@code Host bridge [0600]}, {@code Host bridge}, {@code Class 0600}, {@code 0600}. */
    static OptionalInt classPair(String kind) {
        int bracket = kind.lastIndexOf('[');
        if (bracket >= 0 && kind.endsWith("]")) {
            return id(kind.substring(bracket + 1, kind.length() - 1));
        }
        OptionalInt number = id(kind.startsWith("Class ") ? kind.substring("Class ".length()) : kind);
        return number.isPresent() ? number : CLASSES.listedAs(kind);
    }

    private static OptionalInt id(String text) {
        return hexUpTo(text, ID_DIGITS);
    }

    static OptionalInt hexUpTo(String text, int digits) {
        return text.length() == digits ? Numbers.hex(text) : OptionalInt.empty();
    }
}
