package ridscope.draw.export;

import java.util.Optional;
import ridscope.draw.layout.ViewOptions;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;

/**
 * Everything that is asked of a picture.
 *
 * @param view what it shows
 * @param look labels, folding and overlays; whether there is a legend is said by {@code options}
 * @param wishes what a bus plan plans; the other views do not look at it
 * @param pf whose VFs and SDIs a SIOV figure shows; empty for the first PF that has SIOV, or else VFs
 * @param options how it becomes a file
 */
public record PictureRequest(
        PictureView view, ViewOptions look, Wishes wishes, Optional<FunctionAddress> pf, PictureOptions options) {

    /** A view as it comes. */
    public static PictureRequest of(PictureView view) {
        return new PictureRequest(view, ViewOptions.DEFAULT, Wishes.none(), Optional.empty(), PictureOptions.DEFAULT);
    }

    /** The same with other labels, folding and overlays. */
    public PictureRequest withLook(ViewOptions next) {
        return new PictureRequest(view, next, wishes, pf, options);
    }

    /** The same for another plan. */
    public PictureRequest withWishes(Wishes next) {
        return new PictureRequest(view, look, next, pf, options);
    }

    /** The same of another PF. */
    public PictureRequest withPf(Optional<FunctionAddress> next) {
        return new PictureRequest(view, look, wishes, next, options);
    }

    /** The same as another file. */
    public PictureRequest withOptions(PictureOptions next) {
        return new PictureRequest(view, look, wishes, pf, next);
    }
}
