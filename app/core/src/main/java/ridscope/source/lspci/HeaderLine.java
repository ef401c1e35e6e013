package ridscope.source.lspci;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;

/**
 * The line a function starts with, in any of the forms lspci has had: with or without {@code -D}, {@code -n}, {@code -nn},
 * verbose or not. The same line does not tell where a vendor's name ends and a device's begins, so both stand in
 * {@code name} unless the device has none.
 *
 * @param address the function
 * @param classCode base class and subclass in 16 bits, where printed as a number
 * @param progIf programming interface, where printed
 * @param revision revision, where printed; lspci does not print 0
 * @param vendor Vendor ID, where printed
 * @param device Device ID, where printed
 * @param vendorName vendor's name, known only where the device has no name
 * @param name name of vendor and device
 */
record HeaderLine(
        FunctionAddress address,
        OptionalInt classCode,
        OptionalInt progIf,
        OptionalInt revision,
        OptionalInt vendor,
        OptionalInt device,
        Optional<String> vendorName,
        Optional<String> name) {

    private static final String NAMELESS = "Device ";

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
        String what = colon < 0 ? "" : rest.substring(colon + 2).strip();
        Ids ids = Ids.find(what);
        return Optional.of(new HeaderLine(
                address.get(),
                classCode(kind),
                hexUpTo(progIf, 2),
                hexUpTo(revision, 2),
                ids.vendor(),
                ids.device(),
                vendorOnly(ids.text()),
                nonEmpty(fullName(ids.text()))));
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

    private static OptionalInt classCode(String kind) {
        int bracket = kind.lastIndexOf('[');
        if (bracket >= 0 && kind.endsWith("]")) {
            return hexUpTo(kind.substring(bracket + 1, kind.length() - 1), 4);
        }
        return hexUpTo(kind.startsWith("Class ") ? kind.substring("Class ".length()) : kind, 4);
    }

    private static OptionalInt hexUpTo(String text, int digits) {
        return text.length() == digits ? Numbers.hex(text) : OptionalInt.empty();
    }

    private static Optional<String> vendorOnly(String name) {
        int at = name.indexOf(" " + NAMELESS);
        boolean nameless =
                at > 0 && hexUpTo(name.substring(at + 1 + NAMELESS.length()), 4).isPresent();
        if (nameless) {
            return Optional.of(name.substring(0, at));
        }
        return name.endsWith(" Device")
                ? nonEmpty(name.substring(0, name.length() - " Device".length()))
                : Optional.empty();
    }

    private static String fullName(String name) {
        boolean nameless = vendorOnly(name).isPresent() || name.equals("Device") || name.startsWith(NAMELESS);
        return nameless ? "" : name;
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
