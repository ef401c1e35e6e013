package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;

/**
 * How a picture was looked at that another one of the same takes the place of: one mark of both stays where it is.
 *
 * @param before marks of the former picture
 * @param view how it was looked at
 * @param seen the part in sight
 */
record Replacement(Optional<MarkWalk> before, ViewTransform view, Rect seen) {

    /**
     * How to look at the other one: the anchor stays, else what is selected, if it is in sight; else what is in the middle.
     *
     * @param now marks of the other picture
     * @param anchor what stays before anything else
     * @param selected what is selected
     */
    ViewTransform view(MarkWalk now, Optional<Target> anchor, Set<Target> selected) {
        return before.flatMap(was -> stays(was, now, anchor, selected))
                .flatMap(was -> now.of(was.target().orElseThrow()).map(is -> view.following(was.bounds(), is.bounds())))
                .orElse(view);
    }

    private Optional<Mark> stays(MarkWalk was, MarkWalk now, Optional<Target> anchor, Set<Target> selected) {
        Point middle = new Point(seen.centerX(), seen.centerY());
        return anchor.flatMap(was::of)
                .filter(m -> m.bounds().intersects(seen) && now.has(m))
                .or(() -> was.nearest(
                        middle,
                        m -> selected.contains(m.target().orElseThrow())
                                && m.bounds().intersects(seen)
                                && now.has(m)))
                .or(() -> was.nearest(middle, now::has));
    }
}
