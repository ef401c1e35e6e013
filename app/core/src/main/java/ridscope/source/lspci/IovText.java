package ridscope.source.lspci;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.text.Numbers;

/**
 * Reads SR-IOV as lspci prints it from {@code -vv} on, and SIOV in the words that its SR-IOV suggests: up to 3.14 no lspci
 * prints more of it than the number.
 */
final class IovText {

    private static final int WORD = 0xffff;
    private static final Pattern DEVICE = Pattern.compile("\\bDevice ID: ([0-9a-f]{4})\\b");
    private static final Pattern DEPENDENCY = Pattern.compile("\\bFunction Dependency Link: ([0-9a-f]{2})\\b");
    private static final Pattern MESSAGE =
            Pattern.compile("\\b(?:Interrupt Message Number: ([0-9a-f]{3})|IntMsgNum (\\d{1,4}))\\b");
    private static final Pattern STATUS = Pattern.compile("(?i)\\bstatus:? (?:0x)?([0-9a-f]{2})\\b");

    private IovText() {}

    /** Empty where not all of it is printed. Bits of the two flag registers that lspci has no word for read 0. */
    static Optional<SrIovCapability> srIov(ListedCapability capability) {
        Map<String, String> registers = capability.registers();
        OptionalLong capabilities = capabilities(registers.getOrDefault("IOVCap", ""));
        OptionalInt control = control(registers.getOrDefault("IOVCtl", ""));
        String text = capability.text();
        OptionalInt initial = number(text, "Initial VFs:");
        OptionalInt total = number(text, "Total VFs:");
        OptionalInt count = number(text, "Number of VFs:");
        OptionalInt link = hex(DEPENDENCY, text);
        OptionalInt offset = number(text, "VF offset:");
        OptionalInt stride = number(text, "stride:");
        OptionalInt device = hex(DEVICE, text);
        boolean whole = capabilities.isPresent() && all(control, initial, total, count, link, offset, stride, device);
        return whole
                ? Optional.of(new SrIovCapability(
                        capability.offset(),
                        capabilities.getAsLong(),
                        control.getAsInt(),
                        initial.getAsInt(),
                        total.getAsInt(),
                        count.getAsInt(),
                        link.getAsInt(),
                        offset.getAsInt(),
                        stride.getAsInt(),
                        device.getAsInt()))
                : Optional.empty();
    }

    /** Bit 0 Migration Capable, bit 2 10-Bit Tag Requester (since 3.6), bits 31:21 the interrupt's number. */
    private static OptionalLong capabilities(String text) {
        Optional<Boolean> migration = Flags.of(text, "Migration");
        Matcher m = MESSAGE.matcher(text);
        if (migration.isEmpty() || !m.find()) {
            return OptionalLong.empty();
        }
        OptionalInt message = m.group(1) == null ? Numbers.decimal(m.group(2)) : Numbers.hex(m.group(1));
        long tags = Flags.of(text, "10BitTagReq").orElse(false) ? 4 : 0;
        return OptionalLong.of((long) (message.orElse(0) & 0x7ff) << 21 | tags | (migration.get() ? 1 : 0));
    }

    private static OptionalInt control(String text) {
        OptionalInt flags = Flags.register(text, "Enable", "Migration", "Interrupt", "MSE", "ARIHierarchy");
        int tags = Flags.of(text, "10BitTagReq").orElse(false) ? 0x20 : 0;
        return flags.isPresent() ? OptionalInt.of(flags.getAsInt() | tags) : flags;
    }

    /** Empty where no number of SDIs, first offset and stride are printed. What else there may be reads 0. */
    static Optional<SiovCapability> siov(ListedCapability capability) {
        String text = capability.text();
        OptionalInt total = number(text, "Total SDIs:");
        OptionalInt offset = number(text, "SDI offset:");
        OptionalInt stride = number(text, "stride:");
        if (!all(total, offset, stride)) {
            return Optional.empty();
        }
        int active = Flags.of(text, "Active").orElse(false) ? 1 : 0;
        return Optional.of(new SiovCapability(
                capability.offset(),
                0,
                total.getAsInt(),
                hex(STATUS, text).orElse(active),
                offset.getAsInt(),
                stride.getAsInt()));
    }

    private static boolean all(OptionalInt... numbers) {
        for (OptionalInt number : numbers) {
            if (number.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** A decimal number of 16 bits behind some words, whatever their case; the colon may be missing. */
    private static OptionalInt number(String text, String words) {
        String start = words.substring(0, words.length() - 1);
        for (int at = 0; at + start.length() < text.length(); at++) {
            if (text.regionMatches(true, at, start, 0, start.length())) {
                String rest = text.substring(at + start.length());
                OptionalInt number = Numbers.leadingDecimal(rest.replaceFirst("^:? +", ""));
                return number.orElse(WORD + 1) <= WORD ? number : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt hex(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Numbers.hex(m.group(1)) : OptionalInt.empty();
    }
}
