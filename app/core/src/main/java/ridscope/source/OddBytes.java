package ridscope.source;

/** Takes out of a line what terminals, editors and mail programs put in: colours, byte-order marks, other kinds of space. */
final class OddBytes {

    private static final int ESCAPE = 0x1b;
    private static final int BELL = 0x07;

    private OddBytes() {}

    /** Cleans a part of an array in place and returns its new end. */
    static int clean(byte[] bytes, int start, int end) {
        int to = start;
        int at = start;
        while (at < end) {
            int special = special(bytes, at, end);
            if (special == 0) {
                bytes[to++] = bytes[at++];
            } else {
                if (special < 0) {
                    bytes[to++] = ' ';
                }
                at += Math.abs(special);
            }
        }
        return to;
    }

    /** Bytes to leave out; negative if a space takes their place; 0 for a byte that stays. */
    private static int special(byte[] bytes, int at, int end) {
        int left = end - at;
        return switch (bytes[at] & 0xff) {
            case ESCAPE -> escape(bytes, at, end);
            case 0xc2 -> left > 1 && (bytes[at + 1] & 0xff) == 0xa0 ? -2 : 0;
            case 0xe2 -> left > 2 && (bytes[at + 1] & 0xff) == 0x80 ? space(bytes[at + 2] & 0xff) : 0;
            case 0xef -> left > 2 && (bytes[at + 1] & 0xff) == 0xbb && (bytes[at + 2] & 0xff) == 0xbf ? 3 : 0;
            default -> 0;
        };
    }

    /** U+2000 to U+200A and U+202F are spaces, U+200B has no width. */
    private static int space(int last) {
        return last <= 0x8a && last >= 0x80 || last == 0xaf ? -3 : last == 0x8b ? 3 : 0;
    }

    /** ECMA-48: a control sequence ends with a byte from 0x40 on, an operating system command with BEL or ESC \. */
    private static int escape(byte[] bytes, int at, int end) {
        int stop = at + 2;
        if (at + 1 < end && bytes[at + 1] == ']') {
            while (stop < end && bytes[stop] != BELL && bytes[stop] != ESCAPE) {
                stop++;
            }
            boolean two = stop + 1 < end && bytes[stop] == ESCAPE;
            return Math.min(end, stop + (two ? 2 : 1)) - at;
        }
        if (at + 1 < end && bytes[at + 1] == '[') {
            while (stop < end && (bytes[stop] & 0xff) < 0x40) {
                stop++;
            }
            return Math.min(end, stop + 1) - at;
        }
        return Math.min(end, stop) - at;
    }
}
