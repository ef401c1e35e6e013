package ridscope.source.lspci;

import ridscope.text.Numbers;

/** One row of register bytes as lspci prints it: {@code 1f0: 00 11 22 …}, up to 16 bytes behind an offset. */
final class HexRow {

    /** Bytes in a whole row. */
    static final int WIDTH = 16;

    private static final byte[] DIGIT = digits();

    private final byte[] values = new byte[WIDTH];
    private int offset;
    private int count;

    private static byte[] digits() {
        byte[] table = new byte[256];
        for (int c = 0; c < 256; c++) {
            table[c] = (byte) Numbers.hexDigit(c);
        }
        return table;
    }

    /** Where the row belongs. */
    int offset() {
        return offset;
    }

    /** How many whole bytes it has, 0 to 16. */
    int count() {
        return count;
    }

    /** The bytes; those from {@link #count()} on mean nothing. */
    byte[] values() {
        return values;
    }

    /**
     * Reads a row; false if the text is none, as when something else than a byte follows the offset. A row that is cut or
     * damaged has the bytes before that place.
     */
    boolean read(byte[] line, int start, int end) {
        int at = start;
        int number = 0;
        while (at < end && at - start < 4 && DIGIT[line[at] & 0xff] >= 0) {
            number = number << 4 | DIGIT[line[at] & 0xff];
            at++;
        }
        int digits = at - start;
        if (digits < 2 || digits > 3 || at >= end || line[at] != ':' || number % WIDTH != 0) {
            return false;
        }
        if (at + 1 < end && line[at + 1] != ' ') {
            return false;
        }
        offset = number;
        count = 0;
        at += 2;
        boolean cut = at >= end;
        while (count < WIDTH && at + 1 < end) {
            int high = DIGIT[line[at] & 0xff];
            int low = DIGIT[line[at + 1] & 0xff];
            if ((high | low) < 0 || at + 2 < end && line[at + 2] != ' ') {
                break;
            }
            values[count++] = (byte) (high << 4 | low);
            at += 3;
        }
        return cut || count > 0;
    }
}
