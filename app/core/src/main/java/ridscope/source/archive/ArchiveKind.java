package ridscope.source.archive;

import java.util.Optional;

/** What kind of archive content is, by its beginning. */
enum ArchiveKind {
    TAR("tar archive"),
    ZIP("zip archive");

    /** A tar header: 512 bytes, its checksum in octal digits at 148. */
    static final int ENOUGH = 512;

    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;

    private final String words;

    ArchiveKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Optional<ArchiveKind> of(byte[] start) {
        if (isZip(start)) {
            return Optional.of(ZIP);
        }
        return isTar(start) ? Optional.of(TAR) : Optional.empty();
    }

    /** A file in it, or its end if it has none; what is only appended to a program is none of ours. */
    private static boolean isZip(byte[] start) {
        return start.length >= 4
                && start[0] == 'P'
                && start[1] == 'K'
                && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
    }

    /** By the checksum, which every tar has had; the word "ustar" came later. An archive of nothing is all zeros. */
    private static boolean isTar(byte[] start) {
        if (start.length < ENOUGH || start[0] == 0) {
            return false;
        }
        int sum = ' ' * CHECKSUM_LENGTH;
        for (int i = 0; i < ENOUGH; i++) {
            sum += i < CHECKSUM || i >= CHECKSUM + CHECKSUM_LENGTH ? start[i] & 0xff : 0;
        }
        return sum == octal(start);
    }

    private static int octal(byte[] start) {
        int value = 0;
        boolean digits = false;
        for (int i = CHECKSUM; i < CHECKSUM + CHECKSUM_LENGTH; i++) {
            boolean digit = start[i] >= '0' && start[i] <= '7';
            if (digit) {
                value = value << 3 | start[i] - '0';
            } else if (digits) {
                break;
            }
            digits |= digit;
        }
        return digits ? value : -1;
    }
}
