package ridscope.desktop.export;

import java.util.Optional;
import ridscope.draw.export.PicturePage;

/** What a picture lies on. */
enum Paper implements Worded {
    /** Nothing: the file is as large as the picture. */
    PICTURE("export.paper.picture", null),
    A4("export.paper.a4", PicturePage.Size.A4),
    A3("export.paper.a3", PicturePage.Size.A3),
    LETTER("export.paper.letter", PicturePage.Size.LETTER),
    SLIDE("export.paper.slide", PicturePage.Size.SLIDE);

    private final String key;
    private final PicturePage.Size size;

    Paper(String key, PicturePage.Size size) {
        this.key = key;
        this.size = size;
    }

    @Override
    public String key() {
        return key;
    }

    Optional<PicturePage.Size> size() {
        return Optional.ofNullable(size);
    }
}
