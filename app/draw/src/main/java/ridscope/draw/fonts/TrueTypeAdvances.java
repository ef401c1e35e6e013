package ridscope.draw.fonts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Horizontal advances and cap height of one TrueType file (OpenType specification: tables head, hhea, hmtx, OS/2, and cmap
 * subtable format 4 for platform 3 encoding 1). Trusts its input: it reads the bundled files only. Immutable.
 */
final class TrueTypeAdvances {

    private static final int PAGE = 256;

    private final int unitsPerEm;
    private final int capHeight;
    private final int missing;
    private final short[][] pages = new short[PAGE][];

    private TrueTypeAdvances(ByteBuffer font) {
        unitsPerEm = font.getShort(table(font, "head") + 18);
        capHeight = font.getShort(table(font, "OS/2") + 88);
        int hmtx = table(font, "hmtx");
        int metrics = u16(font, table(font, "hhea") + 34);
        missing = u16(font, hmtx);
        readCmap(font, new Hmtx(hmtx, metrics));
    }

    private record Hmtx(int offset, int count) {
        short advance(ByteBuffer font, int glyph) {
            return font.getShort(offset + 4 * Math.min(glyph, count - 1));
        }
    }

    static TrueTypeAdvances of(byte[] file) {
        return new TrueTypeAdvances(ByteBuffer.wrap(file));
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    int capHeight() {
        return capHeight;
    }

    /** In font units. Characters without a glyph: a full em where East Asian scripts are wide, else the missing glyph's. */
    int advance(int codePoint) {
        short[] page = codePoint < PAGE * PAGE ? pages[codePoint / PAGE] : null;
        int known = page == null ? 0 : page[codePoint % PAGE];
        if (known > 0) {
            return known - 1;
        }
        return wide(codePoint) ? unitsPerEm : missing;
    }

    /** Hangul, CJK and full-width ranges of Unicode's East Asian Width, roughly. */
    private static boolean wide(int c) {
        return c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0x1f300 && c <= 0x3ffff;
    }

    private void readCmap(ByteBuffer font, Hmtx hmtx) {
        int start = unicodeSubtable(font);
        int segments = u16(font, start + 6) / 2;
        int ends = start + 14;
        int starts = ends + 2 * segments + 2;
        int deltas = starts + 2 * segments;
        int offsets = deltas + 2 * segments;
        for (int s = 0; s < segments; s++) {
            int last = u16(font, ends + 2 * s);
            int rangeOffset = u16(font, offsets + 2 * s);
            for (int c = u16(font, starts + 2 * s); c <= last && c < 0xffff; c++) {
                int first = u16(font, starts + 2 * s);
                int delta = u16(font, deltas + 2 * s);
                int glyph = rangeOffset == 0 ? c : u16(font, offsets + 2 * s + rangeOffset + 2 * (c - first));
                put(c, glyph == 0 ? 0 : glyph + delta & 0xffff, hmtx, font);
            }
        }
    }

    /** Advances are kept plus one, so that zero means "no glyph" and combining marks may be 0 wide. */
    private void put(int c, int glyph, Hmtx hmtx, ByteBuffer font) {
        if (glyph == 0) {
            return;
        }
        short[] page = pages[c / PAGE];
        if (page == null) {
            page = new short[PAGE];
            pages[c / PAGE] = page;
        }
        page[c % PAGE] = (short) (hmtx.advance(font, glyph) + 1);
    }

    private static int unicodeSubtable(ByteBuffer font) {
        int cmap = table(font, "cmap");
        for (int i = 0; i < u16(font, cmap + 2); i++) {
            int at = cmap + 4 + 8 * i;
            if (u16(font, at) == 3 && u16(font, at + 2) == 1) {
                return cmap + font.getInt(at + 4);
            }
        }
        throw new IllegalStateException("font without a Unicode character map");
    }

    private static int table(ByteBuffer font, String tag) {
        int wanted = ByteBuffer.wrap(tag.getBytes(StandardCharsets.US_ASCII)).getInt();
        for (int i = 0; i < u16(font, 4); i++) {
            if (font.getInt(12 + 16 * i) == wanted) {
                return font.getInt(12 + 16 * i + 8);
            }
        }
        throw new IllegalStateException("font without table " + tag);
    }

    private static int u16(ByteBuffer font, int at) {
        return font.getShort(at) & 0xffff;
    }
}
