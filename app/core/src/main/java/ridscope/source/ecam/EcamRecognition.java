package ridscope.source.ecam;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import ridscope.job.Feedback;
import ridscope.source.Head;
import ridscope.source.SnapshotException;
import ridscope.source.Source;

/**
 * Looks at the pages of a file: nearly each must be an empty place or a plausible header, and one must be surely a header.
 * Texts, random or compressed data, programs and disk images fail that within a page or two.
 */
final class EcamRecognition {

    private static final int ENOUGH = 64;

    /** Of a plain file an empty page costs a read of a few bytes; anything else has to be unpacked up to there. */
    private static final int MOST_UNPACKED = 4096;

    private int present;
    private int wrong;
    private int certain;

    private EcamRecognition() {}

    /** Whether the head, and as much behind it as is needed, looks like an image. */
    static boolean looksLikeOne(Head head) {
        EcamRecognition first = new EcamRecognition();
        for (int at = 0; at + EcamPages.PAGE <= head.bytes().length; at += EcamPages.PAGE) {
            first.page(Arrays.copyOfRange(head.bytes(), at, at + EcamPages.PAGE));
        }
        if (first.hopeless() || head.bytes().length < EcamPages.PAGE) {
            return false;
        }
        try {
            return new EcamRecognition().convinced(head.source());
        } catch (IOException | SnapshotException e) {
            return false;
        }
    }

    private boolean convinced(Source source) throws IOException, SnapshotException {
        try (EcamPages pages = EcamPages.open(source, Feedback.NONE)) {
            int most = pages.streamed() ? MOST_UNPACKED : EcamPages.MOST;
            while (present < ENOUGH && pages.index() < most - 1 && !hopeless() && pages.next()) {
                OptionalLong ids = pages.ids();
                if (ids.isPresent() && EcamHeader.present(ids.getAsLong())) {
                    page(pages.bytes());
                }
            }
        }
        return certain > 0 && !hopeless();
    }

    private void page(byte[] page) {
        if (!EcamHeader.present(EcamPages.u32(page, 0))) {
            return;
        }
        present++;
        switch (EcamHeader.look(page)) {
            case WRONG -> wrong++;
            case CERTAIN -> certain++;
            default -> {
                // Possible, which proves nothing.
            }
        }
    }

    /** One page, and one in eight besides, may be odd: hardware is. */
    private boolean hopeless() {
        return wrong > 1 + present / 8;
    }
}
