package ridscope.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Content that is no text: what it is by its magic number, and what its owner can do. */
enum BinaryKind {
    TAR(257, "7573746172", " is a tar archive; this version does not read archives: unpack it and open the folder."),
    ZIP(0, "504b0304", " is a zip archive; this version does not read archives: unpack it and open the folder."),
    EMPTY_ZIP(0, "504b0506", " is an empty zip archive."),
    SEVEN_ZIP(
            0, "377abcaf271c", " is a 7z archive; this version does not read archives: unpack it and open the folder."),
    XZ(0, "fd377a585a00", compressed("xz")),
    BZIP2(0, "425a68", compressed("bzip2")),
    ZSTD(0, "28b52ffd", compressed("zstd")),
    LZ4(0, "04224d18", compressed("lz4")),
    GZIP(0, "1f8b", " is packed with gzip twice; unpack it once and open what comes out."),
    OTHER(0, "", " is binary data of no kind that RIDscope knows; open " + SnapshotOpener.READABLE + ".");

    private final int offset;
    private final String magic;
    private final String sentence;

    BinaryKind(int offset, String magic, String sentence) {
        this.offset = offset;
        this.magic = magic;
        this.sentence = sentence;
    }

    private static String compressed(String with) {
        return " is compressed with " + with + "; this version unpacks gzip only:"
                + " unpack it, and if an archive comes out unpack that too, then open the file or folder.";
    }

    /** The rest of a sentence that begins with the name of the source. */
    String sentence() {
        return sentence;
    }

    /** The kind of some content by its beginning; empty when it may be text. Text has no NUL bytes. */
    static Optional<BinaryKind> of(byte[] head) {
        for (BinaryKind kind : values()) {
            if (kind != OTHER && kind.matches(head)) {
                return Optional.of(kind);
            }
        }
        for (byte b : head) {
            if (b == 0) {
                return Optional.of(OTHER);
            }
        }
        return Optional.empty();
    }

    private boolean matches(byte[] head) {
        byte[] bytes = HexFormat.of().parseHex(magic);
        int end = offset + bytes.length;
        boolean same = head.length >= end && Arrays.equals(head, offset, end, bytes, 0, bytes.length);
        return same && (this != BZIP2 || isBlock(head, end));
    }

    /** Three letters are too few to call a text bzip2: a level and the start of a block or of the trailer follow. */
    private static boolean isBlock(byte[] head, int at) {
        String next = new String(head, at, Math.max(0, Math.min(7, head.length - at)), StandardCharsets.ISO_8859_1);
        return next.matches("(?s)[1-9](1AY&SY|\\x17rE8P\\x90)");
    }
}
