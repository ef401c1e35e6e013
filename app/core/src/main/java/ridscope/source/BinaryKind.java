package ridscope.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Content that is no text and that nobody opened: what it is by its magic number, and what its owner can do. */
enum BinaryKind {
    SEVEN_ZIP(
            "377abcaf271c",
            " is a 7z archive, which RIDscope does not read: unpack it and open the folder, or pack it as tar or zip."),
    XZ("fd377a585a00", twice()),
    BZIP2("425a68", twice()),
    GZIP("1f8b", twice()),
    ZSTD("28b52ffd", unknown("zstd")),
    LZ4("04224d18", unknown("lz4")),
    OTHER("", " is binary data of no kind that RIDscope knows; open " + SnapshotOpener.READABLE + ".");

    private final String magic;
    private final String sentence;

    BinaryKind(String magic, String sentence) {
        this.magic = magic;
        this.sentence = sentence;
    }

    /** One layer was undone already. */
    private static String twice() {
        return " is compressed twice; unpack it once and open what comes out.";
    }

    private static String unknown(String with) {
        return " is compressed with " + with + ", which RIDscope does not unpack: unpack it and open what comes out"
                + " (gzip, bzip2 and xz need no unpacking).";
    }

    /** The rest of a sentence that begins with the name of the source. */
    String sentence() {
        return sentence;
    }

    /** Whether an {@link Unpacker} may know what to do with it. */
    boolean compressed() {
        return this == XZ || this == BZIP2;
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

    boolean matches(byte[] head) {
        byte[] bytes = HexFormat.of().parseHex(magic);
        boolean same = head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
        return same && (this != BZIP2 || isBlock(head, bytes.length));
    }

    /** Three letters are too few to call a text bzip2: a level and the start of a block or of the trailer follow. */
    private static boolean isBlock(byte[] head, int at) {
        String next = new String(head, at, Math.max(0, Math.min(7, head.length - at)), StandardCharsets.ISO_8859_1);
        return next.matches("(?s)[1-9](1AY&SY|\\x17rE8P\\x90)");
    }
}
