package ridscope.draw.export;

import java.util.Optional;

/**
 * What a picture has around what it shows.
 *
 * @param title whether a title stands above
 * @param titleText what it says instead of what the picture says of itself
 * @param legend whether the signs that occur are explained
 * @param caption whether a line below tells host, kernel, capture time and program
 */
public record PictureTemplate(boolean title, Optional<String> titleText, boolean legend, boolean caption) {

    /** Title, legend and caption. */
    public static final PictureTemplate FULL = new PictureTemplate(true, Optional.empty(), true, true);

    /** Nothing but what is shown. */
    public static final PictureTemplate BARE = new PictureTemplate(false, Optional.empty(), false, false);

    /** The same with or without a title. */
    public PictureTemplate withTitle(boolean next) {
        return new PictureTemplate(next, titleText, legend, caption);
    }

    /** The same with other words in the title. */
    public PictureTemplate withTitleText(Optional<String> next) {
        return new PictureTemplate(title, next, legend, caption);
    }

    /** The same with or without a legend. */
    public PictureTemplate withLegend(boolean next) {
        return new PictureTemplate(title, titleText, next, caption);
    }

    /** The same with or without a caption. */
    public PictureTemplate withCaption(boolean next) {
        return new PictureTemplate(title, titleText, legend, next);
    }
}
