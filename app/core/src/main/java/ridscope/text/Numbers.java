package ridscope.text;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The only place that turns text into numbers, and what numbers look like in text. Nothing here throws: text that is no number
 * is an empty result.
 */
public final class Numbers {

    private Numbers() {}

    /** Hex digits with or without {@code 0x}, at most 32 bits; values above 0x7FFFFFFF come back negative. */
    public static OptionalInt hex(String text) {
        OptionalLong value = hexLong(text);
        return value.isPresent() && value.getAsLong() >>> 32 == 0
                ? OptionalInt.of((int) value.getAsLong())
                : OptionalInt.empty();
    }

    /** Hex digits with or without {@code 0x}, at most 64 bits. */
    public static OptionalLong hexLong(String text) {
        String digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        if (digits.isEmpty() || digits.length() > 16) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = hexDigit(digits.charAt(i));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            value = value << 4 | digit;
        }
        return OptionalLong.of(value);
    }

    /** Lower-case hex, zero-padded to at least this many digits, without {@code 0x}; the value is read as unsigned. */
    public static String hexText(int value, int digits) {
        String text = Integer.toHexString(value);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** With a comma between groups of three digits, {@code 1,024}, the same in every locale: how people read counts. */
    public static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int i = digits.length() - 3; i > first; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    /** With its noun, {@code 1 function}, {@code 1,024 functions}, {@code 2 switches}, the same in every locale. */
    public static String count(long number, String noun) {
        String plural = noun.endsWith("ch") || noun.endsWith("s") ? noun + "es" : noun + "s";
        return grouped(number) + " " + (number == 1 ? noun : plural);
    }

    /** Value of one ASCII hex digit, or −1. */
    public static int hexDigit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /** ASCII decimal digits with an optional minus sign, within an int. */
    public static OptionalInt decimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalInt.empty();
            }
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** The decimal number a text starts with, such as 16 in {@code 16 GT/s}; empty if it starts with none. */
    public static OptionalInt leadingDecimal(String text) {
        int end = 0;
        while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0 && text.charAt(end) < 128) {
            end++;
        }
        return end == 0 ? OptionalInt.empty() : decimal(text.substring(0, end));
    }
}
